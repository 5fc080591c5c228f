#ifndef QUIVER_GATEWAY_HTTP_RESPONSE_ENCODER_H_
#define QUIVER_GATEWAY_HTTP_RESPONSE_ENCODER_H_

#include <string>

#include "absl/time/time.h"
#include "gateway/http_exchange.h"
#include "gateway/http_message.h"

namespace quiver {

// What of a request decides how its response is written.
struct HttpResponseTerms {
  bool keep_alive = false;    // The connection may go on after it.
  bool takes_chunks = false;  // HTTP/1.1.
  bool head_only = false;     // It was a HEAD request.
};

// Turns what a handler gives out into the bytes of one response.
class HttpResponseEncoder {
 public:
  HttpResponseEncoder() = default;
  explicit HttpResponseEncoder(const HttpResponseTerms& terms)
      : terms_(terms) {}

  // Appends the bytes of `output`, which is sent at the time `now`.
  void Encode(const HttpOutput& output, absl::Time now, std::string& bytes);

  // Nothing of the response is missing.
  bool ended() const { return ended_; }
  // The handler gave up half-way: the client must be cut off.
  bool dropped() const { return dropped_; }

  // Whether the connection may go on; decided when the head is written.
  bool keep_alive() const { return terms_.keep_alive; }
  void ForbidKeepAlive() { terms_.keep_alive = false; }

 private:
  void EncodeHead(const HttpHead& head, absl::Time now, std::string& bytes);

  HttpResponseTerms terms_;
  bool ended_ = false;
  bool dropped_ = false;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_RESPONSE_ENCODER_H_
