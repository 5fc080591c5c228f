#include "cli/conversation_script.h"

#include <fmt/format.h>

#include <utility>

#include "cli/expectations.h"

namespace quiver {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' ||
                           text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::vector<std::string> SplitValues(std::string_view text) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const size_t end = std::min(text.find(','), text.size());
    values.emplace_back(Trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

class ScriptReader {
 public:
  ScriptReader(ConversationScript& script, Diagnostics& diagnostics)
      : script_(script), diagnostics_(diagnostics) {}

  void Read(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      ReadLine(Trim(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (script_.turns.empty()) {
      Complain("the conversation has no turns", "write lines like \"> hello\"");
    }
  }

 private:
  void Complain(std::string message, std::string advice) {
    diagnostics_.Error({script_.file, line_, 1}, std::move(message),
                       std::move(advice));
  }

  ScriptedTurn& AddTurn(std::string_view written) {
    ScriptedTurn& turn = script_.turns.emplace_back();
    turn.written = written;
    turn.line = line_;
    return turn;
  }

  void ReadLine(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::string_view rest = Trim(line.substr(1));
    switch (line.front()) {
      case '>':
        AddTurn(line).request.set_text(std::string(rest));
        return;
      case '*':
        for (const std::string& id : SplitValues(rest)) {
          if (script_.turns.empty() || script_.turns.back().line != line_) {
            AddTurn(line);
          }
          script_.turns.back().request.add_option_ids(id);
        }
        return;
      case '!':
        return ReadEvent(line, rest);
      default:
        return ReadExpectation(line);
    }
  }

  void ReadEvent(std::string_view line, std::string_view name) {
    if (name == "start") {
      AddTurn(line).request.set_event(v1::EVENT_START);
    } else if (name == "restart") {
      AddTurn(line).request.set_event(v1::EVENT_RESTART);
    } else {
      Complain(fmt::format("there is no event \"{}\"", name),
               "write \"! start\" or \"! restart\"");
    }
  }

  void ReadExpectation(std::string_view line) {
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      return Complain("neither a turn nor an expectation",
                      "start what a visitor says with \">\"");
    }
    const std::string_view key = Trim(line.substr(0, colon));
    const std::string_view value = Trim(line.substr(colon + 1));
    if (key == "assistant" && script_.turns.empty()) {
      script_.assistant = value;
      return;
    }
    if (!IsExpectation(key)) {
      return Complain(fmt::format("there is no expectation \"{}\"", key),
                      "one of: " + ExpectationNames());
    }
    if (script_.turns.empty()) {
      return Complain("an expectation before any turn",
                      "put it below the line that starts with \">\"");
    }
    // What is said may hold commas.
    std::vector<std::string> values =
        key == "says" || key == "never says"
            ? std::vector<std::string>{std::string(value)}
            : SplitValues(value);
    script_.turns.back().expectations.push_back(
        {std::string(key), std::move(values), line_});
  }

  ConversationScript& script_;
  Diagnostics& diagnostics_;
  int line_ = 0;
};

std::vector<std::string> TraceOf(const v1::SendMessageResponse& response) {
  std::vector<std::string> lines;
  for (const v1::TraceStep& step : response.trace().steps()) {
    lines.push_back(fmt::format("{}: {}", step.stage(), step.detail()));
  }
  return lines;
}

void Check(const ScriptedTurn& turn, const v1::SendMessageResponse& response,
           std::vector<ScriptFailure>& failures) {
  for (const Expectation& expectation : turn.expectations) {
    const auto actual = Unmet(expectation, response);
    if (!actual) continue;
    failures.push_back(
        {expectation.line, turn.written,
         fmt::format("{}: {}", expectation.key,
                     fmt::join(expectation.values, ", ")),
         *actual, TraceOf(response)});
  }
}

}  // namespace

ConversationScript ParseConversation(std::string file, std::string_view text,
                                     Diagnostics& diagnostics) {
  ConversationScript script;
  script.file = std::move(file);
  diagnostics.AddFile(script.file, text);
  ScriptReader(script, diagnostics).Read(text);
  return script;
}

std::vector<ScriptFailure> RunConversation(const ConversationScript& script,
                                           Talker& talker) {
  std::vector<ScriptFailure> failures;
  std::string session_id;
  for (const ScriptedTurn& turn : script.turns) {
    v1::SendMessageRequest request = turn.request;
    request.set_assistant(script.assistant);
    request.set_session_id(session_id);
    request.set_include_trace(true);
    const auto response = talker.Say(request);
    if (!response.ok()) {
      failures.push_back({turn.line,
                          turn.written,
                          "a reply",
                          std::string(response.status().message()),
                          {}});
      break;
    }
    session_id = response->session_id();
    Check(turn, *response, failures);
  }
  return failures;
}

std::string FormatFailure(const std::string& file,
                          const ScriptFailure& failure) {
  std::string text =
      fmt::format("{}:{}: {}\n    expected  {}\n    got       {}\n", file,
                  failure.line, failure.said, failure.expected, failure.actual);
  for (const std::string& step : failure.trace) {
    text += fmt::format("      | {}\n", step);
  }
  return text;
}

}  // namespace quiver
