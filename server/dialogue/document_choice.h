#ifndef QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_
#define QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_

#include <vector>

#include "dialogue/answering.h"

namespace quiver {

// The documents that answer an inquiry, for dialogue/passage_selection.cc.
struct DocumentChoice {
  // That fit the details better than the inquiry's own, best first.
  std::vector<const Document*> better;
  // The best, and those about details that the best is not about, if there
  // are any: of "my eyelid, since I drink more coffee" one each.  Two, or up to
  // three for advice, and then without `better`.
  std::vector<const Document*> leads;
};

// The sum of the specificities of the entities that `document` is about.
int SpecificityOf(const Catalog& catalog, const Document& document);

// Where `document` comes in when several are told: first (0) what is about
// things that nobody is asked for, such as a condition; then in the order of
// the slots, as a talk goes, for example the place before what sets it off.
size_t PlaceInTalk(const Catalog& catalog, const Document& document);

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
