#include "dialogue/document_choice.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

#include "dialogue/details.h"

namespace quiver {
namespace {

using Reach = Inquiry::Reach;

constexpr size_t kMostLeads = 3;

// The least specificity of documents that may take the inquiry's place.
int FloorOf(const Inquiry& inquiry) {
  return inquiry.reach == Reach::kDetails ? 1
                                          : inquiry.document->specificity + 1;
}

// Whether only details of this message count, not those remembered.
bool NowOnly(const Turn& turn, const Inquiry& inquiry) {
  return inquiry.reach != Reach::kAll || GivesChoosingDetail(turn);
}

// The place of `document` among what the question resembles, the first of the
// message where the inquiry has none; beyond the last when it is not there.
size_t RankOf(const Turn& turn, const Inquiry& inquiry,
              const Document& document) {
  const auto& questions = turn.understanding().questions;
  if (questions.empty()) return 0;
  const auto& candidates = inquiry.question == nullptr
                               ? questions.front().candidates
                               : inquiry.question->candidates;
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& candidate) {
                                    return candidate.document == &document;
                                  });
  return static_cast<size_t>(found - candidates.begin());
}

bool IsTopic(const Turn& turn, const Document& document) {
  const auto& topic = turn.state.topic.documents;
  return std::find(topic.begin(), topic.end(), document.id) != topic.end();
}

// The documents of `fits`, the best first: what the question resembles, where
// it leaves the choice to all details; the more specific; what was said, not
// implied; what the message resembles; what the talk is about; and in order of
// the ids, as the catalog has them.
std::vector<const Document*> SortedByFit(const Turn& turn,
                                         const Inquiry& inquiry,
                                         const std::vector<Fit>& fits) {
  const bool by_question =
      inquiry.question != nullptr && inquiry.reach == Reach::kAll;
  const auto order = [&](const Fit& fit) {
    const size_t rank = RankOf(turn, inquiry, *fit.document);
    return std::make_tuple(by_question ? rank : 0, -fit.specificity, !fit.said,
                           rank, !IsTopic(turn, *fit.document), fit.document);
  };
  std::vector<decltype(order(Fit()))> orders;
  orders.reserve(fits.size());
  for (const Fit& fit : fits) orders.push_back(order(fit));
  std::sort(orders.begin(), orders.end());
  std::vector<const Document*> documents;
  documents.reserve(orders.size());
  for (const auto& place : orders) documents.push_back(std::get<5>(place));
  return documents;
}

// Whether one of `fits` narrows `wide`: what is said to those who fear an
// illness is not for those who have it.
bool IsNarrowed(const Catalog& catalog, const std::vector<Fit>& fits,
                const Fit& wide) {
  return std::any_of(fits.begin(), fits.end(), [&](const Fit& narrow) {
    return Narrows(catalog, *narrow.document, *wide.document);
  });
}

// The documents that are about known details, or just those of this message,
// the best first.
std::vector<const Document*> Fitting(const Turn& turn, const Inquiry& inquiry,
                                     const KnownDetails& details,
                                     bool now_only) {
  std::vector<Fit> fits;
  for (const Fit& fit : details.fitting()) {
    if (fit.given_now || !now_only) fits.push_back(fit);
  }
  const std::vector<Fit> all = fits;
  std::erase_if(fits, [&](const Fit& fit) {
    return IsNarrowed(turn.catalog(), all, fit);
  });
  return SortedByFit(turn, inquiry, fits);
}

bool HasMainAspect(const Catalog& catalog, const Document& document) {
  const auto& aspects = catalog.profile.aspects;
  return !aspects.empty() && document.FindAspect(aspects.front()) >= 0;
}

// Of the documents about the same askable details that which says what it is
// likely to be.
const Document* MainOf(const Catalog& catalog,
                       const std::vector<const Document*>& documents,
                       const Document* document) {
  if (PlaceInTalk(catalog, *document) == 0) return document;
  const auto found =
      std::find_if(documents.begin(), documents.end(), [&](const auto* other) {
        return other->about == document->about &&
               HasMainAspect(catalog, *other);
      });
  return found == documents.end() ? document : *found;
}

// The one of `documents` that narrows `wide`, or null.
const Document* NarrowerOf(const Catalog& catalog, const Document& wide,
                           const std::vector<const Document*>& documents) {
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const Document* document) {
                                    return Narrows(catalog, *document, wide);
                                  });
  return found == documents.end() ? nullptr : *found;
}

// Whether the message leads to the inquiry's own document first: for its words,
// or for what nobody is asked for, such as a condition.
bool LeadsItself(const Turn& turn, const Inquiry& inquiry,
                 const std::vector<const Document*>& fitting) {
  if (fitting.empty()) return true;
  if (inquiry.reach != Reach::kComplement ||
      NarrowerOf(turn.catalog(), *inquiry.document, fitting) != nullptr) {
    return false;
  }
  const bool fits = std::find(fitting.begin(), fitting.end(),
                              inquiry.document) != fitting.end();
  return !fits || PlaceInTalk(turn.catalog(), *inquiry.document) == 0;
}

}  // namespace

bool IsAbout(const Document& document, std::string_view entity) {
  return std::any_of(
      document.about.begin(), document.about.end(),
      [&](const About& about) { return about.entity == entity; });
}

bool Narrows(const Catalog& catalog, const Document& narrow,
             const Document& wide) {
  const std::vector<uint32_t>& more = narrow.entities;
  const std::vector<uint32_t>& less = wide.entities;
  return !less.empty() && less.size() < more.size() &&
         std::includes(more.begin(), more.end(), less.begin(), less.end()) &&
         std::any_of(more.begin(), more.end(), [&](uint32_t entity) {
           return !std::binary_search(less.begin(), less.end(), entity) &&
                  catalog.FindSlot(catalog.entities[entity].name) == nullptr;
         });
}

size_t PlaceInTalk(const Catalog& catalog, const Document& document) {
  size_t place = 0;
  for (const About& about : document.about) {
    const auto slot = std::find_if(
        catalog.slots.begin(), catalog.slots.end(),
        [&](const Slot& other) { return other.name == about.entity; });
    if (slot == catalog.slots.end()) return 0;
    place = static_cast<size_t>(slot - catalog.slots.begin()) + 1;
  }
  return place;
}

bool IsOwnMatter(const Catalog& catalog, const Document& document) {
  if (document.about.empty() || PlaceInTalk(catalog, document) > 0) {
    return false;
  }
  return std::any_of(catalog.slots.begin(), catalog.slots.end(),
                     [&](const Slot& slot) {
                       return catalog.FindEntity(slot.name)->specificity <
                              document.specificity;
                     });
}

DocumentChoice::DocumentChoice(const Turn& turn, const Inquiry& inquiry)
    : turn_(turn),
      inquiry_(inquiry),
      now_only_(NowOnly(turn, inquiry)),
      details_(inquiry.reach == Reach::kDocument ? KnownDetails()
                                                 : KnownDetails(turn)),
      fitting_(Fitting(turn, inquiry, details_, now_only_)) {}

std::vector<const Document*> DocumentChoice::Better() const {
  if (inquiry_.reach != Reach::kAll && inquiry_.reach != Reach::kDetails) {
    return {};
  }
  std::vector<const Document*> better;
  std::copy_if(fitting_.begin(), fitting_.end(), std::back_inserter(better),
               [floor = FloorOf(inquiry_)](const Document* document) {
                 return document->specificity >= floor;
               });
  return better;
}

const Document* DocumentChoice::Asked() const {
  if (inquiry_.reach == Reach::kDocument) return inquiry_.document;
  const Document* narrower =
      NarrowerOf(turn_.catalog(), *inquiry_.document, fitting_);
  return narrower == nullptr ? inquiry_.document : narrower;
}

std::vector<const Document*> DocumentChoice::Leads() const {
  if (inquiry_.advise && inquiry_.reach != Reach::kDocument) {
    return AdviceLeads();
  }
  const std::vector<const Document*> better = Better();
  const Document* lead = better.empty() ? Asked() : better.front();
  const Document* other = ComplementOf(*lead);
  if (other == nullptr) return {lead};
  return {lead, other};
}

const Document* DocumentChoice::ComplementOf(const Document& lead) const {
  if (inquiry_.reach == Reach::kDocument) return nullptr;
  Fit best;
  for (const Fit& fit : details_.fitting()) {
    if (fit.specificity > best.specificity && (fit.given_now || !now_only_) &&
        details_.Adds(*fit.document, lead, now_only_)) {
      best = fit;
    }
  }
  return best.document;
}

// For advice the details decide: a document for each of them.
std::vector<const Document*> DocumentChoice::AdviceLeads() const {
  std::vector<const Document*> leads;
  if (LeadsItself(turn_, inquiry_, fitting_)) {
    leads.push_back(inquiry_.document);
  }
  for (const Document* document : fitting_) {
    const bool adds =
        std::all_of(leads.begin(), leads.end(), [&](const Document* lead) {
          return details_.Adds(*document, *lead, now_only_);
        });
    if (adds && leads.size() < kMostLeads) {
      leads.push_back(MainOf(turn_.catalog(), fitting_, document));
    }
  }
  return leads;
}

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

}  // namespace quiver
