#ifndef QUIVER_GATEWAY_HTTP_CONNECTION_H_
#define QUIVER_GATEWAY_HTTP_CONNECTION_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "gateway/call_limit.h"
#include "gateway/http_exchange.h"
#include "gateway/http_request_parser.h"
#include "gateway/http_response_encoder.h"
#include "gateway/http_server.h"
#include "gateway/http_transport.h"

namespace quiver {

class HttpConnection;

// How often HttpConnection::Tick() is called.
inline constexpr absl::Duration kHttpTick = absl::Milliseconds(100);

// What the connections of a server share.
struct HttpConnectionContext {
  HttpServerOptions options;
  HttpHandler handler;
  const Clock& clock;
  // Runs something on the thread of the connections, soon.  Any thread may
  // call it, at any time.
  std::function<void(std::function<void()>)> post;
  // A connection began (+1) or ended (-1) to answer a request.
  std::function<void(int change)> busy;
  // A connection is done with, and may be dropped.
  std::function<void(HttpConnection&)> closed;
  // No request is taken after the one that is answered.
  bool draining = false;
};

// One connection: reads requests, hands them to the handler one at a time, and
// writes what it answers.  Everything but the answers of the handler happens on
// one thread.
//
// Bytes are read while a request is answered, up to a limit, so that a client
// that goes away is noticed; one that closes its sending side only counts as
// gone too.
class HttpConnection final
    : public HttpTransportEvents,
      public std::enable_shared_from_this<HttpConnection> {
 public:
  // `context` must outlive it.  `ticket` is held as long as it lives.
  HttpConnection(HttpConnectionContext& context, std::string remote_address,
                 CallLimit::Ticket ticket);
  ~HttpConnection() override;

  // Once, before all else.
  void Start(std::unique_ptr<HttpTransport> transport);
  // Takes no request, but answers with this status and ends.  Once, in place of
  // Start().
  void Refuse(std::unique_ptr<HttpTransport> transport, int status);

  // Time passes.
  void Tick();
  // Ends it, whatever it is at.
  void Close();

  void OnOpen(bool ok) override;
  void OnRead(std::string_view bytes) override;
  void OnWritten(bool ok) override;

 private:
  enum class Phase {
    kOpening,
    kIdle,  // Between requests.
    kHead,  // A request has begun to come.
    kBody,
    kAnswering,
    kLingering,  // The last response is written; the client may read it.
    kClosed,
  };

  void Enter(Phase phase);
  void BeWithin(absl::Duration time);  // Infinite: however long.

  void KeepReading();
  void ReadRequest();
  void AskForBody();
  void Dispatch();
  void OnPeerGone();

  void AnswerAtOnce(int status);
  void Pump();
  void WriteMore();
  void OnAllWritten();
  void EndResponse();
  void Linger();

  HttpConnectionContext& context_;
  const std::string remote_address_;
  const CallLimit::Ticket ticket_;
  std::unique_ptr<HttpTransport> transport_;
  HttpRequestParser parser_;
  Phase phase_ = Phase::kOpening;
  int64_t ticks_left_ = 0;  // Until the phase has taken too long; 0: never.
  int refusal_ = 0;         // Status to answer with whatever comes.

  bool reading_ = false;
  std::string input_;  // Came, and is not used yet.
  size_t lingered_bytes_ = 0;

  // Of the request that is answered.
  std::shared_ptr<HttpExchange> exchange_;
  HttpResponseEncoder response_;

  bool writing_ = false;
  std::string output_;     // To be written after
  std::string sending_;    // this, of which
  size_t sent_bytes_ = 0;  // so many bytes were given to the transport.
  std::vector<std::function<void()>> written_;  // To call when it is.
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_CONNECTION_H_
