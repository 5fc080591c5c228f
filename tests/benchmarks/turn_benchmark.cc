// How long a whole turn takes in process: from the bytes of a message to the
// reply and the state to be stored.  Figures: docs/benchmarks.md.

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

#include "benchmarks/latencies.h"
#include "benchmarks/shipped_assistant.h"
#include "conversation/turn_taking.h"

namespace quiver {
namespace {

using Timer = Latencies::Timer;

constexpr size_t kLongMessage = 4000;

void BM_Turn(benchmark::State& state) {
  const auto assistant = ShippedAssistant();
  SessionState session;
  Latencies latencies;
  size_t next = 0;
  for (auto _ : state) {
    const VisitorInput input{std::string(kMessages[next]), {}, {}};
    const auto started = Timer::now();
    DecidedTurn turn = DecideTurn(*assistant, input, std::move(session),
                                  absl::CivilDay(2026, 12, 1), false);
    latencies.Add(Timer::now() - started);
    session = std::move(turn.state);
    if (++next == kMessages.size()) {
      next = 0;
      session = SessionState();
    }
  }
  latencies.Tell(state);
}
BENCHMARK(BM_Turn);

void BM_TurnOfLongMessage(benchmark::State& state) {
  const auto assistant = ShippedAssistant();
  VisitorInput input;
  for (size_t i = 0; input.text.size() < kLongMessage; ++i) {
    input.text += std::string(kMessages[i % kMessages.size()]) + ". ";
  }
  input.text.resize(kLongMessage);
  for (auto _ : state) {
    benchmark::DoNotOptimize(DecideTurn(*assistant, input, SessionState(),
                                        absl::CivilDay(2026, 12, 1), false));
  }
}
BENCHMARK(BM_TurnOfLongMessage);

}  // namespace
}  // namespace quiver
