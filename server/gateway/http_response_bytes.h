#ifndef QUIVER_GATEWAY_HTTP_RESPONSE_BYTES_H_
#define QUIVER_GATEWAY_HTTP_RESPONSE_BYTES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "gateway/http_message.h"

namespace quiver {

// How the end of a response's body is told.
struct HttpFraming {
  enum Kind {
    kLength,      // Content-Length.
    kChunks,      // Transfer-Encoding: chunked.
    kUntilClose,  // The connection ends with it; for HTTP/1.0.
  };
  Kind kind = kLength;
  size_t length = 0;       // Of kLength.
  bool keep_alive = true;  // Never with kUntilClose.
};

// The head of a response, up to and with the empty line.  Line ends in values
// become spaces.
std::string HttpHeadBytes(const HttpHead& head, const HttpFraming& framing,
                          absl::Time date);

// A chunk that holds `piece`, which is not empty.
std::string HttpChunkBytes(std::string_view piece);

// What ends a body of chunks.
inline constexpr std::string_view kHttpLastChunk = "0\r\n\r\n";

// "Not Found" for 404; "" for what this server never sends.
std::string_view HttpReason(int status);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_RESPONSE_BYTES_H_
