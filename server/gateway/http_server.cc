// The only file that knows Boost: it takes half a minute to compile.

#include "gateway/http_server.h"

#include <fmt/format.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <set>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "gateway/call_limit.h"
#include "gateway/http_exchange.h"

namespace quiver {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using asio::experimental::as_tuple;
using boost::system::error_code;
using namespace asio::experimental::awaitable_operators;  // NOLINT

using TlsStream = asio::ssl::stream<tcp::socket>;

constexpr auto kTuple = as_tuple(asio::use_awaitable);

// What connections share.
struct Shared {
  HttpServerOptions options;
  HttpHandler handler;
  std::shared_ptr<CallLimit> per_address;
  std::atomic<size_t> connections{0};
  std::atomic<size_t> busy{0};  // Connections with a response under way.
  std::atomic<bool> draining{false};
};

std::chrono::nanoseconds Chrono(absl::Duration duration) {
  return absl::ToChronoNanoseconds(duration);
}

// Whether the peer has closed its side; `socket` is readable.
bool IsClosed(tcp::socket& socket) {
  char byte = 0;
  error_code error;
  socket.non_blocking(true, error);
  const size_t read =
      socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, error);
  return read == 0 && error != asio::error::would_block;
}

HttpResponse ResponseTo(const error_code& error) {
  if (error == http::error::header_limit) {
    return TextResponse(431, "The header of the request is too long.");
  }
  if (error == http::error::body_limit) {
    return TextResponse(413, "The body of the request is too long.");
  }
  if (error == asio::error::timed_out) {
    return TextResponse(408, "The request took too long to arrive.");
  }
  return TextResponse(400, "This is not a well-formed HTTP/1.1 request.");
}

// Whether there is anybody left to tell about `error`.
bool WorthTelling(const error_code& error) {
  return error == asio::error::timed_out ||
         (error.category() ==
              http::make_error_code(http::error::bad_method).category() &&
          error != http::error::end_of_stream &&
          error != http::error::partial_message);
}

HttpRequest ToRequest(http::request<http::string_body> message,
                      const std::string& remote_address) {
  HttpRequest request;
  request.method = std::string(message.method_string());
  const std::string target(message.target());
  const size_t mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string::npos) request.query = target.substr(mark + 1);
  for (const auto& field : message) {
    request.headers.emplace_back(
        absl::AsciiStrToLower(std::string(field.name_string())),
        std::string(field.value()));
  }
  request.body = std::move(message.body());
  request.remote_address = remote_address;
  return request;
}

template <typename Body>
void ApplyHead(const HttpHead& head, bool keep_alive,
               http::response<Body>& message) {
  message.result(static_cast<unsigned>(head.status));
  for (const auto& [name, value] : head.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
}

// One connection; `Stream` is a socket or a TLS stream over one.
template <typename Stream>
class Connection : public std::enable_shared_from_this<Connection<Stream>> {
 public:
  Connection(Stream stream, Shared& shared, std::string remote_address,
             CallLimit::Ticket ticket)
      : stream_(std::move(stream)),
        shared_(shared),
        remote_address_(std::move(remote_address)),
        ticket_(std::move(ticket)),
        wakened_(stream_.get_executor(),
                 asio::steady_timer::time_point::max()) {
    ++shared_.connections;
  }
  ~Connection() { --shared_.connections; }

  asio::awaitable<void> Run() {
    if (co_await Handshake()) {
      while (co_await ServeOne()) {
      }
    }
    co_await Close();
  }

 private:
  // Runs `operation`, at most for `time`; then its error is timed_out.
  template <typename Operation>
  asio::awaitable<error_code> Within(absl::Duration time, Operation operation) {
    asio::steady_timer timer(stream_.get_executor(), Chrono(time));
    auto result = co_await (std::move(operation) || timer.async_wait(kTuple));
    if (result.index() == 1) co_return asio::error::timed_out;
    co_return std::get<0>(std::get<0>(result));
  }

  asio::awaitable<bool> Handshake() {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      const error_code error = co_await Within(
          shared_.options.header_time,
          stream_.async_handshake(asio::ssl::stream_base::server, kTuple));
      co_return !error;
    }
    co_return true;
  }

  // Reads a request and answers it.  False: the connection is done with.
  asio::awaitable<bool> ServeOne() {
    http::request_parser<http::string_body> parser;
    parser.header_limit(
        static_cast<std::uint32_t>(shared_.options.max_header_bytes));
    parser.body_limit(shared_.options.max_body_bytes);
    const error_code error = co_await Read(parser);
    if (error) {
      if (WorthTelling(error)) {
        co_await WriteWhole(ResponseTo(error), /*keep_alive=*/false,
                            /*head_only=*/false);
      }
      co_return false;
    }
    ++shared_.busy;
    const bool goes_on = co_await Answer(parser.release());
    --shared_.busy;
    co_return goes_on && !shared_.draining;
  }

  asio::awaitable<error_code> Read(
      http::request_parser<http::string_body>& parser) {
    if (buffer_.size() == 0) {
      // Nothing of a request has come: an idle connection is closed silently.
      const error_code idle = co_await Within(
          shared_.options.idle_time,
          stream_.lowest_layer().async_wait(tcp::socket::wait_read, kTuple));
      if (idle) co_return asio::error::eof;
    }
    error_code error = co_await Within(
        shared_.options.header_time,
        http::async_read_header(stream_, buffer_, parser, kTuple));
    if (error) co_return error;
    if (boost::beast::iequals(parser.get()[http::field::expect],
                              "100-continue")) {
      static const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      error = co_await Within(
          shared_.options.write_time,
          asio::async_write(stream_, asio::buffer(go_on), kTuple));
      if (error) co_return error;
    }
    co_return co_await Within(
        shared_.options.body_time,
        http::async_read(stream_, buffer_, parser, kTuple));
  }

  asio::awaitable<bool> Answer(http::request<http::string_body> message) {
    const bool keep_alive = message.keep_alive();
    const bool chunks = message.version() >= 11;
    const bool head_only = message.method() == http::verb::head;
    auto exchange =
        std::make_shared<HttpExchange>([weak = this->weak_from_this()] {
          if (const auto self = weak.lock()) self->Wake();
        });
    asio::cancellation_signal stop_watching;
    auto watching = std::make_shared<bool>(true);
    asio::co_spawn(
        stream_.get_executor(), Watch(this->shared_from_this(), exchange),
        asio::bind_cancellation_slot(
            stop_watching.slot(),
            [watching](const std::exception_ptr&) { *watching = false; }));
    shared_.handler(ToRequest(std::move(message), remote_address_),
                    std::make_shared<ExchangeResponder>(exchange));
    const bool written =
        co_await WriteOutputs(*exchange, keep_alive, chunks, head_only);
    exchange->Disconnect();
    stop_watching.emit(asio::cancellation_type::terminal);
    // The signal must outlive what it stops.
    while (*watching) co_await asio::post(stream_.get_executor(), kTuple);
    co_return written&& keep_alive;
  }

  // Notices that the client goes away while it waits for its response.
  static asio::awaitable<void> Watch(std::shared_ptr<Connection> self,
                                     std::shared_ptr<HttpExchange> exchange) {
    auto& socket = self->stream_.lowest_layer();
    const auto [error] =
        co_await socket.async_wait(tcp::socket::wait_read, kTuple);
    if (error || !IsClosed(self->Socket())) co_return;
    exchange->Disconnect();
    self->gone_ = true;
    self->wakened_.cancel();
  }

  tcp::socket& Socket() {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      return stream_.next_layer();
    } else {
      return stream_;
    }
  }

  void Wake() {
    asio::post(stream_.get_executor(),
               [self = this->shared_from_this()] { self->wakened_.cancel(); });
  }

  // Writes what the handler gives out until the response is complete.
  asio::awaitable<bool> WriteOutputs(HttpExchange& exchange, bool keep_alive,
                                     bool chunks, bool head_only) {
    while (!gone_) {
      std::optional<HttpOutput> output = exchange.Take();
      if (!output) {
        co_await wakened_.async_wait(kTuple);
        continue;
      }
      switch (output->kind) {
        case HttpOutput::kWhole: {
          exchange.Complete();
          co_return co_await WriteWhole(
              {std::move(output->head), std::move(output->bytes)}, keep_alive,
              head_only);
        }
        case HttpOutput::kBegin:
          if (!co_await WriteHead(output->head, keep_alive && chunks, chunks)) {
            co_return false;
          }
          break;
        case HttpOutput::kPiece:
          if (!co_await WritePiece(output->bytes, chunks)) co_return false;
          if (output->written) output->written();
          break;
        case HttpOutput::kEnd: {
          exchange.Complete();
          co_return chunks&& co_await WriteLastChunk();
        }
        case HttpOutput::kDropped:
          co_return false;
      }
    }
    co_return false;
  }

  asio::awaitable<bool> WriteWhole(HttpResponse response, bool keep_alive,
                                   bool head_only) {
    http::response<http::string_body> message;
    ApplyHead(response.head, keep_alive, message);
    message.body() = std::move(response.body);
    if (response.head.status != 204 && response.head.status != 304) {
      message.prepare_payload();
    }
    http::response_serializer<http::string_body> serializer(message);
    const error_code error =
        head_only
            ? co_await Within(
                  shared_.options.write_time,
                  http::async_write_header(stream_, serializer, kTuple))
            : co_await Within(shared_.options.write_time,
                              http::async_write(stream_, serializer, kTuple));
    co_return !error;
  }

  asio::awaitable<bool> WriteHead(const HttpHead& head, bool keep_alive,
                                  bool chunks) {
    http::response<http::empty_body> message;
    ApplyHead(head, keep_alive, message);
    message.chunked(chunks);
    http::response_serializer<http::empty_body> serializer(message);
    const error_code error =
        co_await Within(shared_.options.write_time,
                        http::async_write_header(stream_, serializer, kTuple));
    co_return !error;
  }

  asio::awaitable<bool> WritePiece(const std::string& bytes, bool chunks) {
    const error_code error =
        chunks
            ? co_await Within(
                  shared_.options.write_time,
                  asio::async_write(
                      stream_, http::make_chunk(asio::buffer(bytes)), kTuple))
            : co_await Within(
                  shared_.options.write_time,
                  asio::async_write(stream_, asio::buffer(bytes), kTuple));
    co_return !error;
  }

  asio::awaitable<bool> WriteLastChunk() {
    const error_code error = co_await Within(
        shared_.options.write_time,
        asio::async_write(stream_, http::make_chunk_last(), kTuple));
    co_return !error;
  }

  // Lets the client read the last response before the socket goes: closing
  // with unread bytes would reset the connection.
  asio::awaitable<void> Close() {
    error_code ignored;
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      co_await Within(absl::Seconds(1), stream_.async_shutdown(kTuple));
    }
    Socket().shutdown(tcp::socket::shutdown_send, ignored);
    for (int reads = 0; reads < 64; ++reads) {
      const error_code error = co_await Within(
          absl::Seconds(1),
          Socket().async_read_some(buffer_.prepare(16 << 10), kTuple));
      if (error) break;
    }
    Socket().close(ignored);
  }

  Stream stream_;
  Shared& shared_;
  const std::string remote_address_;
  const CallLimit::Ticket ticket_;
  boost::beast::flat_buffer buffer_;
  asio::steady_timer wakened_;  // Cancelled to wake WriteOutputs().
  bool gone_ = false;
};

class BeastServer final : public HttpServer {
 public:
  BeastServer(const HttpServerOptions& options, HttpHandler handler)
      : acceptor_(io_) {
    shared_.options = options;
    shared_.handler = std::move(handler);
    shared_.per_address =
        std::make_shared<CallLimit>(options.max_connections_per_address);
  }

  ~BeastServer() override {
    io_.stop();
    if (thread_.joinable()) thread_.join();
  }

  absl::Status Start() {
    absl::Status prepared = PrepareTls();
    if (prepared.ok()) prepared = Listen();
    if (!prepared.ok()) return prepared;
    asio::co_spawn(io_, Accept(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
    return absl::OkStatus();
  }

  int port() const override { return port_; }

  void Shutdown(absl::Duration patience) override {
    shared_.draining = true;
    asio::post(io_, [this] {
      error_code ignored;
      acceptor_.close(ignored);
    });
    const absl::Time deadline = absl::Now() + patience;
    while (shared_.busy > 0 && absl::Now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    io_.stop();
    if (thread_.joinable()) thread_.join();
  }

 private:
  absl::Status PrepareTls() {
    if (shared_.options.certificate.empty()) return absl::OkStatus();
    tls_.emplace(asio::ssl::context::tls_server);
    tls_->set_options(asio::ssl::context::no_tlsv1 |
                      asio::ssl::context::no_tlsv1_1);
    error_code error;
    tls_->use_certificate_chain(asio::buffer(shared_.options.certificate),
                                error);
    if (!error) {
      tls_->use_private_key(asio::buffer(shared_.options.private_key),
                            asio::ssl::context::pem, error);
    }
    if (!error) return absl::OkStatus();
    return absl::InvalidArgumentError(fmt::format(
        "cannot use the TLS certificate and key: {}", error.message()));
  }

  absl::Status Listen() {
    const std::string& address = shared_.options.address;
    const size_t colon = address.rfind(':');
    std::string host = address.substr(0, colon);
    if (host.size() > 1 && host.front() == '[') {
      host = host.substr(1, host.size() - 2);
    }
    uint32_t port = 0;
    error_code error;
    const auto ip = asio::ip::make_address(host, error);
    if (colon == std::string::npos || error ||
        !absl::SimpleAtoi(address.substr(colon + 1), &port) || port > 65535) {
      return absl::InvalidArgumentError(fmt::format(
          "\"{}\" is not an address such as 0.0.0.0:8080", address));
    }
    const tcp::endpoint endpoint(ip, static_cast<uint16_t>(port));
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error)
      acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      return absl::UnavailableError(
          fmt::format("cannot listen on {}: {}", address, error.message()));
    }
    port_ = acceptor_.local_endpoint().port();
    return absl::OkStatus();
  }

  asio::awaitable<void> Accept() {
    while (acceptor_.is_open()) {
      auto [error, socket] = co_await acceptor_.async_accept(kTuple);
      if (error == asio::error::operation_aborted) co_return;
      if (error) {  // Such as no file descriptors left.
        asio::steady_timer pause(io_, std::chrono::milliseconds(50));
        co_await pause.async_wait(kTuple);
        continue;
      }
      Welcome(std::move(socket));
    }
  }

  void Welcome(tcp::socket socket) {
    error_code error;
    const std::string address =
        socket.remote_endpoint(error).address().to_string();
    if (error || shared_.connections >= shared_.options.max_connections) return;
    CallLimit::Ticket ticket = shared_.per_address->Enter(address);
    if (ticket == nullptr) return;
    socket.set_option(tcp::no_delay(true), error);
    if (tls_) {
      Spawn(TlsStream(std::move(socket), *tls_), address, std::move(ticket));
    } else {
      Spawn(std::move(socket), address, std::move(ticket));
    }
  }

  template <typename Stream>
  void Spawn(Stream stream, const std::string& address,
             CallLimit::Ticket ticket) {
    auto connection = std::make_shared<Connection<Stream>>(
        std::move(stream), shared_, address, std::move(ticket));
    asio::co_spawn(
        io_, connection->Run(),
        [connection](const std::exception_ptr&) {});  // Lives until then.
  }

  Shared shared_;
  asio::io_context io_{1};
  std::optional<asio::ssl::context> tls_;
  tcp::acceptor acceptor_;
  std::thread thread_;
  int port_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<HttpServer>> StartHttpServer(
    const HttpServerOptions& options, HttpHandler handler) {
  auto server = std::make_unique<BeastServer>(options, std::move(handler));
  const absl::Status started = server->Start();
  if (!started.ok()) return started;
  return server;
}

}  // namespace quiver
