#ifndef QUIVER_GATEWAY_RPC_CHANNEL_H_
#define QUIVER_GATEWAY_RPC_CHANNEL_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "gateway/web_frames.h"

namespace quiver {

// A call of a method by name, with messages as bytes.
struct RpcRequest {
  std::string method;    // "/package.Service/Method".
  bool streams = false;  // It may answer with any number of messages.
  std::string message;
  WebMetadata metadata;
  absl::Duration timeout = absl::InfiniteDuration();
};

// How a call ended.
struct RpcResult {
  absl::Status status;
  WebMetadata trailers;
};

// What becomes of a call.  One member is called at a time, `on_end` last and
// exactly once.
struct RpcEvents {
  // Leading metadata; before the first message.
  std::function<void(WebMetadata)> on_headers;
  std::function<void(std::string)> on_message;
  std::function<void(RpcResult)> on_end;
};

// A call.  Safe to use from any thread; lives on by itself until it ended.
class RpcCall {
 public:
  virtual ~RpcCall() = default;

  // Once; events come from now on, on any thread.
  virtual void Start() = 0;
  // Lets the next message come.  The first one comes by itself, every other
  // one only when asked for, so that a slow reader is not flooded.
  virtual void ReadNext() = 0;
  // Ends the call soon, with CANCELLED.
  virtual void Cancel() = 0;
};

// Where calls go: the services of this process.  Thread safe; calls outlive it.
class RpcChannel {
 public:
  virtual ~RpcChannel() = default;

  // Makes a call with one request message.
  virtual std::shared_ptr<RpcCall> Prepare(RpcRequest request,
                                           RpcEvents events) = 0;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_RPC_CHANNEL_H_
