#include "gateway/grpc_rpc_channel.h"

#include <grpcpp/generic/generic_stub.h>

#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace quiver {
namespace {

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToBytes(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

WebMetadata ToMetadata(
    const std::multimap<grpc::string_ref, grpc::string_ref>& fields) {
  WebMetadata metadata;
  for (const auto& [name, value] : fields) {
    metadata.emplace_back(std::string(name.data(), name.size()),
                          std::string(value.data(), value.size()));
  }
  return metadata;
}

// What both kinds of call are made of.
struct CallParts {
  CallParts(std::shared_ptr<grpc::GenericStub> given_stub,
            const RpcRequest& rpc, RpcEvents given_events)
      : stub(std::move(given_stub)),
        method(rpc.method),
        events(std::move(given_events)),
        request(ToBuffer(rpc.message)) {
    for (const auto& [name, value] : rpc.metadata) {
      context.AddMetadata(name, value);
    }
    if (rpc.timeout < absl::InfiniteDuration()) {
      context.set_deadline(absl::ToChronoTime(absl::Now() + rpc.timeout));
    }
  }

  void End(const grpc::Status& status) {
    RpcResult result;
    result.status =
        absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                     status.error_message());
    result.trailers = ToMetadata(context.GetServerTrailingMetadata());
    events.on_end(std::move(result));
  }

  const std::shared_ptr<grpc::GenericStub> stub;
  const std::string method;
  RpcEvents events;
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
};

// A call that gets one message.  Keeps itself alive until it is done.
class UnaryCall final : public RpcCall,
                        public grpc::ClientUnaryReactor,
                        public std::enable_shared_from_this<UnaryCall> {
 public:
  UnaryCall(std::shared_ptr<grpc::GenericStub> stub, const RpcRequest& request,
            RpcEvents events)
      : parts_(std::move(stub), request, std::move(events)) {}

  void Start() override {
    self_ = shared_from_this();
    parts_.stub->PrepareUnaryCall(&parts_.context, parts_.method, {},
                                  &parts_.request, &parts_.response, this);
    StartCall();
  }

  void ReadNext() override {}

  void Cancel() override { parts_.context.TryCancel(); }

  void OnDone(const grpc::Status& status) override {
    const auto self = std::move(self_);
    parts_.events.on_headers(
        ToMetadata(parts_.context.GetServerInitialMetadata()));
    if (status.ok()) parts_.events.on_message(ToBytes(parts_.response));
    parts_.End(status);
  }

 private:
  CallParts parts_;
  std::shared_ptr<UnaryCall> self_;
};

// A call that gets any number of messages.  Keeps itself alive until it is
// done.
class StreamCall final
    : public RpcCall,
      public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>,
      public std::enable_shared_from_this<StreamCall> {
 public:
  StreamCall(std::shared_ptr<grpc::GenericStub> stub, const RpcRequest& request,
             RpcEvents events)
      : parts_(std::move(stub), request, std::move(events)) {}

  void Start() override {
    self_ = shared_from_this();
    parts_.stub->PrepareBidiStreamingCall(&parts_.context, parts_.method, {},
                                          this);
    // ReadNext() comes from outside the reactor's own callbacks; the hold
    // keeps the call from being finished under it.
    AddHold();
    StartWriteLast(&parts_.request, {});
    StartCall();
  }

  void ReadNext() override { ReadIf(/*cancel=*/false); }

  void Cancel() override {
    parts_.context.TryCancel();
    ReadIf(/*cancel=*/true);
  }

  void OnReadInitialMetadataDone(bool ok) override {
    if (!ok) {
      RemoveHold();
      return;
    }
    parts_.events.on_headers(
        ToMetadata(parts_.context.GetServerInitialMetadata()));
    StartRead(&parts_.response);
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      RemoveHold();
      return;
    }
    std::string message = ToBytes(parts_.response);
    parts_.response.Clear();
    bool again = false;
    {
      const absl::MutexLock lock(&mutex_);
      again = reading_ = cancelled_;
    }
    if (again) {
      StartRead(&parts_.response);  // Until it fails, which ends the call.
    } else {
      parts_.events.on_message(std::move(message));
    }
  }

  void OnDone(const grpc::Status& status) override {
    const auto self = std::move(self_);
    parts_.End(status);
  }

 private:
  // Reads unless a read is under way already.  Never under the lock: gRPC may
  // call back before StartRead() returns.
  void ReadIf(bool cancel) {
    {
      const absl::MutexLock lock(&mutex_);
      cancelled_ |= cancel;
      if (reading_) return;
      reading_ = true;
    }
    StartRead(&parts_.response);
  }

  CallParts parts_;
  std::shared_ptr<StreamCall> self_;

  absl::Mutex mutex_;
  bool reading_ ABSL_GUARDED_BY(mutex_) = true;  // Or about to, or ended.
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
};

class GrpcRpcChannel final : public RpcChannel {
 public:
  explicit GrpcRpcChannel(std::shared_ptr<grpc::Channel> channel)
      : stub_(std::make_shared<grpc::GenericStub>(std::move(channel))) {}

  std::shared_ptr<RpcCall> Prepare(RpcRequest request,
                                   RpcEvents events) override {
    if (request.streams) {
      return std::make_shared<StreamCall>(stub_, request, std::move(events));
    }
    return std::make_shared<UnaryCall>(stub_, request, std::move(events));
  }

 private:
  const std::shared_ptr<grpc::GenericStub> stub_;
};

}  // namespace

std::shared_ptr<RpcChannel> MakeGrpcRpcChannel(
    std::shared_ptr<grpc::Channel> channel) {
  return std::make_shared<GrpcRpcChannel>(std::move(channel));
}

}  // namespace quiver
