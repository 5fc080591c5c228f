// The HTTP server over encrypted connections.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <array>
#include <atomic>
#include <future>
#include <memory>
#include <string>

#include "base/clock.h"
#include "gateway/http_server.h"
#include "gateway/raw_connection.h"
#include "main/self_signed.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::EndsWith;
using ::testing::StartsWith;

constexpr std::string_view kGet = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr std::string_view kLater =
    "GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n";

// A client that speaks TLS.
class TlsConnection {
 public:
  explicit TlsConnection(int port)
      : context_(SSL_CTX_new(TLS_client_method())) {
    bio_ = BIO_new_ssl_connect(context_);
    const std::string address = "127.0.0.1:" + std::to_string(port);
    BIO_set_conn_hostname(bio_, address.c_str());
    EXPECT_EQ(BIO_do_connect(bio_), 1);
    EXPECT_EQ(BIO_do_handshake(bio_), 1);
  }
  ~TlsConnection() {
    BIO_free_all(bio_);
    SSL_CTX_free(context_);
  }
  TlsConnection(const TlsConnection&) = delete;
  TlsConnection& operator=(const TlsConnection&) = delete;

  void Send(std::string_view bytes) {
    EXPECT_EQ(BIO_write(bio_, bytes.data(), static_cast<int>(bytes.size())),
              static_cast<int>(bytes.size()));
  }
  // All that comes until `text`, or until the server closes.
  std::string ReadUntil(std::string_view text) {
    std::string all;
    std::array<char, 4096> buffer;
    while (text.empty() || all.find(text) == std::string::npos) {
      const int bytes = BIO_read(bio_, buffer.data(), buffer.size());
      if (bytes <= 0) break;
      all.append(buffer.data(), static_cast<size_t>(bytes));
    }
    return all;
  }
  // Says that it sends nothing more, and leaves the socket open.
  void SayGoodbye() {
    SSL* ssl = nullptr;
    BIO_get_ssl(bio_, &ssl);
    SSL_shutdown(ssl);
  }

 private:
  SSL_CTX* const context_;
  BIO* bio_;
};

class HttpTlsTest : public testing::Test {
 protected:
  HttpTlsTest() {
    const SelfSigned secrets = MakeSelfSigned("localhost");
    options_.address = "127.0.0.1:0";
    options_.certificate = secrets.certificate;
    options_.private_key = secrets.private_key;
    options_.header_time = absl::Milliseconds(300);
    options_.on_connections = [this](int change) { connections_ += change; };
  }

  int Start() {
    auto server = StartHttpServer(
        options_, clock_,
        [this](const HttpRequest& request,
               std::shared_ptr<HttpResponder> responder) {
          if (request.path != "/later") {
            return responder->Send({{}, std::string(100'000, 'x') + "end"});
          }
          responder->OnDisconnect([this] { ++disconnected_; });
          waiting_ = std::move(responder);
          came_.set_value();
        });
    EXPECT_THAT(server, IsOk());
    server_ = *std::move(server);
    return server_->port();
  }

  HttpServerOptions options_;
  SystemClock clock_;
  std::atomic<int> connections_{0};
  std::atomic<int> disconnected_{0};
  std::shared_ptr<HttpResponder> waiting_;
  std::promise<void> came_;
  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpTlsTest, AnswersOnAKeptConnection) {
  TlsConnection client(Start());
  for (int i = 0; i < 2; ++i) {
    client.Send(kGet);
    EXPECT_THAT(client.ReadUntil("end"), StartsWith("HTTP/1.1 200 OK\r\n"));
  }
}

TEST_F(HttpTlsTest, EndsAConnectionInOrder) {
  TlsConnection client(Start());
  client.Send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_THAT(client.ReadUntil(""), EndsWith("end"));
}

TEST_F(HttpTlsTest, NoticesAClientThatSaysGoodbye) {
  TlsConnection client(Start());
  client.Send(kLater);
  came_.get_future().wait();
  client.SayGoodbye();
  EXPECT_TRUE(Eventually([&] { return disconnected_ == 1; }));
}

TEST_F(HttpTlsTest, NoticesAClientThatGoesAway) {
  const int port = Start();
  {
    TlsConnection client(port);
    client.Send(kLater);
    came_.get_future().wait();
  }
  EXPECT_TRUE(Eventually([&] { return disconnected_ == 1; }));
  EXPECT_TRUE(Eventually([&] { return connections_ == 0; }));
}

TEST_F(HttpTlsTest, ClosesConnectionsThatDoNotSpeakIt) {
  RawConnection client(Start());
  client.Send(kGet);
  EXPECT_THAT(client.ReadToEnd(), testing::Not(StartsWith("HTTP")));
  EXPECT_TRUE(Eventually([&] { return connections_ == 0; }));
}

TEST_F(HttpTlsTest, DoesNotWaitForASlowHandshake) {
  RawConnection client(Start());
  client.Send("\x16\x03\x01");
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpTlsTest, ShutsDownWithAHandshakeUnderWay) {
  options_.header_time = absl::Hours(1);
  RawConnection client(Start());
  EXPECT_TRUE(Eventually([&] { return connections_ == 1; }));
  server_->Shutdown(absl::ZeroDuration());
  EXPECT_EQ(client.ReadToEnd(), "");
}

}  // namespace
}  // namespace quiver
