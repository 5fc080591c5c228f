#ifndef QUIVER_UNDERSTAND_SAFETY_H_
#define QUIVER_UNDERSTAND_SAFETY_H_

#include <vector>

#include "content/catalog.h"
#include "text/utterance.h"
#include "understand/understanding.h"

namespace quiver {

// What was found in one reading of a message.
struct ReadMentions {
  const Reading& reading;
  const std::vector<Mention>& mentions;
};

// The safety rules of `catalog` that hold, most urgent first, then by name.
//
// A reference holds for a mention that is present (Assertion::Present()) in
// any of `readings`: a sign must not be lost to a spelling correction, nor
// missed for want of one.
std::vector<SafetyFinding> FindDanger(
    const Catalog& catalog, const std::vector<ReadMentions>& readings);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_SAFETY_H_
