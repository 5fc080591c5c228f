// How long a whole turn takes in process: from the bytes of a message to the
// reply and the state to be stored.  Figures: docs/benchmarks.md.

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
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

// `piece` over and over, kLongMessage bytes.
std::string Repeated(std::string_view piece) {
  std::string text;
  while (text.size() < kLongMessage) text += piece;
  text.resize(kLongMessage);
  return text;
}

std::string LongMessage() {
  std::string talk;
  for (const std::string_view message : kMessages) {
    talk += std::string(message) + ". ";
  }
  return Repeated(talk);
}

void BM_TurnOf(benchmark::State& state, const std::string& text) {
  const auto assistant = ShippedAssistant();
  const VisitorInput input{text, {}, {}};
  Latencies latencies;
  for (auto _ : state) {
    const auto started = Timer::now();
    benchmark::DoNotOptimize(DecideTurn(*assistant, input, SessionState(),
                                        absl::CivilDay(2026, 12, 1), false));
    latencies.Add(Timer::now() - started);
  }
  latencies.Tell(state);
}
BENCHMARK_CAPTURE(BM_TurnOf, LongMessage, LongMessage());
BENCHMARK_CAPTURE(BM_TurnOf, OneLetter, Repeated("a"));
BENCHMARK_CAPTURE(BM_TurnOf, OneWordWithoutSpaces, Repeated("eyelidtwitch"));
BENCHMARK_CAPTURE(BM_TurnOf, OneWord, Repeated("twitch "));
BENCHMARK_CAPTURE(BM_TurnOf, Misspelt,
                  Repeated("twitchng eylid mussle spazm "));
BENCHMARK_CAPTURE(BM_TurnOf, Negations, Repeated("not no never without "));
BENCHMARK_CAPTURE(BM_TurnOf, Questions, Repeated("why? is it? my arm? "));
BENCHMARK_CAPTURE(BM_TurnOf, Signs, Repeated("?!.,;:-()\"'"));
BENCHMARK_CAPTURE(BM_TurnOf, Numbers, Repeated("3 weeks 1234567890 2-3 days "));
BENCHMARK_CAPTURE(BM_TurnOf, MixedScripts,
                  Repeated("\u043f\u0440i\u0432\u0435t tw\u0456tch "
                           "\u7709\u6bdb\u304c\u3074 \u0627\u0644 "
                           "e\u0301\u0301\u0301 \U0001F62C "));

}  // namespace
}  // namespace quiver
