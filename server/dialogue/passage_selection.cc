#include <algorithm>
#include <limits>
#include <utility>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/document_choice.h"

namespace quiver {
namespace {

// Passages, each once, as long as there is room.  What is added first has the
// first claim to the room; what is told first has the lowest place.
class Selection {
 public:
  explicit Selection(const Inquiry& inquiry)
      : most_words_(inquiry.most_words) {}

  // Returns whether the passage is in.
  bool Add(const Document& document, size_t passage, size_t place = 0) {
    const PassageChoice choice{&document, passage};
    if (Contains(choice)) return true;
    const size_t words = document.passages[passage].words;
    if (!placed_.empty() && words_ + words > most_words_) return false;
    words_ += words;
    placed_.push_back({place, choice});
    return true;
  }

  // Of an answer about `about`, and about whatever else is told.
  AnswerChoice Take(std::vector<const Document*> about) {
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& left, const Placed& right) {
                       return left.place < right.place;
                     });
    AnswerChoice answer{std::move(about), {}};
    for (const Placed& placed : placed_) {
      answer.passages.push_back(placed.choice);
      const Document* document = placed.choice.document;
      if (std::find(answer.about.begin(), answer.about.end(), document) ==
          answer.about.end()) {
        answer.about.push_back(document);
      }
    }
    return answer;
  }

 private:
  struct Placed {
    size_t place = 0;
    PassageChoice choice;
  };

  bool Contains(const PassageChoice& choice) const {
    return std::any_of(
        placed_.begin(), placed_.end(),
        [&](const Placed& placed) { return placed.choice == choice; });
  }

  const size_t most_words_;
  std::vector<Placed> placed_;
  size_t words_ = 0;
};

// Adds the section about `aspect`, if there is one: as a talk goes, the place
// before what sets it off, and all behind what stands at 0.
bool AddSection(const Catalog& catalog, const Document& document,
                const std::string& aspect, Selection& selection) {
  const int section = document.FindAspect(aspect);
  if (section < 0) return false;
  selection.Add(document, static_cast<size_t>(section),
                PlaceInTalk(catalog, document) + 1);
  return true;
}

bool IsNew(const Turn& turn, const Document& document, size_t passage) {
  return !turn.state.WasTold(document.id, passage);
}

// No document has the section: the short answer of `lead`, unless it was told,
// and that of the intent's own document.
AnswerChoice SelectWithoutSection(const Turn& turn, const Inquiry& inquiry,
                                  const Document& lead) {
  Selection selection(inquiry);
  const Document* general =
      inquiry.intent == nullptr || inquiry.reach == Inquiry::Reach::kDocument
          ? nullptr
          : turn.catalog().FindDocument(inquiry.intent->answer);
  if (general == nullptr || IsNew(turn, lead, 0)) selection.Add(lead, 0);
  if (general != nullptr) selection.Add(*general, 0);
  return selection.Take({&lead});
}

// "How about wine?", of a treatment: no document about it has the section, and
// that of the matter was told.
bool AsksOnlyAboutDetail(const Turn& turn, const Inquiry& inquiry,
                         const std::vector<const Document*>& documents) {
  const auto has_section = [&](const Document* document) {
    return document->FindAspect(inquiry.aspect) >= 0;
  };
  return inquiry.reach == Inquiry::Reach::kDetails && documents.size() > 1 &&
         std::none_of(documents.begin(), documents.end() - 1, has_section) &&
         !NewSection(turn, *documents.back(), inquiry.aspect) &&
         IsNew(turn, *documents.front(), 0);
}

// The section that treats the aspect, in the first document that has one;
// before it what the document says in short, when that is new and there is
// room.  The inquiry's own document only stands in for what the talk is about.
AnswerChoice SelectByAspect(const Turn& turn, const Inquiry& inquiry,
                            const DocumentChoice& choice) {
  const Catalog& catalog = turn.catalog();
  std::vector<const Document*> documents = TopicDocuments(turn);
  const bool in_talk = !documents.empty();
  // What holds of a place does not hold of an illness that moves it.
  const bool own_matter = in_talk && IsOwnMatter(catalog, *documents.front());
  const auto suits = [&](const Document& document) {
    return !own_matter || IsOwnMatter(catalog, document);
  };
  for (const Document* better : choice.Better()) {
    if (suits(*better)) documents.push_back(better);
  }
  documents.push_back(choice.Asked());
  Selection selection(inquiry);
  if (AsksOnlyAboutDetail(turn, inquiry, documents)) {
    selection.Add(*documents.front(), 0);
    return selection.Take({documents.front()});
  }
  for (const Document* document : documents) {
    if (!AddSection(catalog, *document, inquiry.aspect, selection)) continue;
    const Document* other = choice.ComplementOf(*document);
    if (other != nullptr && suits(*other)) {
      AddSection(catalog, *other, inquiry.aspect, selection);
    }
    if (IsNew(turn, *document, 0)) selection.Add(*document, 0);
    const bool stands_in = in_talk && document == documents.back();
    return selection.Take({stands_in ? documents.front() : document});
  }
  return SelectWithoutSection(turn, inquiry, *documents.front());
}

// The short answer of each document, unless it was told and the section that
// treats the aspect was not; and that section, where there is room.
AnswerChoice SelectShortAnswers(const Turn& turn, const Inquiry& inquiry,
                                const std::vector<const Document*>& leads) {
  Selection selection(inquiry);
  for (const Document* document : leads) {
    if (IsNew(turn, *document, 0) ||
        !NewSection(turn, *document, inquiry.aspect)) {
      selection.Add(*document, 0);
    }
  }
  for (const Document* document : leads) {
    const auto section = NewSection(turn, *document, inquiry.aspect);
    if (section) selection.Add(*document, *section);
  }
  return selection.Take(leads);
}

// Adds the section about `aspect` of the first of `documents` that has one that
// is new and for which there is room.
void AddAdvice(const Turn& turn, const std::vector<const Document*>& documents,
               const std::string& aspect, size_t place, Selection& selection) {
  for (const Document* document : documents) {
    const auto section = NewSection(turn, *document, aspect);
    if (section && selection.Add(*document, *section, place)) return;
  }
}

// Sorts `documents` by `place`, the lowest first; equal ones stay in order.
template <typename Place>
std::vector<const Document*> SortedBy(std::vector<const Document*> documents,
                                      Place place) {
  std::stable_sort(documents.begin(), documents.end(),
                   [&](const Document* left, const Document* right) {
                     return place(*left) < place(*right);
                   });
  return documents;
}

// What it is likely to be, and, once nothing is left to ask, what to do: the
// sections of Profile::advice.  All of it new.
AnswerChoice SelectAdvice(const Turn& turn, const Inquiry& inquiry,
                          const std::vector<const Document*>& leads) {
  const Catalog& catalog = turn.catalog();
  const auto wider = SortedBy(leads, [&](const Document& document) {
    return PlaceInTalk(catalog, document);
  });
  // What to do depends on what came last in the talk: what sets it off.
  const auto later = SortedBy(leads, [&](const Document& document) {
    const auto place = static_cast<int>(PlaceInTalk(catalog, document));
    return place == 0 ? std::numeric_limits<int>::min() : -place;
  });
  Selection selection(inquiry);
  if (IsNew(turn, *wider.front(), 0)) selection.Add(*wider.front(), 0);
  if (!HasOpenQuestion(turn, TopicOf(inquiry, wider))) {
    const auto& advice = catalog.profile.advice;
    for (size_t i = 0; i < advice.size(); ++i) {
      AddAdvice(turn, i == 0 ? later : wider, advice[i], i + 1, selection);
    }
  }
  for (const Document* document : wider) {
    if (IsNew(turn, *document, 0)) selection.Add(*document, 0);
  }
  AnswerChoice answer = selection.Take(wider);
  if (answer.passages.empty()) answer.passages = {{leads.front(), 0}};
  return answer;
}

}  // namespace

AnswerChoice ChooseAnswer(const Turn& turn, const Inquiry& inquiry) {
  const DocumentChoice choice(turn, inquiry);
  if (inquiry.advise) return SelectAdvice(turn, inquiry, choice.Leads());
  if (IsMainAspect(turn.catalog(), inquiry.aspect)) {
    return SelectShortAnswers(turn, inquiry, choice.Leads());
  }
  return SelectByAspect(turn, inquiry, choice);
}

}  // namespace quiver
