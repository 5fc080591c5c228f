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

// Keeps itself alive until the call is done.
class GenericCall final
    : public RpcCall,
      public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>,
      public std::enable_shared_from_this<GenericCall> {
 public:
  GenericCall(grpc::GenericStub& stub, const RpcRequest& request,
              RpcEvents events)
      : stub_(stub),
        method_(request.method),
        events_(std::move(events)),
        request_(ToBuffer(request.message)) {
    for (const auto& [name, value] : request.metadata) {
      context_.AddMetadata(name, value);
    }
    if (request.timeout < absl::InfiniteDuration()) {
      context_.set_deadline(absl::ToChronoTime(absl::Now() + request.timeout));
    }
  }

  void Start() override {
    self_ = shared_from_this();
    stub_.PrepareBidiStreamingCall(&context_, method_, {}, this);
    // ReadNext() comes from outside the reactor's own callbacks; the hold
    // keeps the call from being finished under it.
    AddHold();
    StartWriteLast(&request_, {});
    StartCall();
  }

  void ReadNext() override { ReadIf(/*cancel=*/false); }

  void Cancel() override {
    context_.TryCancel();
    ReadIf(/*cancel=*/true);
  }

  void OnReadInitialMetadataDone(bool ok) override {
    if (!ok) {
      RemoveHold();
      return;
    }
    events_.on_headers(ToMetadata(context_.GetServerInitialMetadata()));
    StartRead(&response_);
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      RemoveHold();
      return;
    }
    std::string message = ToBytes(response_);
    response_.Clear();
    bool again = false;
    {
      const absl::MutexLock lock(&mutex_);
      again = reading_ = cancelled_;
    }
    if (again) {
      StartRead(&response_);  // Until it fails, which ends the call.
    } else {
      events_.on_message(std::move(message));
    }
  }

  void OnDone(const grpc::Status& status) override {
    RpcResult result;
    result.status =
        absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                     status.error_message());
    result.trailers = ToMetadata(context_.GetServerTrailingMetadata());
    events_.on_end(std::move(result));
    self_.reset();
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
    StartRead(&response_);
  }

  grpc::GenericStub& stub_;
  const std::string method_;
  RpcEvents events_;
  grpc::ClientContext context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
  std::shared_ptr<GenericCall> self_;

  absl::Mutex mutex_;
  bool reading_ ABSL_GUARDED_BY(mutex_) = true;  // Or about to, or ended.
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
};

class GrpcRpcChannel final : public RpcChannel {
 public:
  explicit GrpcRpcChannel(std::shared_ptr<grpc::Channel> channel)
      : stub_(std::move(channel)) {}

  std::shared_ptr<RpcCall> Prepare(RpcRequest request,
                                   RpcEvents events) override {
    return std::make_shared<GenericCall>(stub_, request, std::move(events));
  }

 private:
  grpc::GenericStub stub_;
};

}  // namespace

std::unique_ptr<RpcChannel> MakeGrpcRpcChannel(
    std::shared_ptr<grpc::Channel> channel) {
  return std::make_unique<GrpcRpcChannel>(std::move(channel));
}

}  // namespace quiver
