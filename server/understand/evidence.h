#ifndef QUIVER_UNDERSTAND_EVIDENCE_H_
#define QUIVER_UNDERSTAND_EVIDENCE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "understand/detail_fit.h"

namespace quiver {

// What speaks for a document, and against it, as the answer to a part of a
// message.  The weights of the kinds are in evidence.cc.
struct Evidence {
  uint32_t document = 0;  // Index into Catalog::documents.
  uint32_t passage = 0;   // Whose words fit best.

  // What speaks for any document; the rest tells them apart.
  double baseline = 0.40;
  double learned = 0;  // LabelScore::score, 0 to 1.
  // The share of the words that it accounts for, held against how far it lies
  // behind the document with the most words in common.
  double words = 0;
  double named = 0;  // The share of the words that are its title or an alias.
  DetailFit fit;
  bool expected = false;      // The answer of the intent.
  bool other_aspect = false;  // Answers intents, but none of that aspect.
  double foreign = 0;  // How surely the model finds the part out of scope.

  // 0 to 1; rises with Sum().
  double Confidence() const;
  // What it all comes to; not bounded.
  double Sum() const;
  // What the words alone say, beside the baseline.
  double Likeness() const;
  // For the trace.
  std::string Describe() const;
};

// How a part of a message as a whole resembles what an assistant knows: what
// tells foreign ones where no entity is marked as the subject.
struct Familiarity {
  double likest = 0;   // LabelScore::confidence of the nearest label.
  double covered = 0;  // Coverage of the document with the most of its words.
  size_t words = 0;  // Other than stop words; with none `covered` says nothing.
  double learned = 0;  // The most of any document's Evidence::learned.
  double foreign = 0;  // Evidence::foreign.

  // On the scale of candidates.
  double Confidence() const;

  // Whether the words are strange as a whole, whatever chance word of the
  // subject is among them: "tremors in the stock market".
  bool IsForeign() const;
};

// Evidence by document.
class EvidenceList {
 public:
  // That of `document`, new and empty when there was none.  Valid until the
  // next call.
  Evidence& Of(uint32_t document);

  // Mixes what the words say (Evidence::learned and words) with `share` of what
  // they say in `other`.
  void Blend(const EvidenceList& other, double share);

  std::vector<Evidence>& items() { return list_; }

 private:
  std::vector<Evidence> list_;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_EVIDENCE_H_
