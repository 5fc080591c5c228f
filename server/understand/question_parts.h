#ifndef QUIVER_UNDERSTAND_QUESTION_PARTS_H_
#define QUIVER_UNDERSTAND_QUESTION_PARTS_H_

#include <vector>

#include "text/utterance.h"
#include "understand/detail_fit.h"
#include "understand/understanding.h"

namespace quiver {

Span WholeOf(const Reading& reading);

// What `reading` tells around its questions: all of it; of a very long text the
// beginning, to the end of a clause.
Span StoryOf(const Reading& reading);

// The parts of `reading` that ask something: its questions when there are
// several, three at most, else the whole message, since what comes before a
// question tells what it is about.
std::vector<Span> PartsOf(const Reading& reading);

// Whether `part` of a message is put as a question, or as a condition that
// leaves the question out: "and if it stays".
bool IsPutAsQuestion(const Understanding& understanding, const Span& part);

// Whether `mention` tells which document is meant.
bool IsDetail(const Mention& mention);

// The details of `understanding` that count for `part`.  When the part names
// none, those of the whole message are its own.
PartDetails DetailsOf(const Understanding& understanding, const Span& part);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_QUESTION_PARTS_H_
