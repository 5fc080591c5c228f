#ifndef QUIVER_GATEWAY_HTTP_SERVER_H_
#define QUIVER_GATEWAY_HTTP_SERVER_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "gateway/http_message.h"

namespace quiver {

struct HttpServerOptions {
  std::string address;  // "0.0.0.0:8080", "[::1]:0"; port 0: a free one.
  // Certificate chain and private key, PEM.  Both empty: no encryption.
  std::string certificate;
  std::string private_key;

  size_t max_connections = 4096;
  size_t max_connections_per_address = 512;
  size_t max_header_bytes = 16 << 10;              // Beyond it: 431.
  size_t max_body_bytes = 1 << 20;                 // Beyond it: 413.
  absl::Duration header_time = absl::Seconds(10);  // Beyond it: 408.
  absl::Duration body_time = absl::Seconds(20);    // Beyond it: 408.
  absl::Duration idle_time = absl::Seconds(75);    // Between two requests.
  absl::Duration write_time = absl::Seconds(30);   // For one piece.
};

// A listening HTTP/1.1 server.
class HttpServer {
 public:
  // Closes every connection.
  virtual ~HttpServer() = default;

  // The port it got.
  virtual int port() const = 0;

  // Takes no new connections and requests, waits up to `patience` for
  // responses that are under way, then closes what is left.
  virtual void Shutdown(absl::Duration patience) = 0;
};

// Starts to listen; every request goes to `handler`, which must outlive it.
//
// InvalidArgument: the address, certificate or key cannot be read.
// Unavailable: the address cannot be listened to.
absl::StatusOr<std::unique_ptr<HttpServer>> StartHttpServer(
    const HttpServerOptions& options, HttpHandler handler);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_SERVER_H_
