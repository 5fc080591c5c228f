// How many turns a store takes, and how long each waits: callers are threads
// that load the session, append a turn and wait for it to be durable.  Set
// TMPDIR to a folder on the disk that is to be measured.
//
// The first argument of a benchmark is the number of callers.

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/entropy.h"
#include "session/example_turns.h"
#include "session/session_stores.h"
#include "session/temporary_folder.h"
#include "session/waiting_store.h"

namespace quiver {
namespace {

using Nanoseconds = std::chrono::nanoseconds;
using Steady = std::chrono::steady_clock;

constexpr int kTurnsOfASession = 6;
// About what a turn of a shipped assistant takes.
constexpr size_t kStateBytes = 300;
constexpr size_t kReplyBytes = 1500;

StoredTurn BenchmarkTurn(uint64_t number, absl::Time time) {
  StoredTurn turn = TurnOf(number, time, Numbered("request", number));
  turn.state.resize(kStateBytes, 's');
  turn.reply.resize(kReplyBytes, 'r');
  return turn;
}

// A store with all that it needs.
struct OpenStore {
  explicit OpenStore(bool survive_power_loss) {
    store = OpenSqliteSessionStore({.path = folder / "sessions.db",
                                    .survive_power_loss = survive_power_loss},
                                   {}, clock, entropy)
                .value();
  }
  OpenStore() { store = MakeMemorySessionStore({}, clock, entropy); }

  TemporaryFolder folder;
  SystemClock clock;
  SystemEntropy entropy;
  std::unique_ptr<SessionStore> store;
};

// Takes one turn as the server does, without deciding anything.
void TakeTurn(OpenStore& open, const SessionId& id) {
  WaitingStore calls(*open.store);
  const uint64_t version = calls.Load(id, "request of now").value().version;
  if (!calls.Append(id, BenchmarkTurn(version + 1, open.clock.Now())).ok()) {
    std::abort();
  }
}

// One caller: sessions one after the other, `turns` turns in all.
std::vector<Nanoseconds> Call(OpenStore& open, const std::string& caller,
                              int turns) {
  std::vector<Nanoseconds> latencies;
  for (int i = 0; i < turns; ++i) {
    const SessionId id =
        SessionNamed(Numbered(caller + ".", i / kTurnsOfASession));
    const auto begin = Steady::now();
    TakeTurn(open, id);
    latencies.push_back(Steady::now() - begin);
  }
  return latencies;
}

std::vector<Nanoseconds> CallAtOnce(OpenStore& open, int round, int callers,
                                    int turns) {
  std::vector<std::vector<Nanoseconds>> by_caller(callers);
  std::vector<std::thread> threads;
  threads.reserve(callers);
  for (int i = 0; i < callers; ++i) {
    threads.emplace_back([&, i] {
      const std::string caller = Numbered(Numbered("", round) + ".", i);
      by_caller[i] = Call(open, caller, turns / callers);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<Nanoseconds> all;
  for (const auto& latencies : by_caller) {
    all.insert(all.end(), latencies.begin(), latencies.end());
  }
  return all;
}

void Report(benchmark::State& state, std::vector<Nanoseconds> latencies) {
  std::sort(latencies.begin(), latencies.end());
  const auto milliseconds = [&latencies](double part) {
    const auto last = static_cast<double>(latencies.size() - 1);
    const Nanoseconds latency = latencies[static_cast<size_t>(part * last)];
    return std::chrono::duration<double, std::milli>(latency).count();
  };
  state.counters["p50_ms"] = milliseconds(0.5);
  state.counters["p99_ms"] = milliseconds(0.99);
  state.counters["max_ms"] = milliseconds(1);
  state.counters["turns/s"] = benchmark::Counter(
      static_cast<double>(latencies.size()), benchmark::Counter::kIsRate);
}

// `state.range(1)` turns in each iteration.
void TakeTurns(benchmark::State& state, OpenStore& open) {
  std::vector<Nanoseconds> all;
  int round = 0;
  for (auto _ : state) {
    const auto latencies =
        CallAtOnce(open, ++round, static_cast<int>(state.range(0)),
                   static_cast<int>(state.range(1)));
    all.insert(all.end(), latencies.begin(), latencies.end());
  }
  Report(state, std::move(all));
}

void Durable(benchmark::State& state) {
  OpenStore open(/*survive_power_loss=*/true);
  TakeTurns(state, open);
}

void SurvivesKill(benchmark::State& state) {
  OpenStore open(/*survive_power_loss=*/false);
  TakeTurns(state, open);
}

void InMemory(benchmark::State& state) {
  OpenStore open;
  TakeTurns(state, open);
}

// What the disk takes by itself: one caller that appends a turn's bytes to a
// file.
void PlainFile(benchmark::State& state) {
  const TemporaryFolder folder;
  const int file = open((folder / "log").c_str(), O_WRONLY | O_CREAT, 0600);
  const std::string turn(kStateBytes + kReplyBytes, 't');
  std::vector<Nanoseconds> latencies;
  for (auto _ : state) {
    const auto begin = Steady::now();
    if (write(file, turn.data(), turn.size()) < 0 || fdatasync(file) != 0) {
      std::abort();
    }
    latencies.push_back(Steady::now() - begin);
  }
  close(file);
  Report(state, std::move(latencies));
}

// Opens a database with so many sessions of one turn, as a restart does.
void Reopen(benchmark::State& state) {
  OpenStore open(/*survive_power_loss=*/false);
  const auto sessions = static_cast<int>(state.range(0));
  std::atomic<int> left = sessions;
  std::promise<void> written;
  for (int i = 0; i < sessions; ++i) {
    open.store->Append(SessionNamed(Numbered("s", i)),
                       BenchmarkTurn(1, open.clock.Now()),
                       [&](const absl::Status& status) {
                         if (!status.ok()) std::abort();
                         if (--left == 0) written.set_value();
                       });
  }
  written.get_future().get();
  open.store.reset();
  for (auto _ : state) {
    open.store = OpenSqliteSessionStore({.path = open.folder / "sessions.db"},
                                        {}, open.clock, open.entropy)
                     .value();
    benchmark::DoNotOptimize(
        WaitingStore(*open.store).Load(SessionNamed("s0")).value());
    state.PauseTiming();
    open.store.reset();
    state.ResumeTiming();
  }
}

void Callers(benchmark::internal::Benchmark* benchmark, int turns) {
  benchmark->ArgNames({"callers", "turns"})
      ->UseRealTime()
      ->Unit(benchmark::kMillisecond);
  for (const int callers : {1, 8, 64}) {
    benchmark->Args({callers, callers == 1 ? turns / 10 : turns});
  }
}

BENCHMARK(PlainFile)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(Durable)->Apply([](auto* b) { Callers(b, 64'000); }) -> Iterations(1);
BENCHMARK(SurvivesKill)
    ->Apply([](auto* b) { Callers(b, 64'000); }) -> Iterations(1);
BENCHMARK(InMemory)->Apply([](auto* b) { Callers(b, 64'000); })
    -> Iterations(1);
BENCHMARK(Reopen)
    ->ArgName("sessions")
    ->Arg(1'000'000)
    ->Iterations(20)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
