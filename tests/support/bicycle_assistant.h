#ifndef QUIVER_TESTS_SUPPORT_BICYCLE_ASSISTANT_H_
#define QUIVER_TESTS_SUPPORT_BICYCLE_ASSISTANT_H_

#include <memory>
#include <string>

#include "conversation/assistant.h"
#include "support/bicycle_catalog.h"

namespace quiver {

// The bicycle assistant (support/bicycle_catalog.h) as a server has it; under
// another name for tests that need two.
std::shared_ptr<const Assistant> BicycleAssistant(
    const std::string& name = kBicycle);

// Knows a few words; for reading content in tests.
const Dictionary& SmallDictionary();

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_BICYCLE_ASSISTANT_H_
