#include "main/prometheus_metrics.h"

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "absl/base/thread_annotations.h"
#include "absl/container/node_hash_map.h"
#include "absl/synchronization/mutex.h"

namespace quiver {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Labels;

// Seconds.  A turn takes a fraction of a millisecond, a disk a few.
const Histogram::BucketBoundaries kBuckets = {
    0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10};

Labels LabelsOf(const CallKind& kind) {
  return {{"grpc_service", std::string(kind.service)},
          {"grpc_method", std::string(kind.method)},
          {"grpc_type", std::string(kind.type)},
          {"protocol", std::string(kind.protocol)}};
}

// What is counted of one kind of call.
struct CallSeries {
  Counter& started;
  Gauge& open;
  Histogram& seconds;
};

class PrometheusMetrics final : public Metrics {
 public:
  explicit PrometheusMetrics(const std::string& version) {
    prometheus::BuildGauge()
        .Name("quiver_build_info")
        .Help("The running version.")
        .Register(registry_)
        .Add({{"version", version}})
        .Set(1);
  }

  void CallStarted(const CallKind& kind) override {
    const CallSeries& series = SeriesOf(kind);
    series.started.Increment();
    series.open.Increment();
  }

  void CallEnded(const CallKind& kind, std::string_view code,
                 absl::Duration time) override {
    const CallSeries& series = SeriesOf(kind);
    series.open.Decrement();
    series.seconds.Observe(absl::ToDoubleSeconds(time));
    Labels labels = LabelsOf(kind);
    labels.emplace("grpc_code", code);
    handled_.Add(labels).Increment();
  }

  void TurnTaken(std::string_view outcome) override {
    turns_.Add({{"outcome", std::string(outcome)}}).Increment();
  }

  void FeedbackGiven(std::string_view rating) override {
    feedback_.Add({{"rating", std::string(rating)}}).Increment();
  }

  void WebConnections(int change) override { connections_.Increment(change); }

  std::string Format() const override {
    return prometheus::TextSerializer().Serialize(registry_.Collect());
  }

 private:
  // Adding a series that is there costs more than all else: it is made first
  // and then thrown away.
  const CallSeries& SeriesOf(const CallKind& kind) {
    const std::string key =
        fmt::format("{}/{} {}", kind.service, kind.method, kind.protocol);
    const absl::MutexLock lock(&mutex_);
    const auto found = calls_.find(key);
    if (found != calls_.end()) return found->second;
    const Labels labels = LabelsOf(kind);
    return calls_
        .emplace(key, CallSeries{started_.Add(labels), open_.Add(labels),
                                 seconds_.Add(labels, kBuckets)})
        .first->second;
  }

  prometheus::Registry registry_;
  Family<Counter>& started_ = prometheus::BuildCounter()
                                  .Name("grpc_server_started_total")
                                  .Help("Calls that were begun.")
                                  .Register(registry_);
  Family<Counter>& handled_ = prometheus::BuildCounter()
                                  .Name("grpc_server_handled_total")
                                  .Help("Calls that ended, by status code.")
                                  .Register(registry_);
  Family<Histogram>& seconds_ =
      prometheus::BuildHistogram()
          .Name("grpc_server_handling_seconds")
          .Help("Time from the start of a call to its status.")
          .Register(registry_);
  Family<Gauge>& open_ = prometheus::BuildGauge()
                             .Name("grpc_server_open_calls")
                             .Help("Calls that are under way.")
                             .Register(registry_);
  Family<Counter>& turns_ = prometheus::BuildCounter()
                                .Name("chat_turns_total")
                                .Help("Turns of conversations, by outcome.")
                                .Register(registry_);
  Family<Counter>& feedback_ =
      prometheus::BuildCounter()
          .Name("chat_feedback_total")
          .Help("What visitors said of turns, repetitions included.")
          .Register(registry_);
  Gauge& connections_ = prometheus::BuildGauge()
                            .Name("http_open_connections")
                            .Help("Connections of web clients.")
                            .Register(registry_)
                            .Add({});
  absl::Mutex mutex_;
  absl::node_hash_map<std::string, CallSeries> calls_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Metrics> MakePrometheusMetrics(const std::string& version) {
  return std::make_unique<PrometheusMetrics>(version);
}

}  // namespace quiver
