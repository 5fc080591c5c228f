#ifndef QUIVER_TESTS_BENCHMARKS_SHIPPED_ASSISTANT_H_
#define QUIVER_TESTS_BENCHMARKS_SHIPPED_ASSISTANT_H_

#include <array>
#include <memory>
#include <string_view>

#include "conversation/assistant.h"

namespace quiver {

// The shipped assistant with its learned model; read and trained at the first
// call.  Ends the program when that fails.
std::shared_ptr<const Assistant> ShippedAssistant();

// A conversation of a visitor with it.
inline constexpr std::array<std::string_view, 8> kMessages = {
    "why does my left eyelid keep twitching",
    "mostly when I am tired, and I drink a lot of coffee",
    "is that dangerous?",
    "how long does it usually last",
    "what about my calf, it jumps after running",
    "no weakness and no numbness",
    "how can I make it stop",
    "thanks",
};

}  // namespace quiver

#endif  // QUIVER_TESTS_BENCHMARKS_SHIPPED_ASSISTANT_H_
