// Many callers at once, for every kind of store.

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "session/store_contract.h"

namespace quiver {
namespace {

constexpr int kThreads = 8;

class StoreConcurrencyTest : public StoreContractTest {
 protected:
  // Runs `body` on kThreads threads, with their numbers.
  static void InParallel(const std::function<void(int)>& body) {
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) threads.emplace_back(body, i);
    for (std::thread& thread : threads) thread.join();
  }
};

TEST_P(StoreConcurrencyTest, OneOfManyWinsEachTurn) {
  constexpr uint64_t kTurns = 25;
  std::atomic<int> won = 0;
  std::atomic<int> failed = 0;

  InParallel([&](int thread) {
    for (uint64_t number = 1; number <= kTurns; ++number) {
      StoredTurn turn = Turn(number);
      turn.request_id += Numbered(" of thread ", thread);
      const absl::Status appended = calls().Append(desk_, turn);
      won += appended.ok() ? 1 : 0;
      failed += !appended.ok() && !absl::IsAborted(appended) ? 1 : 0;
    }
  });

  EXPECT_EQ(failed, 0);
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_EQ(turns.size(), static_cast<size_t>(won));
  EXPECT_EQ(turns.size(), kTurns);
}

TEST_P(StoreConcurrencyTest, OneOfManyRetriesIsRecorded) {
  std::atomic<int> won = 0;

  InParallel([&](int) { won += calls().Append(desk_, Turn(1)).ok() ? 1 : 0; });

  EXPECT_EQ(won, 1);
}

TEST_P(StoreConcurrencyTest, SessionsDoNotMix) {
  constexpr uint64_t kTurns = 25;

  InParallel([&](int thread) {
    const SessionId id = SessionNamed(std::to_string(thread));
    for (uint64_t number = 1; number <= kTurns; ++number) {
      StoredTurn turn = Turn(number);
      turn.state = std::to_string(thread);
      ASSERT_THAT(calls().Append(id, turn), IsOk());
      ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                           calls().Load(id, turn.request_id));
      ASSERT_EQ(snapshot.version, number);
      ASSERT_EQ(snapshot.state, turn.state);
      ASSERT_TRUE(snapshot.recorded.has_value());
    }
  });
}

TEST_P(StoreConcurrencyTest, OneOfManyVerdictsOnATurnIsKept) {
  AppendTurns(desk_, 1, 1);

  InParallel([&](int thread) {
    const std::string verdict = std::to_string(thread);
    ASSERT_THAT(calls().KeepFeedback(desk_, {1, clock_.Now(), verdict}),
                IsOk());
    ASSERT_OK_AND_ASSIGN(const auto kept, calls().ListFeedback(desk_));
    ASSERT_EQ(kept.size(), 1);
  });
}

TEST_P(StoreConcurrencyTest, VerdictsDoNotOutliveTheirSessions) {
  InParallel([&](int) {
    for (int round = 0; round < 10; ++round) {
      // Those of other threads may be erased at any time.
      calls().Append(desk_, Turn(1)).IgnoreError();
      const absl::Status kept =
          calls().KeepFeedback(desk_, {1, clock_.Now(), "good"});
      ASSERT_TRUE(kept.ok() || absl::IsNotFound(kept)) << kept;
      ASSERT_THAT(calls().Erase(desk_), IsOk());
    }
  });

  AppendTurns(desk_, 1, 1);
  ASSERT_OK_AND_ASSIGN(const auto kept, calls().ListFeedback(desk_));
  EXPECT_TRUE(kept.empty());
}

TEST_P(StoreConcurrencyTest, ErasesAndSweepsBesideTurns) {
  Open({.idle_time_to_live = absl::Hours(1)});

  InParallel([&](int thread) {
    const SessionId id = SessionNamed(std::to_string(thread));
    for (int round = 0; round < 10; ++round) {
      ASSERT_THAT(calls().Append(id, Turn(1)), IsOk());
      ASSERT_THAT(calls().Append(id, Turn(2)), IsOk());
      ASSERT_THAT(calls().EraseExpired(), IsOk());
      ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(id));
      ASSERT_EQ(erased, 2);
    }
  });
}

// Takes turns one after the other, each from the callback of the one before.
class TurnChain {
 public:
  TurnChain(SessionStore& store, SessionId id, uint64_t turns)
      : store_(store), id_(std::move(id)), turns_(turns) {}

  void TakeTurn(uint64_t number) {
    store_.Load(id_, "", [this, number](const auto& snapshot) {
      ASSERT_THAT(snapshot, IsOk());
      ASSERT_EQ(snapshot->version, number - 1);
      const StoredTurn turn =
          TurnOf(number, absl::UnixEpoch() + absl::Hours(1'000'000),
                 std::to_string(number));
      store_.Append(id_, turn, [this, number](const absl::Status& status) {
        ASSERT_THAT(status, IsOk());
        taken_ = number;
        if (number < turns_) TakeTurn(number + 1);
      });
    });
  }

  uint64_t taken() const { return taken_; }

 private:
  SessionStore& store_;
  const SessionId id_;
  const uint64_t turns_;
  std::atomic<uint64_t> taken_ = 0;
};

TEST_P(StoreConcurrencyTest, FinishesWhatIsQueuedBeforeItIsDestroyed) {
  std::vector<std::unique_ptr<TurnChain>> chains;
  for (int i = 0; i < 20; ++i) {
    chains.push_back(std::make_unique<TurnChain>(
        store(), SessionNamed(std::to_string(i)), 10));
    chains.back()->TakeTurn(1);
  }

  Open({});  // Destroys the store.

  for (const auto& chain : chains) EXPECT_EQ(chain->taken(), 10);
}

INSTANTIATE_TEST_SUITE_P(Every, StoreConcurrencyTest,
                         ::testing::ValuesIn(kStoreKinds), NameOfKind);

}  // namespace
}  // namespace quiver
