#ifndef QUIVER_TESTS_BENCHMARKS_LATENCIES_H_
#define QUIVER_TESTS_BENCHMARKS_LATENCIES_H_

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace quiver {

// Durations of single calls, and what is told of them.
class Latencies {
 public:
  using Timer = std::chrono::steady_clock;

  void Add(Timer::duration duration) { durations_.push_back(duration); }
  void Add(const Latencies& others) {
    durations_.insert(durations_.end(), others.durations_.begin(),
                      others.durations_.end());
  }
  void Tell(benchmark::State& state) {
    std::sort(durations_.begin(), durations_.end());
    state.counters["p50_us"] = Microseconds(0.50);
    state.counters["p99_us"] = Microseconds(0.99);
  }

 private:
  double Microseconds(double share) const {
    if (durations_.empty()) return 0;
    const auto index =
        static_cast<size_t>(share * static_cast<double>(durations_.size() - 1));
    return std::chrono::duration<double, std::micro>(durations_[index]).count();
  }

  std::vector<Timer::duration> durations_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_BENCHMARKS_LATENCIES_H_
