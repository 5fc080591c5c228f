#ifndef QUIVER_CLI_EXPECTATIONS_H_
#define QUIVER_CLI_EXPECTATIONS_H_

#include <optional>
#include <string>
#include <string_view>

#include "cli/conversation_script.h"

namespace quiver {

// Whether conversation files may expect `key`.
bool IsExpectation(std::string_view key);

// All keys, for a message to an author.
std::string ExpectationNames();

// What came instead, when `response` does not meet `expectation`.
std::optional<std::string> Unmet(const Expectation& expectation,
                                 const v1::SendMessageResponse& response);

}  // namespace quiver

#endif  // QUIVER_CLI_EXPECTATIONS_H_
