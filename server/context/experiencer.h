#ifndef QUIVER_CONTEXT_EXPERIENCER_H_
#define QUIVER_CONTEXT_EXPERIENCER_H_

#include <vector>

#include "context/clause_view.h"
#include "context/context.h"

namespace quiver {

// Sets Assertion::experiencer and is_own of each mention.
//
// Who has it is the nearest person before it, in its clause or, when that has
// none before it, in the sentence.  Pronouns mean whoever was named last.  The
// visitor's elders (mother, uncle) are family history when what befell them
// is told as past ("my dad had a stroke"), without anything that says it goes
// on: a date within hours, the elder in the present tense ("my dad is"), a
// call for help, "i think" before it.  So is anyone who died, and what "runs in
// the family".  What is told of an animal (animals.h) is the animal's as far as
// its clause goes, and where a pronoun means it.
void NoteBearers(const std::vector<ClauseView>& views,
                 std::vector<Assertion>& assertions);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_EXPERIENCER_H_
