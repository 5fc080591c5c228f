#include "service/grpc_server.h"

#include <fmt/format.h>
#include <grpc/grpc.h>
#include <grpc/health/v1/health.pb.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>

#include <utility>

#include "service/call_counter.h"

namespace quiver {
namespace {

// Above any text that a request may hold, so that an overlong text is refused
// with the name of its field instead of by the transport.
constexpr int kMaxReceivedBytes = 8 << 20;

std::shared_ptr<grpc::ServerCredentials> CredentialsOf(
    const GrpcServerOptions& options) {
  if (options.certificate.empty()) return grpc::InsecureServerCredentials();
  grpc::SslServerCredentialsOptions tls;
  tls.pem_key_cert_pairs.push_back({options.private_key, options.certificate});
  return grpc::SslServerCredentials(tls);
}

class ListeningServer final : public GrpcServer {
 public:
  explicit ListeningServer(std::vector<std::unique_ptr<grpc::Service>> services)
      : services_(std::move(services)) {}

  ~ListeningServer() override { Shutdown(absl::ZeroDuration()); }

  absl::Status Start(const GrpcServerOptions& options) {
    grpc::ServerBuilder builder;
    builder.SetMaxReceiveMessageSize(kMaxReceivedBytes);
    // A second server on a taken port must fail, not share it.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    if (options.metrics != nullptr) {
      std::vector<std::unique_ptr<
          grpc::experimental::ServerInterceptorFactoryInterface>>
          interceptors;
      interceptors.push_back(MakeCallCounter(*options.metrics));
      builder.experimental().SetInterceptorCreators(std::move(interceptors));
    }
    builder.AddListeningPort(options.address, CredentialsOf(options), &port_);
    for (const auto& service : services_)
      builder.RegisterService(service.get());
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || port_ == 0) {
      return absl::UnavailableError(fmt::format(
          "cannot listen on {}; is the port taken{}?", options.address,
          options.certificate.empty() ? ""
                                      : ", or the certificate or key damaged"));
    }
    for (const std::string& name : options.service_names) {
      server_->GetHealthCheckService()->SetServingStatus(name, true);
    }
    return absl::OkStatus();
  }

  int port() const override { return port_; }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(-1);  // The server is trusted.
    return server_->InProcessChannel(arguments);
  }

  void AnnounceShutdown() override {
    if (server_ == nullptr) return;
    server_->GetHealthCheckService()->Shutdown();
  }

  void Shutdown(absl::Duration patience) override {
    if (server_ == nullptr) return;
    AnnounceShutdown();
    server_->Shutdown(absl::ToChronoTime(absl::Now() + patience));
    server_->Wait();
    server_.reset();
  }

 private:
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::unique_ptr<grpc::Server> server_;
  int port_ = 0;
};

// Switches of the whole process, to be set before any server starts.
void PrepareProcess() {
  // Held for ever: when the last user of the library goes, its end sometimes
  // waits ten seconds for a poller of connections (gRPC 1.51).
  grpc_init();
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  // Reflection can describe the health service only if its descriptor is
  // linked in.
  grpc::health::v1::HealthCheckRequest::descriptor();
}

}  // namespace

absl::StatusOr<std::unique_ptr<GrpcServer>> StartGrpcServer(
    const GrpcServerOptions& options,
    std::vector<std::unique_ptr<grpc::Service>> services) {
  [[maybe_unused]] static const bool enabled = (PrepareProcess(), true);
  auto server = std::make_unique<ListeningServer>(std::move(services));
  const absl::Status started = server->Start(options);
  if (!started.ok()) return started;
  return server;
}

}  // namespace quiver
