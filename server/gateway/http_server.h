#ifndef QUIVER_GATEWAY_HTTP_SERVER_H_
#define QUIVER_GATEWAY_HTTP_SERVER_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "base/clock.h"
#include "gateway/http_message.h"

namespace quiver {

struct HttpServerOptions {
  std::string address;  // "0.0.0.0:8080", "[::1]:0", "localhost:0"; port 0: a
                        // free one.
  // Certificate chain and private key, PEM.  Both empty: no encryption.
  std::string certificate;
  std::string private_key;

  size_t max_connections = 4096;             // More are closed unheard.
  size_t max_connections_per_address = 512;  // More get 429.
  // Those of proxies, which bring the connections of many.
  std::vector<std::string> unlimited_addresses;
  size_t max_header_bytes = 16 << 10;              // Beyond it: 431.
  size_t max_body_bytes = 1 << 20;                 // Beyond it: 413.
  absl::Duration header_time = absl::Seconds(10);  // Beyond it: 408.
  absl::Duration body_time = absl::Seconds(20);    // Beyond it: 408.
  absl::Duration idle_time = absl::Seconds(75);    // Between two requests.
  absl::Duration write_time = absl::Seconds(30);   // For 64 KiB.
  // Called when a client connects (+1) and when it is gone (-1).
  std::function<void(int change)> on_connections = [](int) {};
};

// A listening HTTP/1.1 server, on one thread of its own.
class HttpServer {
 public:
  // Closes every connection.
  virtual ~HttpServer() = default;

  // The port it got.
  virtual int port() const = 0;

  // Takes no new connections, closes those that are there after their next
  // response, waits up to `patience` for responses that are under way, then
  // closes what is left.
  virtual void Shutdown(absl::Duration patience) = 0;
};

// Starts to listen; every request goes to `handler`, on the thread of the
// server.  `clock` must outlive it.
//
// InvalidArgument: the address, certificate or key cannot be read.
// Unavailable: the address cannot be listened to.
absl::StatusOr<std::unique_ptr<HttpServer>> StartHttpServer(
    const HttpServerOptions& options, const Clock& clock, HttpHandler handler);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_SERVER_H_
