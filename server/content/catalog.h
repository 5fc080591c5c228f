#ifndef QUIVER_CONTENT_CATALOG_H_
#define QUIVER_CONTENT_CATALOG_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_position.h"
#include "base/string_map.h"
#include "content/document.h"

namespace quiver {

// "body_part", or "body_part=eyelid".
struct Reference {
  std::string entity;
  std::string value;  // Empty: any.

  friend bool operator==(const Reference&, const Reference&) = default;
};

// References that must all hold.
using Conjunction = std::vector<Reference>;
// Conjunctions of which one must hold.
using Condition = std::vector<Conjunction>;

// One of the conjunctions that a safety rule may hold by.
struct RuleConjunction {
  uint32_t rule = 0;         // Index into Catalog::safety_rules.
  uint32_t conjunction = 0;  // Index into SafetyRule::when.

  friend auto operator<=>(const RuleConjunction&,
                          const RuleConjunction&) = default;
};

// A value of an entity.
struct EntityValue {
  std::string name;   // "eyelid"
  std::string label;  // As shown to visitors: "eyelid".
  // Words and phrases, normalized, that mean it; name and label included
  // unless the author said otherwise.
  std::vector<std::string> synonyms;
  // Those of them that may be said by the way: they count where they are tied
  // to something (Assertion::tied).
  std::vector<std::string> linked;
  std::vector<std::string> patterns;  // RE2, macros expanded.
  std::vector<std::string> except;    // RE2: hides what it overlaps.
  std::vector<Reference> implies;
  bool lingers = false;  // Matters for weeks after: an operation.
  bool remedy = false;   // Of an entity of causes: is taken as a remedy too.
  // Those about it: indices into Catalog::documents, ascending.
  std::vector<uint32_t> documents;
  std::vector<RuleConjunction> sign_of;  // Those that name it, ascending.
  SourcePosition position;
};

enum class EntityKind {
  kDictionary,  // Values with synonyms and patterns.
  kDuration,    // Lengths of time; values are ranges, found by rules.
};

// A kind of detail that visitors give: body part, medicine, sign.
struct Entity {
  std::string name;
  EntityKind kind = EntityKind::kDictionary;
  int specificity = 0;   // 0 to 100.
  bool subject = false;  // Its values place a message inside the subject.
  bool sides = false;
  bool causes = false;  // Its values bring things on; remedies are none.
  // The value that many different ones amount to: everywhere.  Empty: none.
  std::string several;
  std::vector<EntityValue> values;
  // Those that name it, whatever its value, ascending.
  std::vector<RuleConjunction> sign_of;
  SourcePosition position;

  // The value called `value`, or null.
  const EntityValue* Find(std::string_view value) const;

  // What `values` amount to as the choice of a document: `several` alone when
  // it is one of them or they are at least three different ones, else `values`.
  std::vector<std::string_view> Amounting(
      std::vector<std::string_view> values) const;
};

// A detail worth asking for.  Named as its entity.
struct Slot {
  std::string name;
  std::vector<std::string> questions;  // Variants.
  std::string rephrased;
  std::string reason;
  std::vector<std::string> options;  // Values of the entity, as offered.
  bool multiple = false;
  std::string picker;       // Empty: none.
  std::string acknowledge;  // May hold {value}; empty: nothing is said.
  Condition unless;
  SourcePosition position;
};

enum class IntentKind { kQuestion, kSocial, kControl, kAnswer };

// What a control or answer intent asks the dialogue to do.
enum class Action {
  kNone,
  // Of IntentKind::kControl:
  kHelp,
  kStartOver,
  kGoBack,
  kRepeat,
  kRecall,
  kForget,
  kExplainQuestion,
  kReject,
  kSimpler,
  kMore,
  kSummarize,
  kWhy,
  kCorrect,
  // Of IntentKind::kAnswer:
  kYes,
  kNo,
  kUnsure,
  kSkip,
  kNoneOfThese,
};

// The word that authors write for `action`; "" for kNone.
std::string_view ActionName(Action action);

// A pattern as the author wrote it and as RE2 sees it.
struct AuthoredPattern {
  std::string written;
  std::string regex;  // Macros expanded.
  SourcePosition position;
};

struct Intent {
  std::string name;
  std::string title;
  IntentKind kind = IntentKind::kQuestion;
  Action action = Action::kNone;
  std::string topic;   // Of the answer's document; may be empty.
  std::string aspect;  // Empty: none.
  std::string answer;  // A document's id; empty when not a question.
  std::vector<AuthoredPattern> patterns;
  std::vector<std::string> examples;
  std::vector<std::string> counter_examples;
  Condition needed;  // `requires`; empty: always holds.
  Condition refused;
  std::vector<std::string> follow_ups;  // Slots.
  std::vector<std::string> replies;     // Of IntentKind::kSocial.
  int priority = 0;
  SourcePosition position;
};

enum class SafetyLevel { kDoctor, kSameDay, kEmergency };

struct SafetyRule {
  std::string name;
  std::string title;
  SafetyLevel level = SafetyLevel::kDoctor;
  Condition when;
  Condition unless;
  // Holds instead of another rule whose examples a message resembles, but not
  // surely enough.
  bool suspected = false;
  std::vector<std::string> examples;  // Messages that it should catch.
  std::vector<Block> message;
  std::string document;  // Cited; may be empty.
  SourcePosition position;
};

// Words of the assistant about itself.
struct Profile {
  std::string name;
  std::string language;  // BCP 47.
  std::string greeting;
  std::string disclaimer;
  std::string contact;
  std::vector<std::string> starters;
  std::vector<std::string> aspects;
  std::vector<std::string> advice;  // Aspects that complete an answer.
  std::string default_intent;       // Empty: none.
  bool animals = false;             // What an animal has counts as well.
};

// Everything authored for one assistant, checked: every reference inside it
// resolves.  An immutable value; pointers that it gives live as long as it.
struct Catalog {
  std::string assistant;     // The folders' name.
  std::string content_hash;  // Of all its files; 64 hexadecimal digits.
  Profile profile;
  std::vector<Entity> entities;
  std::vector<Slot> slots;
  std::vector<Intent> intents;
  std::vector<SafetyRule> safety_rules;
  // Messages that sound like danger and are none.
  std::vector<std::string> harmless_examples;
  std::vector<Document> documents;  // By id.
  StringMap<std::vector<std::string>> messages;
  StringMap<std::string> spellings;

  // The thing of that name, or null.
  const Entity* FindEntity(std::string_view name) const;
  const Slot* FindSlot(std::string_view name) const;
  const Intent* FindIntent(std::string_view name) const;
  const SafetyRule* FindSafetyRule(std::string_view name) const;
  const Document* FindDocument(std::string_view id) const;

  // Variant `turn` of message `key` (taken modulo the number of variants).
  // `key` must be one of kMessageKeys (content/message_keys.h).
  const std::string& Message(std::string_view key, uint64_t turn) const;
};

// Tells each value of an entity which documents are about it, and each document
// which entities it is about.  To be called once `catalog.documents` are in
// order.
void LinkDocuments(Catalog& catalog);

// Tells each entity and each value what safety rules name it.  To be called
// once `catalog.safety_rules` are complete.
void LinkSafetyRules(Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_CONTENT_CATALOG_H_
