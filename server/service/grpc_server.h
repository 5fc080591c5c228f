#ifndef QUIVER_SERVICE_GRPC_SERVER_H_
#define QUIVER_SERVICE_GRPC_SERVER_H_

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "base/metrics.h"

namespace quiver {

// Where and what a server listens to.
struct GrpcServerOptions {
  std::string address;  // "0.0.0.0:50051"; port 0 picks a free one.
  // Certificate chain and private key, PEM.  Both empty: no encryption.
  std::string certificate;
  std::string private_key;
  // Services that health answers for by name, beside the server as a whole.
  std::vector<std::string> service_names;
  // Counts every call; must outlive the server.  Null: nobody counts.
  Metrics* metrics = nullptr;
};

// A listening gRPC server, with health and reflection.
class GrpcServer {
 public:
  virtual ~GrpcServer() = default;

  // The port it got.
  virtual int port() const = 0;

  // A channel to this server that does not leave the process.  Calls by it end
  // as others do when the server shuts down; none may be made after that (gRPC
  // 1.51 does not survive it).
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;

  // Reports NOT_SERVING, so that nobody is sent here any more; calls are still
  // answered.
  virtual void AnnounceShutdown() = 0;

  // Drains: reports NOT_SERVING, takes no new calls, waits up to `patience`
  // for those that run, cancels the rest.  Returns when all are done.
  virtual void Shutdown(absl::Duration patience) = 0;
};

// Starts to listen.  Takes `services`.
//
// Unavailable: the address cannot be listened to.
absl::StatusOr<std::unique_ptr<GrpcServer>> StartGrpcServer(
    const GrpcServerOptions& options,
    std::vector<std::unique_ptr<grpc::Service>> services);

}  // namespace quiver

#endif  // QUIVER_SERVICE_GRPC_SERVER_H_
