#include "cli/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace quiver {
namespace {

using Values = std::vector<std::string>;
using Response = v1::SendMessageResponse;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return lower;
}

// "OUTCOME_ANSWERED" -> "answered".
std::string ShortName(const std::string& name, std::string_view prefix) {
  return Lower(std::string_view(name).substr(prefix.size()));
}

bool Contains(const Values& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string Join(const Values& values) {
  return values.empty() ? "none" : fmt::format("{}", fmt::join(values, ", "));
}

Values DocumentsOf(const Response& response) {
  Values ids;
  for (const auto& citation : response.reply().citations()) {
    ids.push_back(citation.document_id());
  }
  return ids;
}

Values TopicsOf(const Response& response) {
  Values topics;
  for (const auto& citation : response.reply().citations()) {
    topics.push_back(citation.topic());
  }
  return topics;
}

Values SlotsOf(const Response& response) {
  Values slots;
  for (const auto& slot : response.understanding().slots()) {
    slots.push_back(fmt::format(
        "{}{}={}{}{}", slot.negated() ? "not " : "", slot.name(), slot.value(),
        slot.side().empty() ? "" : " ", slot.side()));
  }
  return slots;
}

Values OptionsOf(const Response& response) {
  Values ids;
  for (const auto& option : response.reply().options()) {
    ids.push_back(option.option_id());
  }
  return ids;
}

std::string TextOf(const Response& response) {
  std::string text;
  for (const auto& message : response.reply().messages()) {
    text += message.text() + "\n";
  }
  return text;
}

// Actual values of a key, all of which or some of which are expected.
using Actual = Values (*)(const Response&);

Values Outcome(const Response& response) {
  return {ShortName(v1::Outcome_Name(response.reply().outcome()), "OUTCOME_")};
}
Values Urgency(const Response& response) {
  return {ShortName(v1::Urgency_Name(response.reply().urgency()), "URGENCY_")};
}
Values Pending(const Response& response) {
  const std::string& slot = response.reply().pending_slot();
  return {slot.empty() ? "none" : slot};
}
Values Handover(const Response& response) {
  return {response.reply().handover() ? "yes" : "no"};
}
Values Corrected(const Response& response) {
  const std::string& text = response.understanding().corrected_text();
  return {text.empty() ? "none" : text};
}
Values Picker(const Response& response) {
  const std::string& picker = response.reply().picker();
  return {picker.empty() ? "none" : picker};
}
Values Safety(const Response& response) {
  const auto& rules = response.understanding().safety_rules();
  return {rules.begin(), rules.end()};
}
Values FirstOf(Values values) {
  if (values.size() > 1) values.resize(1);
  return values;
}
Values FirstDocument(const Response& response) {
  return FirstOf(DocumentsOf(response));
}
Values FirstTopic(const Response& response) {
  return FirstOf(TopicsOf(response));
}

enum class Rule {
  kOneOf,   // The actual value is one of the expected ones.
  kAllIn,   // Each expected value is among the actual ones.
  kNoneIn,  // No expected value is among the actual ones.
};

struct Kind {
  std::string_view key;
  Actual actual;
  Rule rule;
};

constexpr std::array kKinds = {
    Kind{"outcome", Outcome, Rule::kOneOf},
    Kind{"urgency", Urgency, Rule::kOneOf},
    Kind{"pending", Pending, Rule::kOneOf},
    Kind{"handover", Handover, Rule::kOneOf},
    Kind{"corrected", Corrected, Rule::kOneOf},
    Kind{"picker", Picker, Rule::kOneOf},
    Kind{"document", FirstDocument, Rule::kOneOf},
    Kind{"topic", FirstTopic, Rule::kOneOf},
    Kind{"documents", DocumentsOf, Rule::kAllIn},
    Kind{"topics", TopicsOf, Rule::kAllIn},
    Kind{"slots", SlotsOf, Rule::kAllIn},
    Kind{"options", OptionsOf, Rule::kAllIn},
    Kind{"safety", Safety, Rule::kAllIn},
    Kind{"no documents", DocumentsOf, Rule::kNoneIn},
    Kind{"no slots", SlotsOf, Rule::kNoneIn},
};

bool IsMet(const Values& expected, const Values& actual, Rule rule) {
  const auto in = [](const Values& values) {
    return [&values](const std::string& value) {
      return Contains(values, value);
    };
  };
  // "none" as the only value expects nothing at all.
  if (rule != Rule::kNoneIn && expected == Values{"none"}) {
    return actual.empty() || actual == expected;
  }
  switch (rule) {
    case Rule::kOneOf:
      return std::any_of(actual.begin(), actual.end(), in(expected));
    case Rule::kAllIn:
      return std::all_of(expected.begin(), expected.end(), in(actual));
    case Rule::kNoneIn:
      return std::none_of(expected.begin(), expected.end(), in(actual));
  }
  return false;
}

bool Says(const Response& response, const std::string& words) {
  return Lower(TextOf(response)).find(Lower(words)) != std::string::npos;
}

}  // namespace

bool IsExpectation(std::string_view key) {
  return key == "says" || key == "never says" ||
         std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const Kind& kind) { return kind.key == key; });
}

std::string ExpectationNames() {
  std::string names = "says, never says";
  for (const Kind& kind : kKinds) names += fmt::format(", {}", kind.key);
  return names;
}

std::optional<std::string> Unmet(const Expectation& expectation,
                                 const v1::SendMessageResponse& response) {
  if (expectation.key == "says" || expectation.key == "never says") {
    const bool wanted = expectation.key == "says";
    if (Says(response, expectation.values.front()) == wanted) {
      return std::nullopt;
    }
    return TextOf(response);
  }
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& entry) {
        return entry.key == expectation.key;
      });
  const Values actual = kind->actual(response);
  if (IsMet(expectation.values, actual, kind->rule)) return std::nullopt;
  return Join(actual);
}

}  // namespace quiver
