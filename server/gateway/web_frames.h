#ifndef QUIVER_GATEWAY_WEB_FRAMES_H_
#define QUIVER_GATEWAY_WEB_FRAMES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace quiver {

// A frame of a gRPC-Web body: a flag byte, a big-endian length of 4 bytes, and
// that many bytes.
struct WebFrame {
  uint8_t flags = 0;  // 0x01: compressed; 0x80: trailers.
  std::string payload;

  friend bool operator==(const WebFrame&, const WebFrame&) = default;
};

// Cuts a body into frames, however its bytes arrive.
class WebFrameReader {
 public:
  explicit WebFrameReader(size_t max_payload_bytes);

  // Takes more of the body and appends the frames that it completes.
  //
  // ResourceExhausted: a frame announces a payload above the limit.
  // InvalidArgument: unknown flags.
  // After an error the reader must not be used again.
  absl::Status Feed(std::string_view bytes, std::vector<WebFrame>& frames);

  // Whether nothing of an unfinished frame is held.
  bool AtFrameEnd() const { return pending_.empty(); }

 private:
  size_t max_payload_bytes_;
  std::string pending_;
};

// Decodes base64 that may be padded anywhere: each padded group ends a run of
// its own.
class Base64Reader {
 public:
  // Takes more text and appends the bytes that are complete.
  //
  // InvalidArgument: not base64.
  absl::Status Feed(std::string_view text, std::string& bytes);

  // Whether no part of a group of four is held.
  bool AtGroupEnd() const { return pending_.empty(); }

 private:
  std::string pending_;
};

// Name and value of metadata; the names are lower case, the values of "-bin"
// names raw bytes.
using WebMetadata = std::vector<std::pair<std::string, std::string>>;

// A frame that holds `message`.
std::string MessageFrame(std::string_view message);

// The frame that ends a body: status, message and trailing metadata.
std::string TrailersFrame(const absl::Status& status,
                          const WebMetadata& metadata);

// The same as header fields, for a response without a body.
WebMetadata TrailerFields(const absl::Status& status,
                          const WebMetadata& metadata);

// Percent-encoded as grpc-message: printable ASCII but '%' stays.
std::string PercentEncode(std::string_view text);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_FRAMES_H_
