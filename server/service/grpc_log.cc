#include "service/grpc_log.h"

#include <grpc/support/log.h>

#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace quiver {
namespace {

// gRPC takes a plain function, so where it writes to has to be known to all.
ABSL_CONST_INIT absl::Mutex mutex(absl::kConstInit);
EventLog* destination ABSL_GUARDED_BY(mutex) = nullptr;

void WriteReport(gpr_log_func_args* report) {
  if (report->severity != GPR_LOG_SEVERITY_ERROR) return;
  absl::MutexLock lock(&mutex);
  if (destination == nullptr) return;
  destination->Write(LogLevel::kError, "grpc",
                     {{"message", std::string(report->message)}});
}

}  // namespace

GrpcLogRoute::GrpcLogRoute(EventLog& log) {
  absl::MutexLock lock(&mutex);
  destination = &log;
  gpr_set_log_function(WriteReport);
}

GrpcLogRoute::~GrpcLogRoute() {
  absl::MutexLock lock(&mutex);
  destination = nullptr;
}

}  // namespace quiver
