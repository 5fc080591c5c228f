#include "dialogue/document_choice.h"

#include <algorithm>
#include <string_view>

#include "dialogue/details.h"
#include "dialogue/known_details.h"

namespace quiver {
namespace {

using Reach = Inquiry::Reach;

// The least specificity of documents that may take the inquiry's place.
int FloorOf(const Turn& turn, const Inquiry& inquiry) {
  return inquiry.reach == Reach::kDetails
             ? 1
             : SpecificityOf(turn.catalog(), *inquiry.document) + 1;
}

// Whether only details of this message count, not those remembered.
bool NowOnly(const Turn& turn, const Inquiry& inquiry) {
  return inquiry.reach != Reach::kAll || GivesChoosingDetail(turn);
}

// The place of `document` among what this message resembles; beyond the last
// when it is not there.
size_t RankOf(const Turn& turn, const Document& document) {
  const auto& questions = turn.understanding().questions;
  if (questions.empty()) return 0;
  const auto& candidates = questions.front().candidates;
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& candidate) {
                                    return candidate.document == &document;
                                  });
  return static_cast<size_t>(found - candidates.begin());
}

std::vector<const Document*> BetterDocuments(const Turn& turn,
                                             const Inquiry& inquiry,
                                             const KnownDetails& details) {
  if (inquiry.reach != Reach::kAll && inquiry.reach != Reach::kDetails) {
    return {};
  }
  const bool now_only = NowOnly(turn, inquiry);
  const int floor = FloorOf(turn, inquiry);
  std::vector<Fit> fits;
  for (const Document& document : turn.catalog().documents) {
    if (document.about.empty()) continue;
    const Fit fit = details.FitOf(document);
    if (fit.specificity < floor || (now_only && !fit.given_now)) continue;
    fits.push_back(fit);
  }
  // Stable: what is equal in all stays in order of the ids.
  std::stable_sort(
      fits.begin(), fits.end(), [&](const Fit& left, const Fit& right) {
        if (left.specificity != right.specificity) {
          return left.specificity > right.specificity;
        }
        if (left.said != right.said) return left.said;
        return RankOf(turn, *left.document) < RankOf(turn, *right.document);
      });
  std::vector<const Document*> documents;
  for (const Fit& fit : fits) documents.push_back(fit.document);
  return documents;
}

const Document* FindComplement(const Turn& turn, const Inquiry& inquiry,
                               const KnownDetails& details,
                               const Document& lead) {
  if (inquiry.reach == Reach::kDocument) return nullptr;
  const bool now_only = NowOnly(turn, inquiry);
  Fit best;
  for (const Document& document : turn.catalog().documents) {
    if (document.about.empty()) continue;
    const Fit fit = details.FitOf(document);
    if (fit.specificity > best.specificity && (fit.given_now || !now_only) &&
        details.Adds(document, lead, now_only)) {
      best = fit;
    }
  }
  return best.document;
}

}  // namespace

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

DocumentChoice ChooseDocuments(const Turn& turn, const Inquiry& inquiry) {
  const KnownDetails details(turn);
  DocumentChoice choice;
  choice.better = BetterDocuments(turn, inquiry, details);
  choice.leads = {choice.better.empty() ? inquiry.document
                                        : choice.better.front()};
  const Document* other =
      FindComplement(turn, inquiry, details, *choice.leads.front());
  if (other != nullptr) choice.leads.push_back(other);
  return choice;
}

const Document* ComplementOf(const Turn& turn, const Inquiry& inquiry,
                             const Document& lead) {
  return FindComplement(turn, inquiry, KnownDetails(turn), lead);
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
