#ifndef QUIVER_SERVICE_MESSAGE_BYTES_H_
#define QUIVER_SERVICE_MESSAGE_BYTES_H_

#include <google/protobuf/message.h>
#include <grpcpp/support/byte_buffer.h>

#include "absl/status/status.h"

namespace quiver {

// Reads `bytes` into `message`.  gRPC's own reader answers a request that
// does not parse with UNIMPLEMENTED or INTERNAL; callers deserve better.
//
// InvalidArgument: it does not parse; fields with text that is not UTF-8 are
//   named as violations.
absl::Status ParseMessage(const grpc::ByteBuffer& bytes,
                          google::protobuf::Message& message);

// `message` as bytes for the wire.
grpc::ByteBuffer SerializeMessage(const google::protobuf::Message& message);

}  // namespace quiver

#endif  // QUIVER_SERVICE_MESSAGE_BYTES_H_
