#ifndef QUIVER_TESTS_GATEWAY_SCRIPTED_CHANNEL_H_
#define QUIVER_TESTS_GATEWAY_SCRIPTED_CHANNEL_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gateway/http_message.h"
#include "gateway/rpc_channel.h"

namespace quiver {

// A call whose events the test sends.
struct ScriptedCall final : RpcCall {
  void Start() override { ++started; }
  void ReadNext() override { ++reads; }
  void Cancel() override { ++cancelled; }

  RpcRequest request;
  RpcEvents events;
  int started = 0;
  int reads = 0;
  int cancelled = 0;
};

// Keeps the calls that are made, for the test to answer.
class ScriptedChannel final : public RpcChannel {
 public:
  std::shared_ptr<RpcCall> Prepare(RpcRequest request,
                                   RpcEvents events) override {
    auto call = std::make_shared<ScriptedCall>();
    call->request = std::move(request);
    call->events = std::move(events);
    calls.push_back(call);
    return call;
  }

  std::vector<std::shared_ptr<ScriptedCall>> calls;
};

// Keeps what a handler answers.
struct RecordingResponder final : HttpResponder {
  void Send(HttpResponse response) override {
    head = std::move(response.head);
    body = std::move(response.body);
    ++ended;
  }
  void Begin(HttpHead begun) override { head = std::move(begun); }
  void Write(std::string piece, std::function<void()> when_written) override {
    pieces.push_back(std::move(piece));
    written.push_back(std::move(when_written));
  }
  void End() override { ++ended; }
  void OnDisconnect(std::function<void()> action) override {
    disconnect = std::move(action);
  }
  std::string Field(std::string_view name) const {
    return std::string(FindHeader(head.headers, name));
  }

  HttpHead head{0, {}};
  std::string body;
  std::vector<std::string> pieces;
  std::vector<std::function<void()>> written;
  std::function<void()> disconnect;
  int ended = 0;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_SCRIPTED_CHANNEL_H_
