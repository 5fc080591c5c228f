#include "cli/conversation_script.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "cli/expectations.h"

namespace quiver {
namespace {

std::string Trimmed(std::string_view text) {
  return std::string(
      absl::StripAsciiWhitespace(absl::string_view(text.data(), text.size())));
}

// "25 hours", "1 minute".
std::optional<absl::Duration> ParseWait(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, int64_t>, 4> kUnits =
      {{{"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", 86400}}};
  const std::vector<std::string> words =
      absl::StrSplit(text, ' ', absl::SkipEmpty());
  int64_t count = 0;
  if (words.size() != 2 || !absl::SimpleAtoi(words[0], &count) || count <= 0) {
    return std::nullopt;
  }
  for (const auto& [unit, seconds] : kUnits) {
    if (words[1] == unit || words[1] == std::string(unit) + "s") {
      return absl::Seconds(count * seconds);
    }
  }
  return std::nullopt;
}

std::optional<v1::Event> ParseEvent(const std::string& name) {
  if (name == "start") return v1::EVENT_START;
  if (name == "restart") return v1::EVENT_RESTART;
  return std::nullopt;
}

class ScriptReader {
 public:
  ScriptReader(ConversationScript& script, Diagnostics& diagnostics)
      : script_(script), diagnostics_(diagnostics) {}

  void Read(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      ReadLine(Trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (script_.turns.empty()) {
      Complain("the conversation has no turns", "write lines like \"> hello\"");
    }
    if (wait_ > absl::ZeroDuration()) {
      Complain("nothing happens after the time that passes",
               "put what the visitor does below the line \"wait:\"");
    }
  }

 private:
  void Complain(std::string message, std::string advice) {
    diagnostics_.Error({script_.file, line_, 1}, std::move(message),
                       std::move(advice));
  }

  ScriptedTurn& AddTurn(const std::string& written) {
    ScriptedTurn& turn = script_.turns.emplace_back();
    turn.wait = std::exchange(wait_, absl::ZeroDuration());
    turn.written = written;
    turn.line = line_;
    return turn;
  }

  void ReadLine(const std::string& line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '>') return ReadText(line);
    const size_t colon = line.find(':');
    if (colon == std::string::npos) {
      return Complain("neither something the visitor does nor an expectation",
                      "start what a visitor types with \">\"");
    }
    const std::string key = Trimmed(line.substr(0, colon));
    const std::string value = Trimmed(line.substr(colon + 1));
    if (value.empty()) {
      return Complain(fmt::format("\"{}:\" has no value", key),
                      "write it behind the colon");
    }
    if (ReadHeader(key, value) || ReadAction(line, key, value)) return;
    ReadExpectation(key, value);
  }

  void ReadText(const std::string& line) {
    std::string text = Trimmed(line.substr(1));
    if (text.empty()) {
      return Complain("the visitor types nothing",
                      "write what they type behind \">\"");
    }
    AddTurn(line).text = std::move(text);
  }

  // What is said of the whole conversation, before its first turn.
  bool ReadHeader(const std::string& key, const std::string& value) {
    if (key != "assistant" && key != "day") return false;
    if (!script_.turns.empty()) {
      Complain(fmt::format("\"{}:\" stands behind a turn", key),
               "put it above everything that the visitor does");
    } else if (key == "assistant") {
      script_.assistant = value;
    } else if (absl::CivilDay day; absl::ParseCivilTime(value, &day)) {
      script_.day = day;
    } else {
      Complain(fmt::format("\"{}\" is no day", value),
               "write it like 2026-12-31");
    }
    return true;
  }

  bool ReadAction(const std::string& line, const std::string& key,
                  const std::string& value) {
    if (key == "tap" || key == "tap stale") {
      ScriptedTurn& turn = AddTurn(line);
      turn.stale = key == "tap stale";
      for (absl::string_view item : absl::StrSplit(value, ',')) {
        turn.taps.emplace_back(absl::StripAsciiWhitespace(item));
      }
    } else if (key == "wait") {
      ReadWait(value);
    } else if (key == "event") {
      ReadEvent(line, value);
    } else {
      return false;
    }
    return true;
  }

  void ReadWait(const std::string& value) {
    const auto wait = ParseWait(value);
    if (wait) {
      wait_ += *wait;
    } else {
      Complain(fmt::format("\"{}\" is no length of time", value),
               "write it like \"25 hours\": seconds, minutes, hours or days");
    }
  }

  void ReadEvent(const std::string& line, const std::string& name) {
    const auto event = ParseEvent(name);
    if (event) {
      AddTurn(line).event = *event;
    } else {
      Complain(fmt::format("there is no event \"{}\"", name),
               "one of: start, restart");
    }
  }

  void ReadExpectation(const std::string& key, const std::string& value) {
    Expectation expectation{key, value, line_};
    if (const auto mistake = FindMistake(expectation)) {
      return Complain(*mistake,
                      "docs/conversations.md lists what may stand "
                      "here");
    }
    if (script_.turns.empty()) {
      return Complain("an expectation before anything happened",
                      "put it below the line that starts with \">\"");
    }
    script_.turns.back().expectations.push_back(std::move(expectation));
  }

  ConversationScript& script_;
  Diagnostics& diagnostics_;
  absl::Duration wait_;
  int line_ = 0;
};

}  // namespace

ConversationScript ParseConversation(std::string file, std::string_view text,
                                     Diagnostics& diagnostics) {
  ConversationScript script;
  script.file = std::move(file);
  diagnostics.AddFile(script.file, text);
  ScriptReader(script, diagnostics).Read(text);
  return script;
}

}  // namespace quiver
