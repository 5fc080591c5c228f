// The only file that knows Boost.Asio.

#include "gateway/http_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "gateway/call_limit.h"
#include "gateway/http_connection.h"
#include "gateway/socket_transport.h"

namespace quiver {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using boost::system::error_code;

const auto kTick =
    std::chrono::milliseconds(absl::ToInt64Milliseconds(kHttpTick));

// Counts responses under way.  Thread safe.
class BusyCount {
 public:
  void Change(int change) {
    const std::lock_guard lock(mutex_);
    count_ += change;
    if (count_ == 0) none_.notify_all();
  }
  // Until there are none, or `patience` is at its end.
  void AwaitNone(absl::Duration patience) {
    std::unique_lock lock(mutex_);
    const auto is_none = [this] { return count_ == 0; };
    if (patience == absl::InfiniteDuration()) return none_.wait(lock, is_none);
    none_.wait_for(lock, absl::ToChronoNanoseconds(patience), is_none);
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  int count_ = 0;  // Guarded.
};

absl::Status NotAnAddress(const std::string& address) {
  return absl::InvalidArgumentError(
      fmt::format("\"{}\" is not an address such as 0.0.0.0:8080", address));
}

class AsioServer final : public HttpServer {
 public:
  AsioServer(const HttpServerOptions& options, const Clock& clock,
             HttpHandler handler)
      : io_(std::make_shared<asio::io_context>(1)),
        context_{options,
                 std::move(handler),
                 clock,
                 Poster(),
                 [this](int change) { busy_.Change(change); },
                 [this](HttpConnection& connection) { Forget(connection); }},
        per_address_(
            std::make_shared<CallLimit>(options.max_connections_per_address)),
        acceptor_(*io_),
        pause_(*io_),
        ticker_(*io_) {}

  ~AsioServer() override { Shutdown(absl::ZeroDuration()); }

  absl::Status Start() {
    absl::Status prepared = PrepareTls();
    if (prepared.ok()) prepared = Listen();
    if (!prepared.ok()) return prepared;
    Accept();
    Tick();
    thread_ = std::thread([this] { io_->run(); });
    return absl::OkStatus();
  }

  int port() const override { return port_; }

  void Shutdown(absl::Duration patience) override {
    if (!thread_.joinable()) return;
    std::promise<void> stopped;
    asio::post(*io_, [this, &stopped] {
      StopAccepting();
      stopped.set_value();
    });
    stopped.get_future().wait();
    busy_.AwaitNone(patience);
    asio::post(*io_, [this] { CloseAll(); });
    thread_.join();  // It ends when nothing is left to wait for.
  }

 private:
  // Handlers may answer after the server is gone.
  std::function<void(std::function<void()>)> Poster() const {
    return [weak = std::weak_ptr<asio::io_context>(io_)](
               std::function<void()> action) {
      const auto io = weak.lock();
      if (io != nullptr) asio::post(*io, std::move(action));
    };
  }

  absl::Status PrepareTls() {
    const HttpServerOptions& options = context_.options;
    if (options.certificate.empty()) return absl::OkStatus();
    tls_.emplace(asio::ssl::context::tls_server);
    tls_->set_options(asio::ssl::context::no_tlsv1 |
                      asio::ssl::context::no_tlsv1_1);
    error_code error;
    tls_->use_certificate_chain(asio::buffer(options.certificate), error);
    if (!error) {
      tls_->use_private_key(asio::buffer(options.private_key),
                            asio::ssl::context::pem, error);
    }
    if (!error) return absl::OkStatus();
    return absl::InvalidArgumentError(fmt::format(
        "cannot use the TLS certificate and key: {}", error.message()));
  }

  absl::StatusOr<tcp::endpoint> Endpoint() {
    const std::string& address = context_.options.address;
    const size_t colon = address.rfind(':');
    uint32_t port = 0;
    if (colon == std::string::npos ||
        !absl::SimpleAtoi(address.substr(colon + 1), &port) || port > 65535) {
      return NotAnAddress(address);
    }
    std::string host = address.substr(0, colon);
    if (host.size() > 1 && host.front() == '[' && host.back() == ']') {
      host = host.substr(1, host.size() - 2);
    }
    error_code error;
    const auto found = tcp::resolver(*io_).resolve(
        host, address.substr(colon + 1),
        tcp::resolver::passive | tcp::resolver::numeric_service, error);
    if (error || found.empty()) return NotAnAddress(address);
    return found.begin()->endpoint();
  }

  absl::Status Listen() {
    const absl::StatusOr<tcp::endpoint> endpoint = Endpoint();
    if (!endpoint.ok()) return endpoint.status();
    error_code error;
    acceptor_.open(endpoint->protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(*endpoint, error);
    if (!error) {
      acceptor_.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
      return absl::UnavailableError(fmt::format("cannot listen on {}: {}",
                                                context_.options.address,
                                                error.message()));
    }
    port_ = acceptor_.local_endpoint().port();
    return absl::OkStatus();
  }

  void Accept() {
    acceptor_.async_accept([this](const error_code& error, tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error) {
        Welcome(std::move(socket));
        return Accept();
      }
      // Such as no file descriptors left.
      pause_.expires_after(kTick);
      pause_.async_wait([this](const error_code& stopped) {
        if (!stopped) Accept();
      });
    });
  }

  void Welcome(tcp::socket socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error || connections_.size() >= context_.options.max_connections) {
      return;
    }
    socket.set_option(tcp::no_delay(true), error);
    std::string address = endpoint.address().to_string();
    const auto& unlimited = context_.options.unlimited_addresses;
    CallLimit::Ticket ticket;
    bool too_many = false;
    if (std::find(unlimited.begin(), unlimited.end(), address) ==
        unlimited.end()) {
      ticket = per_address_->Enter(address);
      too_many = ticket == nullptr;
    }
    const auto connection = std::make_shared<HttpConnection>(
        context_, std::move(address), std::move(ticket));
    connections_.emplace(connection.get(), connection);
    context_.options.on_connections(+1);
    auto transport = TransportOver(std::move(socket), connection);
    if (too_many) {
      connection->Refuse(std::move(transport), 429);
    } else {
      connection->Start(std::move(transport));
    }
  }

  std::unique_ptr<HttpTransport> TransportOver(
      tcp::socket socket, const std::shared_ptr<HttpConnection>& connection) {
    if (tls_) {
      return std::make_unique<SocketTransport<TlsStream>>(
          TlsStream(std::move(socket), *tls_), connection);
    }
    return std::make_unique<SocketTransport<tcp::socket>>(std::move(socket),
                                                          connection);
  }

  void Forget(HttpConnection& connection) {
    connections_.erase(&connection);
    context_.options.on_connections(-1);
  }

  // What is done to a connection may take it out of the table.
  template <typename Action>
  void ForEach(Action action) {
    std::vector<std::shared_ptr<HttpConnection>> all;
    all.reserve(connections_.size());
    for (const auto& [key, connection] : connections_) {
      all.push_back(connection);
    }
    for (const auto& connection : all) action(*connection);
  }

  void Tick() {
    ticker_.expires_after(kTick);
    ticker_.async_wait([this](const error_code& stopped) {
      if (stopped || closed_) return;
      ForEach([](HttpConnection& connection) { connection.Tick(); });
      Tick();
    });
  }

  void StopAccepting() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    context_.draining = true;
  }

  void CloseAll() {
    closed_ = true;
    ticker_.cancel();
    ForEach([](HttpConnection& connection) { connection.Close(); });
  }

  // The first, as it must outlive all that waits in it.
  const std::shared_ptr<asio::io_context> io_;
  BusyCount busy_;
  HttpConnectionContext context_;
  const std::shared_ptr<CallLimit> per_address_;
  std::optional<asio::ssl::context> tls_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  asio::steady_timer ticker_;
  absl::flat_hash_map<HttpConnection*, std::shared_ptr<HttpConnection>>
      connections_;
  bool closed_ = false;
  std::thread thread_;
  int port_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<HttpServer>> StartHttpServer(
    const HttpServerOptions& options, const Clock& clock, HttpHandler handler) {
  auto server =
      std::make_unique<AsioServer>(options, clock, std::move(handler));
  const absl::Status started = server->Start();
  if (!started.ok()) return started;
  return server;
}

}  // namespace quiver
