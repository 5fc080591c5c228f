#ifndef QUIVER_TESTS_INTEROP_INTEROP_SERVICE_H_
#define QUIVER_TESTS_INTEROP_INTEROP_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <memory>

namespace quiver {

// The service that clients of other makers are tried on.
std::unique_ptr<grpc::Service> MakeInteropService();

}  // namespace quiver

#endif  // QUIVER_TESTS_INTEROP_INTEROP_SERVICE_H_
