#include "dialogue/suggestions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {
namespace {

constexpr size_t kMostSuggestions = 3;

// Documents in the order to offer them, some of them twice.
class Suggestions {
 public:
  explicit Suggestions(const Turn& turn) : turn_(turn) {}

  std::vector<const Document*> Collect() {
    for (const Question& question : turn_.understanding().questions) {
      for (const Candidate& candidate : question.candidates) {
        Add(candidate.document);
      }
    }
    for (const std::string& id : turn_.state.topic.alternatives) {
      Add(turn_.catalog().FindDocument(id));
    }
    AddAnswer(
        turn_.catalog().FindIntent(turn_.catalog().profile.default_intent));
    for (const Intent& intent : turn_.catalog().intents) AddAnswer(&intent);
    return documents_;
  }

 private:
  // What the talk is about already helped nobody.
  void Add(const Document* document) {
    if (document == nullptr) return;
    const auto& told = turn_.state.topic.documents;
    if (std::find(told.begin(), told.end(), document->id) == told.end()) {
      documents_.push_back(document);
    }
  }

  void AddAnswer(const Intent* intent) {
    if (intent == nullptr || intent->answer.empty()) return;
    if (!intent->aspect.empty()) {
      if (std::find(aspects_.begin(), aspects_.end(), intent->aspect) !=
          aspects_.end()) {
        return;
      }
      aspects_.push_back(intent->aspect);
    }
    Add(turn_.catalog().FindDocument(intent->answer));
  }

  const Turn& turn_;
  std::vector<const Document*> documents_;
  std::vector<std::string_view> aspects_;
};

}  // namespace

void SuggestDocuments(Turn& turn) {
  for (const Document* document : Suggestions(turn).Collect()) {
    if (turn.reply.options.size() == kMostSuggestions) return;
    OfferDocument(turn, *document);
  }
}

}  // namespace quiver
