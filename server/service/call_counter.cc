#include "service/call_counter.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/time/clock.h"

namespace quiver {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;
using grpc::experimental::ServerRpcInfo;

// By canonical code, as other gRPC servers name them.
constexpr std::array<std::string_view, 17> kCodes = {"OK",
                                                     "Canceled",
                                                     "Unknown",
                                                     "InvalidArgument",
                                                     "DeadlineExceeded",
                                                     "NotFound",
                                                     "AlreadyExists",
                                                     "PermissionDenied",
                                                     "ResourceExhausted",
                                                     "FailedPrecondition",
                                                     "Aborted",
                                                     "OutOfRange",
                                                     "Unimplemented",
                                                     "Internal",
                                                     "Unavailable",
                                                     "DataLoss",
                                                     "Unauthenticated"};

constexpr std::array<std::string_view, 3> kWebProtocols = {
    "grpc-web", "grpc-web-text", "connect"};

std::string_view NameOf(grpc::StatusCode code) {
  const auto index = static_cast<size_t>(code);
  return index < kCodes.size() ? kCodes[index] : "Unknown";
}

std::string_view TypeOf(ServerRpcInfo::Type type) {
  switch (type) {
    case ServerRpcInfo::Type::UNARY:
      return "unary";
    case ServerRpcInfo::Type::CLIENT_STREAMING:
      return "client_stream";
    case ServerRpcInfo::Type::SERVER_STREAMING:
      return "server_stream";
    case ServerRpcInfo::Type::BIDI_STREAMING:
      return "bidi_stream";
  }
  return "unary";
}

// Of a path as registered: "/package.Service/Method", which lives as long as
// the server.
CallKind KindOf(std::string_view path, ServerRpcInfo::Type type) {
  const size_t slash = path.rfind('/');
  return {path.substr(1, slash - 1), path.substr(slash + 1), TypeOf(type),
          "grpc"};
}

// Counts one call.
class CallCounter final : public grpc::experimental::Interceptor {
 public:
  CallCounter(Metrics& metrics, const ServerRpcInfo& call)
      : metrics_(metrics), kind_(KindOf(call.method(), call.type())) {}

  // A call that never got a status was abandoned.
  ~CallCounter() override { End("Canceled"); }

  void Intercept(InterceptorBatchMethods* batch) override {
    if (batch->QueryInterceptionHookPoint(
            InterceptionHookPoints::POST_RECV_INITIAL_METADATA)) {
      Begin(*batch);
    }
    if (batch->QueryInterceptionHookPoint(
            InterceptionHookPoints::PRE_SEND_STATUS)) {
      End(NameOf(batch->GetSendStatus().error_code()));
    }
    batch->Proceed();
  }

 private:
  void Begin(InterceptorBatchMethods& batch) {
    const auto& metadata = *batch.GetRecvInitialMetadata();
    const auto protocol = metadata.find(kProtocolKey);
    if (protocol != metadata.end()) {
      const std::string_view name(protocol->second.data(),
                                  protocol->second.size());
      const auto* const known =
          std::find(kWebProtocols.begin(), kWebProtocols.end(), name);
      if (known != kWebProtocols.end()) kind_.protocol = *known;
    }
    running_ = true;
    started_ = absl::Now();
    metrics_.CallStarted(kind_);
  }

  void End(std::string_view code) {
    if (!running_) return;
    running_ = false;
    metrics_.CallEnded(kind_, code, absl::Now() - started_);
  }

  Metrics& metrics_;
  CallKind kind_;
  absl::Time started_;
  bool running_ = false;
};

class CallCounterFactory final
    : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit CallCounterFactory(Metrics& metrics) : metrics_(metrics) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(
      ServerRpcInfo* call) override {
    return new CallCounter(metrics_, *call);  // gRPC deletes it.
  }

 private:
  Metrics& metrics_;
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
MakeCallCounter(Metrics& metrics) {
  return std::make_unique<CallCounterFactory>(metrics);
}

}  // namespace quiver
