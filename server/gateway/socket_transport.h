// Part of http_server.cc, the only file that knows Boost.Asio.

#ifndef QUIVER_GATEWAY_SOCKET_TRANSPORT_H_
#define QUIVER_GATEWAY_SOCKET_TRANSPORT_H_

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include "gateway/http_transport.h"

namespace quiver {

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

// A transport over `Stream`: a socket, or a TLS stream over one.  Operations
// that are under way keep the one that is told of them.
template <typename Stream>
class SocketTransport final : public HttpTransport {
 public:
  SocketTransport(Stream stream, std::weak_ptr<HttpTransportEvents> events)
      : wire_(std::make_shared<Wire>(std::move(stream))),
        events_(std::move(events)) {}
  ~SocketTransport() override { Close(); }

  void Open() override {
    auto done = [wire = wire_, to = events_.lock()](const Error& error) {
      if (wire->open) to->OnOpen(!error);
    };
    if constexpr (kEncrypted) {
      wire_->stream.async_handshake(boost::asio::ssl::stream_base::server,
                                    std::move(done));
    } else {
      boost::asio::post(wire_->stream.get_executor(),
                        [done = std::move(done)] { done(Error()); });
    }
  }

  void Read() override {
    wire_->stream.async_read_some(
        boost::asio::buffer(wire_->incoming),
        [wire = wire_, to = events_.lock()](const Error& error, size_t bytes) {
          if (!wire->open) return;
          to->OnRead(
              std::string_view(wire->incoming.data(), error ? 0 : bytes));
        });
  }

  void Write(std::string_view bytes) override {
    boost::asio::async_write(
        wire_->stream, boost::asio::buffer(bytes.data(), bytes.size()),
        [wire = wire_, to = events_.lock()](const Error& error, size_t) {
          if (wire->open) to->OnWritten(!error);
        });
  }

  void FinishWriting() override {
    if constexpr (kEncrypted) {
      wire_->stream.async_shutdown(
          [wire = wire_](const Error&) { wire->ShutDown(); });
    } else {
      wire_->ShutDown();
    }
  }

  void Close() override {
    wire_->open = false;
    Error ignored;
    wire_->Socket().close(ignored);
  }

 private:
  using Error = boost::system::error_code;
  static constexpr bool kEncrypted = std::is_same_v<Stream, TlsStream>;

  struct Wire {
    explicit Wire(Stream given) : stream(std::move(given)) {}

    boost::asio::ip::tcp::socket& Socket() {
      if constexpr (kEncrypted) {
        return stream.next_layer();
      } else {
        return stream;
      }
    }
    void ShutDown() {
      Error ignored;
      Socket().shutdown(boost::asio::socket_base::shutdown_send, ignored);
    }

    Stream stream;
    std::array<char, 4096> incoming;
    bool open = true;
  };

  const std::shared_ptr<Wire> wire_;
  const std::weak_ptr<HttpTransportEvents> events_;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_SOCKET_TRANSPORT_H_
