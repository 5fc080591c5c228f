#ifndef QUIVER_GATEWAY_HTTP_TRANSPORT_H_
#define QUIVER_GATEWAY_HTTP_TRANSPORT_H_

#include <string_view>

namespace quiver {

// What a transport reports, on the thread of its connections; never before
// the call that it belongs to has returned.
class HttpTransportEvents {
 public:
  virtual ~HttpTransportEvents() = default;

  // The transport is ready; false: it never will be.
  virtual void OnOpen(bool ok) = 0;
  // Bytes came, valid for this call only; none: nothing will come any more.
  virtual void OnRead(std::string_view bytes) = 0;
  // What was to be written was handed to the network; false: it cannot be.
  virtual void OnWritten(bool ok) = 0;
};

// The bytes of one connection: a socket, encrypted or not.  Used on one thread.
class HttpTransport {
 public:
  virtual ~HttpTransport() = default;

  // Makes ready; then OnOpen().
  virtual void Open() = 0;
  // Waits for bytes; then OnRead().  One at a time.
  virtual void Read() = 0;
  // Writes `bytes`, which must stay until OnWritten().  One at a time.
  virtual void Write(std::string_view bytes) = 0;
  // Tells the peer that nothing more is written.
  virtual void FinishWriting() = 0;
  // Ends everything at once; no event is reported after it.
  virtual void Close() = 0;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_TRANSPORT_H_
