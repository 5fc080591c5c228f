#ifndef QUIVER_TEXT_REWRITING_H_
#define QUIVER_TEXT_REWRITING_H_

#include <string>
#include <vector>

#include "text/speller.h"
#include "text/utterance.h"

namespace quiver {

// `raw` with `replacements` made, which must be in order; its clauses are left
// empty.
//
// A replaced word has the origin of all that it stands for.  When one word
// became several, their origins share it out: letter by letter when only
// spaces were added ("calfmuscle"), else in proportion.
Reading Rewrite(const Reading& raw,
                const std::vector<Replacement>& replacements);

}  // namespace quiver

#endif  // QUIVER_TEXT_REWRITING_H_
