#ifndef QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_
#define QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_

#include <memory>
#include <vector>

#include "content/catalog.h"
#include "learn/intent_model.h"
#include "understand/safety.h"
#include "understand/understanding.h"

namespace quiver {

// Tells danger by what messages resemble: the examples of a safety rule, or
// what is harmless.  A net below the rules, and a check on them:
//
// - What resembles the examples of a rule surely is a finding of that rule,
//   though no pattern tells so.
// - What resembles them only just is one of the catalog's `suspected` rule.
// - An urgent rule that holds by its patterns, in clauses and a message that
//   resemble harmless ones by far, is only suspected; in a letter, where signs
//   are told by the way, less far is enough.  Clauses that are very long are
//   never harmless, very short ones only in a letter, by their sentence.
//
// It knows nothing of who has a sign, nor when, but by the examples.  So where
// a sign is denied, long past or only asked about, being a little like them is
// no suspicion.  It says nothing of fewer than five words: they may answer a
// question; nor of a long message as a whole, in which a sign is lost.
//
// Immutable: any number of threads may use one.
class DangerResemblance {
 public:
  // `catalog` must outlive it.  `model` may be null: then it changes nothing;
  // else it was trained on DangerExamples(catalog).
  DangerResemblance(const Catalog& catalog,
                    std::shared_ptr<const IntentModel> model);

  // `findings`, what the rules found in a message whose corrected reading is
  // `read`, most urgent first, with what it tells by resemblance.  Costs a few
  // microseconds a sentence.
  std::vector<SafetyFinding> Review(const ReadMentions& read,
                                    std::vector<SafetyFinding> findings) const;

 private:
  // What a sentence, or the whole message, resembles.
  struct Part {
    Span span;
    const SafetyRule* rule = nullptr;  // Null: too short or long to tell.
    double margin = 0;  // By how much more than what is harmless.
  };

  Part Compare(const ReadMentions& read, const Span& span) const;
  // The whole message first, then its sentences when there are several.
  std::vector<Part> ComparedParts(const ReadMentions& read) const;
  bool IsSign(const Entity& entity) const;
  bool IsExcused(const ReadMentions& read, const Span& span) const;
  bool IsHarmless(const ReadMentions& read, const Part& whole,
                  const Clause& clause) const;
  bool IsHarmless(const ReadMentions& read, const Part& whole,
                  const SafetyFinding& finding) const;
  void HoldBack(const ReadMentions& read, const Part& whole,
                std::vector<SafetyFinding>& findings) const;
  void Add(const ReadMentions& read, const std::vector<Part>& parts,
           std::vector<SafetyFinding>& findings) const;

  const Catalog& catalog_;
  const std::shared_ptr<const IntentModel> model_;
  const SafetyRule* suspected_ = nullptr;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_
