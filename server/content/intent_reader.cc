#include <fmt/format.h>

#include <algorithm>

#include "content/assistant_reader.h"
#include "content/map_reader.h"
#include "content/name_lists.h"

namespace quiver {
namespace {

constexpr int kMostPriority = 100;

constexpr Action kControlActions[] = {
    Action::kHelp,   Action::kStartOver,       Action::kGoBack,
    Action::kRepeat, Action::kRecall,          Action::kForget,
    Action::kReject, Action::kExplainQuestion, Action::kSimpler,
    Action::kMore,   Action::kSummarize,       Action::kWhy,
    Action::kCorrect};
constexpr Action kAnswerActions[] = {Action::kYes, Action::kNo, Action::kUnsure,
                                     Action::kSkip, Action::kNoneOfThese};

template <size_t kSize>
Choices<Action> Named(const Action (&actions)[kSize]) {
  Choices<Action> choices;
  for (const Action action : actions) {
    choices.emplace_back(ActionName(action), action);
  }
  return choices;
}

IntentKind ReadKind(const MapReader& reader) {
  return reader.Choose<IntentKind>("kind",
                                   {{"question", IntentKind::kQuestion},
                                    {"social", IntentKind::kSocial},
                                    {"control", IntentKind::kControl},
                                    {"answer", IntentKind::kAnswer}},
                                   IntentKind::kQuestion);
}

// Keys that mean something to some kinds only.
struct KindKey {
  std::string_view key;
  std::vector<IntentKind> kinds;
  std::string_view advice;
};

const std::vector<KindKey>& KindKeys() {
  using enum IntentKind;
  static const std::vector<KindKey>& keys = *new std::vector<KindKey>{
      {"answer", {kQuestion}, "only intents of kind question have an answer"},
      {"aspect", {kQuestion}, "only intents of kind question have an aspect"},
      {"follow_ups",
       {kQuestion},
       "only intents of kind question have follow-ups"},
      {"examples",
       {kQuestion},
       "only intents of kind question have examples: give patterns"},
      {"replies", {kSocial}, "only intents of kind social have replies"},
      {"action",
       {kControl, IntentKind::kAnswer},
       "only intents of kind control and answer have an action"}};
  return keys;
}

void RefuseKeysOfOtherKinds(const MapReader& reader, IntentKind kind) {
  for (const auto& [key, kinds, advice] : KindKeys()) {
    if (!reader.Has(key) ||
        std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
      continue;
    }
    reader.diagnostics().Error(
        reader.Find(key)->Position(),
        fmt::format("{} may not have `{}`", reader.Description(), key),
        std::string(advice));
  }
}

void RequireKeyOfKind(const MapReader& reader, IntentKind kind) {
  switch (kind) {
    case IntentKind::kQuestion:
      if (!reader.Has("answer")) {
        reader.Missing("answer",
                       "name the document for visitors who give no detail");
      }
      return;
    case IntentKind::kSocial:
      if (!reader.Has("replies")) reader.Missing("replies");
      return;
    case IntentKind::kControl:
    case IntentKind::kAnswer:
      if (!reader.Has("action")) reader.Missing("action");
  }
}

std::vector<AuthoredPattern> ReadPatterns(const MapReader& reader,
                                          const ReadContext& context) {
  std::vector<AuthoredPattern> patterns;
  for (const YamlNode* node : reader.TextNodes("patterns")) {
    AuthoredPattern pattern;
    pattern.regex = context.macros.Expand(*node, context.diagnostics);
    pattern.written = node->text;
    pattern.position = node->Position();
    if (!pattern.regex.empty()) patterns.push_back(std::move(pattern));
  }
  return patterns;
}

void CheckReachable(const MapReader& reader, std::string_view name,
                    const ReadContext& context) {
  if (reader.Has("patterns") || reader.Has("examples") ||
      name == context.names.default_intent) {
    return;
  }
  reader.Missing("patterns", "nothing leads to it: give patterns or examples");
}

void ReadWhatItDoes(const MapReader& reader, const ReadContext& context,
                    Intent& intent) {
  switch (intent.kind) {
    case IntentKind::kQuestion:
      intent.answer = ReadName(reader, "answer", context.names.documents);
      intent.aspect = ReadName(reader, "aspect", context.names.aspects);
      return;
    case IntentKind::kSocial:
      intent.replies = reader.Texts("replies");
      return;
    case IntentKind::kControl:
      intent.action = reader.Choose<Action>("action", Named(kControlActions),
                                            Action::kNone);
      return;
    case IntentKind::kAnswer:
      intent.action =
          reader.Choose<Action>("action", Named(kAnswerActions), Action::kNone);
  }
}

Intent ReadIntent(const YamlEntry& entry, const ReadContext& context) {
  Intent intent;
  intent.name = entry.key.text;
  intent.position = entry.key.Position();
  ExpectName(entry.key, "an intent", context.diagnostics);
  const MapReader reader(entry.value, IntentKeys(), intent.name,
                         intent.position, context.diagnostics);
  intent.title = reader.Text("title");
  intent.kind = ReadKind(reader);
  RequireKeyOfKind(reader, intent.kind);
  CheckReachable(reader, intent.name, context);
  RefuseKeysOfOtherKinds(reader, intent.kind);
  ReadWhatItDoes(reader, context, intent);
  intent.patterns = ReadPatterns(reader, context);
  intent.examples = reader.Texts("examples");
  intent.counter_examples = reader.Texts("counter_examples");
  intent.needed = ReadConditionOf(reader, "requires", context.names);
  intent.refused = ReadConditionOf(reader, "refuses", context.names);
  intent.follow_ups = ReadNames(reader, "follow_ups", context.names.slots);
  intent.priority =
      reader.Integer("priority", -kMostPriority, kMostPriority, 0);
  return intent;
}

}  // namespace

std::vector<Intent> ReadIntents(const std::vector<const YamlEntry*>& entries,
                                const ReadContext& context) {
  std::vector<Intent> intents;
  intents.reserve(entries.size());
  for (const YamlEntry* entry : entries) {
    intents.push_back(ReadIntent(*entry, context));
  }
  return intents;
}

}  // namespace quiver
