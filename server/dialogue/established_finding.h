#ifndef QUIVER_DIALOGUE_ESTABLISHED_FINDING_H_
#define QUIVER_DIALOGUE_ESTABLISHED_FINDING_H_

#include "dialogue/answering.h"
#include "dialogue/turn.h"

namespace quiver {

// Keeps `inquiry` to the document for those in whom something was established
// (a diagnosis), once the visitor told so and asks about a place, whichever it
// is: what is said of the place to all others does not hold for them.
// Unchanged where no such thing was told, something else is asked about as
// well, or the place is the visitor's own and the finding somebody else's.
//
// What is established is no subject and nothing that is asked for, and all
// documents about it are narrower than others: what is said to those who have
// it, beside what is said to those who fear it.
Inquiry KeepToFinding(const Turn& turn, Inquiry inquiry);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_ESTABLISHED_FINDING_H_
