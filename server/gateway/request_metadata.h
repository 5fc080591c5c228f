#ifndef QUIVER_GATEWAY_REQUEST_METADATA_H_
#define QUIVER_GATEWAY_REQUEST_METADATA_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "gateway/http_message.h"
#include "gateway/web_frames.h"

namespace quiver {

// The header fields of a request that are meant for the service: all but those
// of HTTP, of gRPC itself and of this process.  "-bin" values are decoded.
//
// InvalidArgument: a "-bin" value is not base64, or a field cannot be metadata.
absl::StatusOr<WebMetadata> MetadataOf(const HttpHeaders& headers);

// The value of grpc-timeout ("200m"); infinite for none.
//
// InvalidArgument: not up to eight digits and one of H M S m u n.
absl::StatusOr<absl::Duration> ParseTimeout(std::string_view value);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_REQUEST_METADATA_H_
