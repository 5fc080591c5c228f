#ifndef QUIVER_MAIN_PROMETHEUS_METRICS_H_
#define QUIVER_MAIN_PROMETHEUS_METRICS_H_

#include <memory>
#include <string>

#include "base/metrics.h"

namespace quiver {

// Counts since the start of the process, named as other gRPC servers name
// them.  docs/operators.md has the table.
std::unique_ptr<Metrics> MakePrometheusMetrics(const std::string& version);

}  // namespace quiver

#endif  // QUIVER_MAIN_PROMETHEUS_METRICS_H_
