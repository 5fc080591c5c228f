#ifndef QUIVER_TESTS_GATEWAY_HTTP_SERVER_FIXTURE_H_
#define QUIVER_TESTS_GATEWAY_HTTP_SERVER_FIXTURE_H_

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "gateway/http_server.h"
#include "gateway/raw_connection.h"
#include "support/status_matchers.h"

namespace quiver {

// A GET for `path`, with the header lines `more`.
inline std::string Request(std::string_view path, std::string_view more = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n{}\r\n", path, more);
}

// Answers with what it was sent; "/later" and "/stream" when the test says so.
class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() {
    options_.address = "127.0.0.1:0";
    options_.on_connections = [this](int change) { connections_ += change; };
  }
  ~HttpServerTest() override { server_ = nullptr; }

  void Start() {
    auto server = StartHttpServer(
        options_, clock_,
        [this](HttpRequest request, std::shared_ptr<HttpResponder> responder) {
          Handle(std::move(request), std::move(responder));
        });
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
  }
  int port() const { return server_->port(); }

  void Handle(HttpRequest request, std::shared_ptr<HttpResponder> responder) {
    if (request.path != "/later") {
      return responder->Send(
          {{}, request.method + request.path + request.body});
    }
    responder->OnDisconnect([this] { ++disconnected_; });
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(responder));
    came_.notify_all();
  }
  // The responder of the next request for "/later".
  std::shared_ptr<HttpResponder> NextLater() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !waiting_.empty(); });
    auto responder = std::move(waiting_.back());
    waiting_.pop_back();
    return responder;
  }

  HttpServerOptions options_;
  SystemClock clock_;
  std::atomic<int> connections_{0};
  std::atomic<int> disconnected_{0};
  // ThreadSanitizer knows the standard library's locks only.
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<std::shared_ptr<HttpResponder>> waiting_;  // Guarded.
  std::unique_ptr<HttpServer> server_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_HTTP_SERVER_FIXTURE_H_
