#ifndef QUIVER_SERVICE_ERROR_DETAILS_H_
#define QUIVER_SERVICE_ERROR_DETAILS_H_

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace quiver {

// A field of a request that breaks its contract.
struct FieldViolation {
  std::string field;        // Path in the request: "option_ids[2]".
  std::string description;  // What is wrong with it, for a developer.
};

// InvalidArgument with `violations`, which must not be empty, and a reason for
// programs.  Of many violations the first 16 are told: details travel in
// headers.
absl::Status InvalidFields(const std::vector<FieldViolation>& violations,
                           std::string_view reason = "INVALID_FIELDS");

// `status` with a reason for programs, such as "ASSISTANT_NOT_FOUND", unless
// it is OK or has one.
absl::Status WithReason(absl::Status status, std::string_view reason);

// `status` for the wire: its canonical code, with google.rpc details.
// ErrorInfo is always among them (domain "quiver.dev"); BadRequest for fields;
// RetryInfo for Unavailable and ResourceExhausted; LocalizedMessage where a
// person may read it.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace quiver

#endif  // QUIVER_SERVICE_ERROR_DETAILS_H_
