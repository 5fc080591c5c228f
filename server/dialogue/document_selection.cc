#include <algorithm>
#include <set>
#include <string_view>

#include "dialogue/answering.h"

namespace quiver {
namespace {

constexpr size_t kMaxDocuments = 2;
constexpr size_t kMaxWords = 130;

// How well a document fits the details known.
struct Fit {
  const Document* document = nullptr;
  int specificity = 0;
  bool fresh = false;  // About a detail of this very message.
};

bool MentionedNow(const Turn& turn, const About& about) {
  return turn.understanding().Holds(Reference{about.entity, about.value});
}

// Whether some value of every entity that `document` is about is known.
Fit FitOf(const Turn& turn, const Document& document) {
  Fit fit{&document, 0, false};
  std::set<std::string_view> entities;
  for (const About& about : document.about) entities.insert(about.entity);
  for (const std::string_view entity : entities) {
    bool known = false;
    for (const About& about : document.about) {
      if (about.entity != entity) continue;
      const bool now = MentionedNow(turn, about);
      fit.fresh |= now;
      known |= now || turn.state.Holds(Reference{about.entity, about.value});
    }
    if (!known) return {};
    fit.specificity += turn.catalog().FindEntity(entity)->specificity;
  }
  return fit;
}

int SpecificityOf(const Catalog& catalog, const Document& document) {
  int sum = 0;
  std::set<std::string_view> entities;
  for (const About& about : document.about) entities.insert(about.entity);
  for (const std::string_view entity : entities) {
    sum += catalog.FindEntity(entity)->specificity;
  }
  return sum;
}

// Documents more specific than that of the inquiry, best first.
std::vector<Fit> MoreSpecific(const Turn& turn, const Inquiry& inquiry) {
  const int floor = SpecificityOf(turn.catalog(), *inquiry.document);
  std::vector<Fit> fits;
  for (const Document& document : turn.catalog().documents) {
    if (document.about.empty() || &document == inquiry.document) continue;
    const Fit fit = FitOf(turn, document);
    if (fit.specificity > floor) fits.push_back(fit);
  }
  const bool any_fresh = std::any_of(fits.begin(), fits.end(),
                                     [](const Fit& fit) { return fit.fresh; });
  if (any_fresh) {
    std::erase_if(fits, [](const Fit& fit) { return !fit.fresh; });
  }
  // Stable: equal fits stay in order of their ids.
  std::stable_sort(fits.begin(), fits.end(),
                   [](const Fit& left, const Fit& right) {
                     return left.specificity > right.specificity;
                   });
  return fits;
}

size_t WordCount(const Passage& passage) {
  const std::string text = PlainText(passage.blocks);
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool IsMainAspect(const Catalog& catalog, const std::string& aspect) {
  const auto& aspects = catalog.profile.aspects;
  return aspect.empty() || (!aspects.empty() && aspects.front() == aspect);
}

// The documents the talk is about, when this message names nothing itself:
// "how long does it last?".
std::vector<const Document*> TopicDocuments(const Turn& turn) {
  std::vector<const Document*> documents;
  const bool names_something = std::any_of(
      turn.understanding().mentions.begin(),
      turn.understanding().mentions.end(), [](const Mention& mention) {
        return mention.entity->subject || mention.entity->specificity > 0;
      });
  if (names_something) return documents;
  for (const std::string& id : turn.state.topic.documents) {
    documents.push_back(turn.catalog().FindDocument(id));
  }
  return documents;
}

std::vector<PassageChoice> SelectByAspect(
    const Inquiry& inquiry, const std::vector<const Document*>& documents) {
  for (const Document* document : documents) {
    const int section = document->FindAspect(inquiry.aspect);
    if (section >= 0) return {{document, static_cast<size_t>(section)}};
  }
  return {{inquiry.document, inquiry.passage}};
}

// The short answer of each document, and what sets it off where there is room.
std::vector<PassageChoice> SelectShortAnswers(
    const Turn& turn, const Inquiry& inquiry,
    const std::vector<const Document*>& documents) {
  if (documents.empty()) {
    if (inquiry.passage != 0 || inquiry.aspect.empty()) {
      return {{inquiry.document, inquiry.passage}};
    }
  }
  std::vector<const Document*> leads(
      documents.begin(),
      documents.begin() + std::min(documents.size(), kMaxDocuments));
  if (leads.empty()) leads.push_back(inquiry.document);
  std::vector<PassageChoice> choices;
  size_t words = 0;
  const auto add = [&](const Document& document, size_t index) {
    const size_t more = WordCount(document.passages[index]);
    if (!choices.empty() && words + more > kMaxWords) return;
    words += more;
    choices.push_back({&document, index});
  };
  for (const Document* document : leads) add(*document, 0);
  for (const Document* document : leads) {
    const int section = document->FindAspect(inquiry.aspect);
    if (section > 0) add(*document, static_cast<size_t>(section));
  }
  std::erase_if(choices, [&](const PassageChoice& choice) {
    return choice.passage != 0 &&
           turn.state.WasTold(choice.document->id, choice.passage);
  });
  return choices;
}

}  // namespace

std::vector<PassageChoice> SelectPassages(const Turn& turn,
                                          const Inquiry& inquiry) {
  std::vector<const Document*> documents;
  if (!IsMainAspect(turn.catalog(), inquiry.aspect)) {
    documents = TopicDocuments(turn);
  }
  for (const Fit& fit : MoreSpecific(turn, inquiry)) {
    documents.push_back(fit.document);
  }
  return IsMainAspect(turn.catalog(), inquiry.aspect)
             ? SelectShortAnswers(turn, inquiry, documents)
             : SelectByAspect(inquiry, documents);
}

}  // namespace quiver
