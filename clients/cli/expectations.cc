#include "cli/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "cli/reply_format.h"
#include "cli/trace_format.h"

namespace quiver {
namespace {

using Values = std::vector<std::string>;

constexpr char kNothing[] = "nothing";

Values OneOrNone(std::string value) {
  if (value.empty()) return {};
  return {std::move(value)};
}

template <typename Items, typename Name>
Values NamesOf(const Items& items, const Name& name) {
  Values names;
  for (const auto& item : items) names.push_back(name(item));
  return names;
}

// Values of a reply, by key.
using Actual = Values (*)(const Observation&);

Values Outcome(const Observation& seen) {
  return {OutcomeName(seen.response.reply().outcome())};
}
Values Urgency(const Observation& seen) {
  return {UrgencyName(seen.response.reply().urgency())};
}
Values Pending(const Observation& seen) {
  return OneOrNone(seen.response.reply().pending_slot());
}
Values Picker(const Observation& seen) {
  return OneOrNone(seen.response.reply().picker());
}
Values YesOrNo(bool yes) { return {yes ? "yes" : "no"}; }
Values Handover(const Observation& seen) {
  return YesOrNo(seen.response.reply().handover());
}
Values SaidBefore(const Observation& seen) { return YesOrNo(seen.said_before); }
Values Session(const Observation& seen) {
  const std::string& id = seen.response.session_id();
  if (id.empty()) return {"none"};
  return {id == seen.previous_session_id ? "same" : "new"};
}
Values Documents(const Observation& seen) {
  return NamesOf(seen.response.reply().citations(),
                 [](const auto& citation) { return citation.document_id(); });
}
Values Topics(const Observation& seen) {
  return NamesOf(seen.response.reply().citations(),
                 [](const auto& citation) { return citation.topic(); });
}
Values FirstOf(Values values) {
  values.resize(std::min<size_t>(values.size(), 1));
  return values;
}
Values FirstDocument(const Observation& seen) {
  return FirstOf(Documents(seen));
}
Values FirstTopic(const Observation& seen) { return FirstOf(Topics(seen)); }
Values Intents(const Observation& seen) {
  return NamesOf(seen.response.understanding().intents(),
                 [](const auto& intent) { return intent.intent(); });
}
Values Safety(const Observation& seen) {
  const auto& rules = seen.response.understanding().safety_rules();
  return {rules.begin(), rules.end()};
}
Values Slots(const Observation& seen) {
  return NamesOf(seen.response.understanding().slots(), FormatSlot);
}
Values Remembered(const Observation& seen) {
  return NamesOf(seen.session.slots(), FormatSlot);
}
Values Options(const Observation& seen) {
  return NamesOf(seen.response.reply().options(),
                 [](const auto& option) { return option.option_id(); });
}

struct Kind {
  std::string_view key;
  std::string_view negated_key;  // Empty: there is none.
  Actual actual;
  std::string_view allowed;  // Values that there are, apart by "|".
};

constexpr std::array kKinds = {
    Kind{"outcome", "", Outcome,
         "answered|asked|clarify|fallback|safety|social|control"},
    Kind{"urgency", "", Urgency, "none|see_doctor|same_day|emergency"},
    Kind{"pending", "not pending", Pending, ""},
    Kind{"handover", "", Handover, "yes|no"},
    Kind{"session", "", Session, "same|new|none"},
    Kind{"said before", "", SaidBefore, "yes|no"},
    Kind{"picker", "", Picker, ""},
    Kind{"document", "", FirstDocument, ""},
    Kind{"topic", "", FirstTopic, ""},
    Kind{"documents", "no documents", Documents, ""},
    Kind{"topics", "no topics", Topics, ""},
    Kind{"intents", "no intents", Intents, ""},
    Kind{"safety", "no safety", Safety, ""},
    Kind{"slots", "no slots", Slots, ""},
    Kind{"remembered", "not remembered", Remembered, ""},
    Kind{"options", "no options", Options, ""},
};

constexpr char kSays[] = "says";
constexpr char kNeverSays[] = "never says";
constexpr char kCorrected[] = "corrected";

bool IsAboutText(std::string_view key) {
  return key == kSays || key == kNeverSays || key == kCorrected;
}

const Kind* FindKind(std::string_view key) {
  const auto found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) {
        return kind.key == key ||
               (!kind.negated_key.empty() && kind.negated_key == key);
      });
  return found == kKinds.end() ? nullptr : &*found;
}

// How the values of an expectation belong together.
enum class Relation { kAll, kAny, kInOrder };

struct Expected {
  Relation relation = Relation::kAll;
  Values values;
};

Expected ParseValues(const std::string& text) {
  Expected expected;
  std::string_view separator = ",";
  if (text.find(" then ") != std::string::npos) {
    expected.relation = Relation::kInOrder;
    separator = " then ";
  } else if (text.find(" or ") != std::string::npos) {
    expected.relation = Relation::kAny;
    separator = " or ";
  }
  const absl::string_view by(separator.data(), separator.size());
  for (absl::string_view value : absl::StrSplit(text, by)) {
    expected.values.emplace_back(absl::StripAsciiWhitespace(value));
  }
  return expected;
}

// "body_part=calf" is met by "body_part=calf left" too.
bool Fits(const std::string& expected, const std::string& actual) {
  if (actual == expected) return true;
  return actual == expected + " left" || actual == expected + " right" ||
         actual == expected + " both";
}

bool Among(const std::string& expected, const Values& actual) {
  if (expected == kNothing) return actual.empty();
  return std::any_of(
      actual.begin(), actual.end(),
      [&](const std::string& value) { return Fits(expected, value); });
}

bool InOrder(const Values& expected, const Values& actual) {
  auto next = expected.begin();
  for (const std::string& value : actual) {
    if (next != expected.end() && Fits(*next, value)) ++next;
  }
  return next == expected.end();
}

bool IsMet(const Expected& expected, const Values& actual) {
  const auto among = [&](const std::string& value) {
    return Among(value, actual);
  };
  const Values& values = expected.values;
  switch (expected.relation) {
    case Relation::kAll:
      return std::all_of(values.begin(), values.end(), among);
    case Relation::kAny:
      return std::any_of(values.begin(), values.end(), among);
    case Relation::kInOrder:
      return InOrder(values, actual);
  }
  return false;
}

// The text that an expectation about text is about.
std::string TextOf(std::string_view key, const v1::SendMessageResponse& seen) {
  if (key == kCorrected) return seen.understanding().corrected_text();
  std::string text;
  for (const v1::Message& message : seen.reply().messages()) {
    text += message.text() + "\n";
  }
  absl::StripTrailingAsciiWhitespace(&text);
  return text;
}

// Lower case, and single blanks for line breaks, so that layout is no matter.
std::string Plain(std::string text) {
  absl::AsciiStrToLower(&text);
  absl::RemoveExtraAsciiWhitespace(&text);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// Whether `text` holds one of the wordings in `value`, apart by "|".
bool Says(const std::string& text, const std::string& value) {
  const std::string plain = Plain(text);
  const Values wordings = absl::StrSplit(value, '|');
  return std::any_of(wordings.begin(), wordings.end(),
                     [&](const std::string& wording) {
                       return plain.find(Plain(wording)) != std::string::npos;
                     });
}

std::optional<std::string> UnmetText(const Expectation& expectation,
                                     const v1::SendMessageResponse& seen) {
  std::string text = TextOf(expectation.key, seen);
  const bool wanted = expectation.key != kNeverSays;
  if (Says(text, expectation.value) == wanted) return std::nullopt;
  return text.empty() ? kNothing : std::move(text);
}

}  // namespace

std::vector<std::string> ExpectationKeys() {
  std::vector<std::string> keys = {kSays, kNeverSays, kCorrected};
  for (const Kind& kind : kKinds) {
    keys.emplace_back(kind.key);
    if (!kind.negated_key.empty()) keys.emplace_back(kind.negated_key);
  }
  return keys;
}

std::optional<std::string> FindMistake(const Expectation& expectation) {
  if (IsAboutText(expectation.key)) return std::nullopt;
  const Kind* const kind = FindKind(expectation.key);
  if (kind == nullptr) {
    return fmt::format("there is no expectation \"{}\"; there are: {}",
                       expectation.key, fmt::join(ExpectationKeys(), ", "));
  }
  if (kind->allowed.empty()) return std::nullopt;
  const Values allowed = absl::StrSplit(
      absl::string_view(kind->allowed.data(), kind->allowed.size()), '|');
  for (const std::string& value : ParseValues(expectation.value).values) {
    if (!Among(value, allowed)) {
      return fmt::format("\"{}\" is no {}; there are: {}", value,
                         expectation.key, fmt::join(allowed, ", "));
    }
  }
  return std::nullopt;
}

bool NeedsSession(const Expectation& expectation) {
  const Kind* const kind = FindKind(expectation.key);
  return kind != nullptr && kind->actual == Remembered;
}

std::optional<std::string> Unmet(const Expectation& expectation,
                                 const Observation& observation) {
  if (IsAboutText(expectation.key)) {
    return UnmetText(expectation, observation.response);
  }
  const Kind& kind = *FindKind(expectation.key);
  const Values actual = kind.actual(observation);
  Expected expected = ParseValues(expectation.value);
  const bool negated = expectation.key != kind.key;
  // None of several: a single one is too much already.
  if (negated) expected.relation = Relation::kAny;
  if (IsMet(expected, actual) != negated) return std::nullopt;
  return actual.empty() ? kNothing : fmt::format("{}", fmt::join(actual, ", "));
}

}  // namespace quiver
