#ifndef QUIVER_GATEWAY_HTTP_MESSAGE_H_
#define QUIVER_GATEWAY_HTTP_MESSAGE_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiver {

// Header fields in order.  Names are lower case.
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// The value of the first field called `name` (lower case); empty for none.
std::string_view FindHeader(const HttpHeaders& headers, std::string_view name);

// A whole request.
struct HttpRequest {
  std::string method;  // "GET".
  std::string path;    // Of the target: up to "?", not decoded.
  std::string query;   // Of the target: behind "?".
  HttpHeaders headers;
  std::string body;
  std::string remote_address;  // Of the socket: "203.0.113.7".
};

// The head of a response.  Content-Length, Transfer-Encoding, Connection and
// Date are added by the server.
struct HttpHead {
  int status = 200;
  HttpHeaders headers;
};

struct HttpResponse {
  HttpHead head;
  std::string body;
};

// A response of one line of plain text.
HttpResponse TextResponse(int status, std::string_view line);

// Where the response to one request goes.
//
// Either Send(), or Begin(), any number of Write() and End().  Safe to call
// from any thread.  Once the client is gone everything is ignored.  A
// responder that is dropped without a complete response closes the
// connection.
class HttpResponder {
 public:
  virtual ~HttpResponder() = default;

  // Sends a whole response.
  virtual void Send(HttpResponse response) = 0;

  // Sends the head of a response whose body follows in pieces.
  virtual void Begin(HttpHead head) = 0;
  // Sends a piece; `written` is called when it was handed to the network,
  // so that one who waits for it is slowed down to the pace of the client.
  // Not called when the client is gone.
  virtual void Write(std::string piece, std::function<void()> written) = 0;
  virtual void End() = 0;

  // Calls `action`, once, when the client goes away before the response is
  // complete; at once when it has already gone.
  virtual void OnDisconnect(std::function<void()> action) = 0;
};

// Answers a request, now or later.  Called on the threads of the server; must
// not block.
using HttpHandler =
    std::function<void(HttpRequest, std::shared_ptr<HttpResponder>)>;

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_MESSAGE_H_
