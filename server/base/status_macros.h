#ifndef QUIVER_BASE_STATUS_MACROS_H_
#define QUIVER_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns from the enclosing function when `expression`, an absl::Status, is
// not OK.
#define QUIVER_RETURN_IF_ERROR(expression)           \
  do {                                               \
    absl::Status quiver_status_ = (expression);      \
    if (!quiver_status_.ok()) return quiver_status_; \
  } while (false)

// Evaluates `expression`, an absl::StatusOr<T>; declares or assigns `target`
// from its value, or returns its status from the enclosing function.
//
//   QUIVER_ASSIGN_OR_RETURN(const Document document, ReadDocument(path));
#define QUIVER_ASSIGN_OR_RETURN(target, expression)                           \
  QUIVER_ASSIGN_OR_RETURN_AT_(QUIVER_JOIN_(quiver_result_, __LINE__), target, \
                              expression)

// `result` and `target` may be declared here: no parentheses.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define QUIVER_ASSIGN_OR_RETURN_AT_(result, target, expression) \
  auto result = (expression);                                   \
  if (!result.ok()) return std::move(result).status();          \
  target = *std::move(result)
// NOLINTEND(bugprone-macro-parentheses)

#define QUIVER_JOIN_(left, right) QUIVER_JOIN_AGAIN_(left, right)
#define QUIVER_JOIN_AGAIN_(left, right) left##right

#endif  // QUIVER_BASE_STATUS_MACROS_H_
