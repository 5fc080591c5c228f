#ifndef QUIVER_CONTEXT_PAST_DATE_H_
#define QUIVER_CONTEXT_PAST_DATE_H_

#include <cstddef>

#include "context/clause_view.h"

namespace quiver {

// Whether the words of `view` from `at` on name a date long ago with a number,
// or one that depends on the words around it: "in 2015", "when i was 7", "at
// age 7", "had one at 17", "in her 20s", "fell once at work".  Not the age that
// somebody has now: "my son aged 7", "a man in his 40s", "at 17 i can't".
bool NamesPastDate(const ClauseView& view, size_t at);

// Whether the words in `range` tell of the past and of nothing else: "my arm
// hurt", but not "my arm hurts", nor "has hurt again".
bool IsToldAsPast(const ClauseView& view, const WordRange& range);

// Whether some word in `range` tells of the present: "hurts again", "has".
bool TellsOfPresent(const ClauseView& view, const WordRange& range);

// Whether the last word of `view` is part of the name of a person: "my son".
bool EndsInPerson(const ClauseView& view);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_PAST_DATE_H_
