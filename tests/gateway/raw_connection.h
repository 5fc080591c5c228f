#ifndef QUIVER_TESTS_GATEWAY_RAW_CONNECTION_H_
#define QUIVER_TESTS_GATEWAY_RAW_CONNECTION_H_

#include <functional>
#include <string>
#include <string_view>

#include "gateway/http_message.h"

namespace quiver {

// A response as it came.
struct RawResponse {
  int status = 0;  // 0: none came.
  HttpHeaders headers;
  std::string body;

  // The value of a field; empty for none.
  std::string Field(std::string_view name) const {
    return std::string(FindHeader(headers, name));
  }
};

// A client of 127.0.0.1 that sends what it is told, byte for byte.  Whatever
// does not come within a minute fails the test.
class RawConnection {
 public:
  explicit RawConnection(int port);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  void Send(std::string_view bytes);
  // Closes the sending side only.
  void FinishSending();
  // Goes away without a word: the server sees a reset.
  void Reset();

  // What comes up to and with `text`; all that came when the server closed.
  std::string ReadUntil(std::string_view text);
  // All that comes until the server closes the connection.
  std::string ReadToEnd();

  // The next response, its chunks joined.
  RawResponse ReadResponse();
  // Only its head; the body is left to be read.
  RawResponse ReadHead();
  // The next chunk of a body; empty for the last one.
  std::string ReadChunk();

 private:
  bool ReadSome();
  std::string Take(size_t bytes);

  int socket_ = -1;
  std::string unread_;
};

// Sends a whole request on a connection of its own.
RawResponse Fetch(int port, std::string_view request);

// Waits for `holds`, which is asked again and again; false: in vain.
bool Eventually(const std::function<bool()>& holds);

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_RAW_CONNECTION_H_
