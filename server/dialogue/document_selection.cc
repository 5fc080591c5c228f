#include <algorithm>
#include <string_view>

#include "dialogue/answering.h"
#include "dialogue/details.h"
#include "dialogue/known_details.h"

namespace quiver {
namespace {

constexpr size_t kMaxDocuments = 2;
constexpr size_t kMaxWords = 130;

int SpecificityOf(const Catalog& catalog, const Document& document) {
  int sum = 0;
  std::vector<std::string_view> counted;
  for (const About& about : document.about) {
    if (std::find(counted.begin(), counted.end(), about.entity) !=
        counted.end()) {
      continue;
    }
    counted.push_back(about.entity);
    sum += catalog.FindEntity(about.entity)->specificity;
  }
  return sum;
}

// The least specificity of documents that may take the inquiry's place.
int FloorOf(const Turn& turn, const Inquiry& inquiry) {
  return inquiry.reach == Inquiry::Reach::kDetails
             ? 1
             : SpecificityOf(turn.catalog(), *inquiry.document) + 1;
}

// The documents that fit better than that of the inquiry, best first.
std::vector<const Document*> BetterDocuments(const Turn& turn,
                                             const Inquiry& inquiry,
                                             const KnownDetails& details) {
  const bool all = inquiry.reach == Inquiry::Reach::kAll;
  if (!all && inquiry.reach != Inquiry::Reach::kDetails) return {};
  const bool now_only = !all || GivesChoosingDetail(turn);
  const int floor = FloorOf(turn, inquiry);
  std::vector<Fit> fits;
  for (const Document& document : turn.catalog().documents) {
    if (document.about.empty()) continue;
    const Fit fit = details.FitOf(document);
    if (fit.specificity < floor || (now_only && !fit.given_now)) continue;
    fits.push_back(fit);
  }
  // Stable: equal fits stay in order of their ids.
  std::stable_sort(fits.begin(), fits.end(),
                   [](const Fit& left, const Fit& right) {
                     return left.specificity > right.specificity;
                   });
  std::vector<const Document*> documents;
  for (const Fit& fit : fits) documents.push_back(fit.document);
  return documents;
}

bool ShareAnEntity(const Document& one, const Document& other) {
  return std::any_of(
      one.about.begin(), one.about.end(), [&](const About& about) {
        return std::any_of(other.about.begin(), other.about.end(),
                           [&](const About& another) {
                             return another.entity == about.entity;
                           });
      });
}

// The document about a detail of this message that `lead` is not about: of
// "my eyelid, since I drink more coffee" the one about coffee.
const Document* ComplementOf(const Turn& turn, const Inquiry& inquiry,
                             const KnownDetails& details,
                             const Document& lead) {
  if (inquiry.reach == Inquiry::Reach::kDocument ||
      !details.GivesMoreThan(lead)) {
    return nullptr;
  }
  Fit best;
  for (const Document& document : turn.catalog().documents) {
    if (document.about.empty() || ShareAnEntity(document, lead)) continue;
    const Fit fit = details.FitOf(document);
    if (fit.given_now && fit.specificity > best.specificity) best = fit;
  }
  return best.document;
}

// The documents the talk is about, when this message names no other: "how long
// does it last?".
std::vector<const Document*> TopicDocuments(const Turn& turn) {
  const auto& mentions = turn.understanding().mentions;
  const bool names_other =
      std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
        return mention.entity->subject || mention.entity->specificity > 0;
      });
  std::vector<const Document*> documents;
  if (names_other || GivesChoosingDetail(turn)) return documents;
  for (const std::string& id : turn.state.topic.documents) {
    const Document* document = turn.catalog().FindDocument(id);
    if (document != nullptr) documents.push_back(document);
  }
  return documents;
}

bool IsMainAspect(const Catalog& catalog, const std::string& aspect) {
  const auto& aspects = catalog.profile.aspects;
  return aspect.empty() || (!aspects.empty() && aspects.front() == aspect);
}

size_t WordCount(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

size_t WordCount(const Passage& passage) {
  size_t words = 0;
  for (const Block& block : passage.blocks) {
    words += WordCount(block.text);
    for (const std::string& item : block.items) words += WordCount(item);
  }
  return words;
}

// Passages, each once, as long as there is room.
class Selection {
 public:
  void Add(const Document& document, size_t passage) {
    const PassageChoice choice{&document, passage};
    if (std::find(choices_.begin(), choices_.end(), choice) != choices_.end()) {
      return;
    }
    const size_t words = WordCount(document.passages[passage]);
    if (!choices_.empty() && words_ + words > kMaxWords) return;
    words_ += words;
    choices_.push_back(choice);
  }
  std::vector<PassageChoice> Take() { return std::move(choices_); }

 private:
  std::vector<PassageChoice> choices_;
  size_t words_ = 0;
};

bool AddSection(const Document& document, const std::string& aspect,
                Selection& selection) {
  const int section = document.FindAspect(aspect);
  if (section < 0) return false;
  selection.Add(document, static_cast<size_t>(section));
  return true;
}

// No document has the section: the short answer of `lead`, unless it was told,
// and that of the intent's own document.
std::vector<PassageChoice> SelectWithoutSection(const Turn& turn,
                                                const Inquiry& inquiry,
                                                const Document& lead) {
  Selection selection;
  const Document* general =
      inquiry.intent == nullptr
          ? nullptr
          : turn.catalog().FindDocument(inquiry.intent->answer);
  const size_t passage = &lead == inquiry.document ? inquiry.passage : 0;
  if (general == nullptr || !turn.state.WasTold(lead.id, passage)) {
    selection.Add(lead, passage);
  }
  if (general != nullptr) selection.Add(*general, 0);
  return selection.Take();
}

// The section that treats the aspect, in the first document that has one.
std::vector<PassageChoice> SelectByAspect(
    const Turn& turn, const Inquiry& inquiry, const KnownDetails& details,
    const std::vector<const Document*>& documents) {
  Selection selection;
  for (const Document* document : documents) {
    if (!AddSection(*document, inquiry.aspect, selection)) continue;
    const Document* other = ComplementOf(turn, inquiry, details, *document);
    if (other != nullptr) AddSection(*other, inquiry.aspect, selection);
    return selection.Take();
  }
  return SelectWithoutSection(turn, inquiry, *documents.front());
}

// The short answer of each document, and the section that treats the aspect
// where there is room and it is new.
std::vector<PassageChoice> SelectShortAnswers(
    const Turn& turn, const Inquiry& inquiry,
    const std::vector<const Document*>& leads) {
  Selection selection;
  for (const Document* document : leads) selection.Add(*document, 0);
  for (const Document* document : leads) {
    const int section = document->FindAspect(inquiry.aspect);
    if (section <= 0) continue;
    const auto index = static_cast<size_t>(section);
    if (!turn.state.WasTold(document->id, index)) {
      selection.Add(*document, index);
    }
  }
  return selection.Take();
}

// The one or two documents whose short answers answer `inquiry`.
std::vector<const Document*> Leads(const Turn& turn, const Inquiry& inquiry,
                                   const KnownDetails& details,
                                   const std::vector<const Document*>& better) {
  if (better.size() >= kMaxDocuments) {
    return {better.begin(), better.begin() + kMaxDocuments};
  }
  std::vector<const Document*> leads = better;
  if (leads.empty()) leads.push_back(inquiry.document);
  const Document* other = ComplementOf(turn, inquiry, details, *leads.front());
  if (other != nullptr) leads.push_back(other);
  return leads;
}

}  // namespace

std::vector<PassageChoice> SelectPassages(const Turn& turn,
                                          const Inquiry& inquiry) {
  const KnownDetails details(turn);
  const std::vector<const Document*> better =
      BetterDocuments(turn, inquiry, details);
  if (better.empty() && inquiry.passage != 0) {
    return {{inquiry.document, inquiry.passage}};
  }
  if (IsMainAspect(turn.catalog(), inquiry.aspect)) {
    return SelectShortAnswers(turn, inquiry,
                              Leads(turn, inquiry, details, better));
  }
  std::vector<const Document*> documents = TopicDocuments(turn);
  documents.insert(documents.end(), better.begin(), better.end());
  documents.push_back(inquiry.document);
  return SelectByAspect(turn, inquiry, details, documents);
}

}  // namespace quiver
