#include "interop/interop_service.h"

#include <atomic>
#include <string>
#include <string_view>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "quiver/interop/v1/interop.grpc.pb.h"

namespace quiver {
namespace {

namespace v1 = interop::v1;

constexpr std::string_view kEchoed = "x-echo-";
constexpr std::string_view kBinary = "-bin";

std::string TrailingName(std::string name) {
  const bool binary = name.ends_with(kBinary);
  if (binary) name.resize(name.size() - kBinary.size());
  name += "-trailing";
  if (binary) name += kBinary;
  return name;
}

void EchoMetadata(grpc::CallbackServerContext& context) {
  for (const auto& [key, value] : context.client_metadata()) {
    const std::string name(key.data(), key.size());
    if (!name.starts_with(kEchoed)) continue;
    const std::string text(value.data(), value.size());
    context.AddInitialMetadata(name, text);
    context.AddTrailingMetadata(TrailingName(name), text);
  }
}

grpc::Status StatusOf(int code, const std::string& message,
                      const std::string& reason) {
  if (reason.empty()) {
    return grpc::Status(static_cast<grpc::StatusCode>(code), message);
  }
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  google::rpc::Status details;
  details.set_code(code);
  details.set_message(message);
  details.add_details()->PackFrom(info);
  return grpc::Status(static_cast<grpc::StatusCode>(code), message,
                      details.SerializeAsString());
}

// Waits until nobody waits for it.
class WaitReactor final : public grpc::ServerUnaryReactor {
 public:
  explicit WaitReactor(std::atomic<int>& open) : open_(open) { ++open_; }
  void OnCancel() override { Finish(grpc::Status::CANCELLED); }
  void OnDone() override {
    --open_;
    delete this;
  }

 private:
  std::atomic<int>& open_;
};

class StreamReactor final
    : public grpc::ServerWriteReactor<v1::StreamResponse> {
 public:
  StreamReactor(const v1::StreamRequest& request, std::atomic<int>& open)
      : request_(request), open_(open) {
    ++open_;
    response_.set_padding(
        std::string(static_cast<size_t>(request.bytes()), 'x'));
    WriteNext();
  }
  void OnWriteDone(bool ok) override {
    if (ok) {
      WriteNext();
    } else {
      End(grpc::Status::CANCELLED);
    }
  }
  void OnCancel() override { End(grpc::Status::CANCELLED); }
  void OnDone() override {
    --open_;
    delete this;
  }

 private:
  void WriteNext() {
    if (response_.number() < request_.messages()) {
      response_.set_number(response_.number() + 1);
      return StartWrite(&response_);
    }
    if (!request_.stay_open()) {
      End(StatusOf(request_.code(), request_.message(), ""));
    } else if (request_.messages() == 0) {
      StartSendInitialMetadata();
    }
  }
  void End(const grpc::Status& status) {
    if (!ended_.exchange(true)) Finish(status);
  }

  const v1::StreamRequest request_;
  v1::StreamResponse response_;
  std::atomic<int>& open_;
  std::atomic<bool> ended_{false};
};

class InteropService final : public v1::InteropService::CallbackService {
 public:
  grpc::ServerUnaryReactor* Echo(grpc::CallbackServerContext* context,
                                 const v1::EchoRequest* request,
                                 v1::EchoResponse* response) override {
    EchoMetadata(*context);
    response->set_text(request->text());
    response->set_bytes(request->bytes());
    return Finish(*context, grpc::Status::OK);
  }

  grpc::ServerUnaryReactor* Fail(grpc::CallbackServerContext* context,
                                 const v1::FailRequest* request,
                                 v1::FailResponse*) override {
    return Finish(*context, StatusOf(request->code(), request->message(),
                                     request->reason()));
  }

  grpc::ServerUnaryReactor* Wait(grpc::CallbackServerContext*,
                                 const v1::WaitRequest*,
                                 v1::WaitResponse*) override {
    return new WaitReactor(open_);
  }

  grpc::ServerWriteReactor<v1::StreamResponse>* Stream(
      grpc::CallbackServerContext*, const v1::StreamRequest* request) override {
    return new StreamReactor(*request, open_);
  }

  grpc::ServerUnaryReactor* CountOpen(
      grpc::CallbackServerContext* context, const v1::CountOpenRequest*,
      v1::CountOpenResponse* response) override {
    response->set_open(open_);
    return Finish(*context, grpc::Status::OK);
  }

 private:
  static grpc::ServerUnaryReactor* Finish(grpc::CallbackServerContext& context,
                                          const grpc::Status& status) {
    grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
    reactor->Finish(status);
    return reactor;
  }

  std::atomic<int> open_{0};
};

}  // namespace

std::unique_ptr<grpc::Service> MakeInteropService() {
  return std::make_unique<InteropService>();
}

}  // namespace quiver
