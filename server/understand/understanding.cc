#include "understand/understanding.h"

#include <algorithm>

namespace quiver {

std::string_view MethodName(Method method) {
  switch (method) {
    case Method::kPattern:
      return "pattern";
    case Method::kExample:
      return "example";
    case Method::kRetrieval:
      return "retrieval";
    case Method::kDetails:
      return "details";
  }
  return "";
}

std::string Candidate::Describe() const {
  return weighed.has_value() ? weighed->Describe() : std::string(found_by);
}

std::string_view Candidate::Name() const {
  if (document != nullptr) return document->id;
  return intent == nullptr ? std::string_view() : intent->name;
}

bool Understanding::Holds(const Reference& reference) const {
  return std::any_of(
      mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return mention.entity->name == reference.entity &&
               !mention.assertion.negated &&
               (reference.value.empty() || mention.value == reference.value);
      });
}

bool Understanding::Holds(const Condition& condition) const {
  return std::any_of(
      condition.begin(), condition.end(), [&](const Conjunction& all) {
        return std::all_of(
            all.begin(), all.end(),
            [&](const Reference& reference) { return Holds(reference); });
      });
}

bool Understanding::Asks() const {
  const std::vector<Clause>& clauses = utterance.corrected.clauses;
  return std::any_of(clauses.begin(), clauses.end(),
                     [](const Clause& clause) { return clause.question; });
}

}  // namespace quiver
