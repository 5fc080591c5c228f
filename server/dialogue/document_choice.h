#ifndef QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_
#define QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_

#include <vector>

#include "dialogue/answering.h"

namespace quiver {

// The documents that answer an inquiry, for dialogue/passage_selection.cc.
struct DocumentChoice {
  // That fit the details better than the inquiry's own, best first.
  std::vector<const Document*> better;
  // The best, and the one about a detail that the best is not about, if there
  // is one: of "my eyelid, since I drink more coffee" one each.
  std::vector<const Document*> leads;
};

// The sum of the specificities of the entities that `document` is about.
int SpecificityOf(const Catalog& catalog, const Document& document);

DocumentChoice ChooseDocuments(const Turn& turn, const Inquiry& inquiry);

// The document about details of this message that `lead` is not about; null
// when there is none.
const Document* ComplementOf(const Turn& turn, const Inquiry& inquiry,
                             const Document& lead);

// The documents the talk is about, when this message names no other: "how long
// does it last?".
std::vector<const Document*> TopicDocuments(const Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_
