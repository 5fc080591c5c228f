#include "understand/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace quiver {
namespace {

// What each kind of evidence is worth; docs/understanding.md.
constexpr double kLearnedWeight = 0.50;
// Of its square: what is nearly a question of the document says more.
constexpr double kAlikeWeight = 0.15;
constexpr double kWordsWeight = 0.12;
// A unit of specificity.
constexpr double kMetWeight = 0.12;
constexpr double kAroundWeight = 0.15;
constexpr double kUnmetWeight = 0.10;
constexpr double kIgnoredWeight = 0.01;
// The answer of the intent, to a question with and without details.
constexpr double kExpectedWeight = 0.40;
constexpr double kExpectedAloneWeight = .15;
// Answers of other aspects, to a question without details.
constexpr double kOtherAspectWeight = .10;
// The share of the words that name the document: its title or an alias.
constexpr double kNamedWeight = .15;
// What the model takes for something else.
constexpr double kForeignWeight = 0.08;

// From here on confidence rises ever more slowly, so that strong evidence still
// tells documents apart.
constexpr double kSure = 0.75;

// Where no entity is marked as the subject: what scores lower than this share
// of texts from inside is foreign.
constexpr double kForeignShare = 0.02;
// UnderstandingThresholds::answer: what is on the edge of being answered.
constexpr double kEdge = 0.60;
// Where no document accounts for this share of the words they are strange.
constexpr double kStrangeShare = 0.15;
// A document that accounts for this share of the words is on the edge.
constexpr double kCoveredShare = 0.90;

// Foreign as a whole is what the model takes for something else so surely, ...
constexpr double kSurelyForeign = 0.8;
// ... of whose words no document accounts for this share, ...
constexpr double kForeignCoverage = 0.3;
// ... which resembles no document's questions so much, ...
constexpr double kLikeness = 0.65;
// ... and which has so many words; long stories hold many strange ones.
constexpr size_t kFewestWords = 3;
constexpr size_t kMostWords = 10;

// `value` on the scale of candidates, so that `edge` is kEdge and 1 is 1.
double FromEdge(double value, double edge) {
  return value < edge ? kEdge * value / edge
                      : kEdge + (1 - kEdge) * (value - edge) / (1 - edge);
}

}  // namespace

double Evidence::Likeness() const {
  return kLearnedWeight * learned + kAlikeWeight * learned * learned +
         kWordsWeight * words;
}

double Evidence::Sum() const {
  const bool alone = fit.met + fit.ignored == 0;
  double sum = baseline + Likeness() + kNamedWeight * named;
  sum += kMetWeight * fit.met + kAroundWeight * fit.around;
  sum -= kUnmetWeight * fit.unmet + kIgnoredWeight * fit.ignored;
  if (expected) sum += alone ? kExpectedAloneWeight : kExpectedWeight;
  if (other_aspect && alone) sum -= kOtherAspectWeight;
  return sum - kForeignWeight * foreign;
}

double Evidence::Confidence() const {
  const double sum = Sum();
  if (sum <= kSure) return std::max(sum, 0.0);
  return 1 - (1 - kSure) * std::exp((kSure - sum) / (1 - kSure));
}

std::string Evidence::Describe() const {
  return fmt::format(
      "examples {:.2f}, words {:.2f}, named {:.2f}, details met {} around {} "
      "unmet {} ignored {}{}{}{}",
      learned, words, named, fit.met, fit.around, fit.unmet, fit.ignored,
      expected ? ", expected" : "", other_aspect ? ", other aspect" : "",
      foreign > 0 ? fmt::format(", foreign {:.2f}", foreign) : "");
}

double Familiarity::Confidence() const {
  // Whatever the words resemble, they must not all be strange.
  const double known = words > 0 ? std::min(covered / kStrangeShare, 1.0) : 1;
  return std::max(FromEdge(likest, kForeignShare) * known,
                  FromEdge(covered, kCoveredShare));
}

bool Familiarity::IsForeign() const {
  return foreign >= kSurelyForeign && covered < kForeignCoverage &&
         learned < kLikeness && words >= kFewestWords && words <= kMostWords;
}

Evidence& EvidenceList::Of(uint32_t document) {
  const auto found = std::find_if(
      list_.begin(), list_.end(),
      [&](const Evidence& item) { return item.document == document; });
  if (found != list_.end()) return *found;
  Evidence& added = list_.emplace_back();
  added.document = document;
  return added;
}

void EvidenceList::Blend(const EvidenceList& other, double share) {
  for (Evidence& item : list_) {
    item.learned *= 1 - share;
    item.words *= 1 - share;
  }
  for (const Evidence& theirs : other.list_) {
    Evidence& item = Of(theirs.document);
    if (item.words == 0) item.passage = theirs.passage;
    item.learned += share * theirs.learned;
    item.words += share * theirs.words;
  }
}

}  // namespace quiver
