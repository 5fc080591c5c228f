#ifndef QUIVER_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define QUIVER_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace quiver {

inline const absl::Status& StatusOf(const absl::Status& status) {
  return status;
}
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

// Matches an OK absl::Status or absl::StatusOr.
MATCHER(IsOk, "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

// Matches a status by its code and message.  There is no "not OK" matcher:
// say which error is expected.
MATCHER_P2(StatusIs, code, message, "has the code and message") {
  const absl::Status& status = StatusOf(arg);
  *result_listener << status.ToString();
  return status.code() == code &&
         ::testing::ExplainMatchResult(message, std::string(status.message()),
                                       result_listener);
}
MATCHER_P(StatusIs, code, "has the code") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code;
}

}  // namespace quiver

// Declares or assigns `target` from an absl::StatusOr, or fails the test.
#define ASSERT_OK_AND_ASSIGN(target, expression)                              \
  ASSERT_OK_AND_ASSIGN_AT_(QUIVER_TEST_JOIN_(test_result_, __LINE__), target, \
                           expression)
#define ASSERT_OK_AND_ASSIGN_AT_(result, target, expression) \
  auto result = (expression);                                \
  ASSERT_TRUE(result.ok()) << result.status();               \
  target = *std::move(result)
#define QUIVER_TEST_JOIN_(left, right) QUIVER_TEST_JOIN_AGAIN_(left, right)
#define QUIVER_TEST_JOIN_AGAIN_(left, right) left##right

#endif  // QUIVER_TESTS_SUPPORT_STATUS_MATCHERS_H_
