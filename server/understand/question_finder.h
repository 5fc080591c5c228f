#ifndef QUIVER_UNDERSTAND_QUESTION_FINDER_H_
#define QUIVER_UNDERSTAND_QUESTION_FINDER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "content/catalog.h"
#include "learn/intent_model.h"
#include "understand/understander.h"
#include "understand/understanding.h"

namespace quiver {

// What a message asks, and what it does beside.
struct Requests {
  std::vector<Question> questions;
  std::vector<Candidate> acts;  // Social, control and answer; best first.
};

// Finds what a message asks, and which documents answer.
//
// A question has two halves: what it is about, found by the documents' ranks
// (document_ranker.h), and which side of that it asks for, found by the
// patterns of intents with an aspect.  An intent without an aspect is answered
// by its own document whatever is named.
//
// A message that names nothing of the subject has a question only if every
// word of it is a detail or serves to ask: "how long does it last?", "my left
// thumb"; not "how long does it last in the fridge".  One that names a detail
// which the assistant never asks for ("what about lithium?") is meant only
// inside a conversation: Question::needs_topic.  An intent that requires an
// entity needs no more than that, and a question that a document lists nothing
// at all.
//
// Immutable: any number of threads may use one.
class QuestionFinder {
 public:
  virtual ~QuestionFinder() = default;

  // What `understanding` requests, of which all else is filled in.  In another
  // language nothing is asked.
  virtual Requests Find(const Understanding& understanding) const = 0;

  // The documents that `understanding` is about, best first, whatever it asks.
  virtual std::vector<Candidate> Search(const Understanding& understanding,
                                        size_t limit) const = 0;
};

// Makes it for `catalog`, which must outlive it.  `model` may be null.
//
// Internal: a pattern that the content loader let pass does not compile.
absl::StatusOr<std::unique_ptr<QuestionFinder>> MakeQuestionFinder(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model,
    const UnderstandingThresholds& thresholds);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_QUESTION_FINDER_H_
