#ifndef QUIVER_CONTEXT_STORY_H_
#define QUIVER_CONTEXT_STORY_H_

#include <cstddef>
#include <vector>

#include "context/clause_view.h"

namespace quiver {

// Whether the sentence of `views[clause]` goes on with a story of long ago: a
// sentence before opens with a date in the past ("in 2012 i fell"), and every
// sentence since, at most kStorySentences, has a subject and tells of the past
// alone.  Not so where nothing behind it comes back to the present: that story
// may have become one of today.
bool IsInPastStory(const std::vector<ClauseView>& views, size_t clause);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_STORY_H_
