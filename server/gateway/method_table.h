#ifndef QUIVER_GATEWAY_METHOD_TABLE_H_
#define QUIVER_GATEWAY_METHOD_TABLE_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"

namespace quiver {

// The method that an HTTP path names ("/package.Service/Method").  It need not
// be registered with the server.
//
// Unimplemented: there is no such method, or browsers cannot call it because
// it takes a stream; the message says which.
absl::StatusOr<const google::protobuf::MethodDescriptor*> FindWebMethod(
    std::string_view path);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_METHOD_TABLE_H_
