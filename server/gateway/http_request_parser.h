#ifndef QUIVER_GATEWAY_HTTP_REQUEST_PARSER_H_
#define QUIVER_GATEWAY_HTTP_REQUEST_PARSER_H_

#include <cstddef>
#include <memory>
#include <string_view>

#include "gateway/http_message.h"

namespace quiver {

struct HttpParserLimits {
  size_t max_header_bytes = 16 << 10;  // And of what stands around a chunk.
  size_t max_body_bytes = 1 << 20;
};

// Reads HTTP/1.x requests, one after the other, however their bytes arrive.
class HttpRequestParser {
 public:
  explicit HttpRequestParser(const HttpParserLimits& limits);
  ~HttpRequestParser();

  // Where the request being read is.
  enum class Stage { kStart, kHead, kBody, kComplete };

  // Takes bytes up to the end of the request and tells how many it took.  Those
  // it did not take must be given again, with more behind them.
  size_t Feed(std::string_view bytes);

  Stage stage() const;

  // The HTTP status to refuse the request with, after which the connection is
  // of no use: 400, 413 (body), 417, 431 (head), 501, 505.  0: all is well.
  int refusal() const;

  // Of the head, from kBody on.
  bool keep_alive() const;        // The client wants to send more.
  bool takes_chunks() const;      // It speaks HTTP/1.1.
  bool expects_continue() const;  // It waits to be asked for the body.

  // The request, once kComplete; makes ready for the next.
  HttpRequest Take();

 private:
  struct State;
  const std::unique_ptr<State> state_;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_REQUEST_PARSER_H_
