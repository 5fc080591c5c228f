#ifndef QUIVER_TESTS_SESSION_STORE_CONTRACT_H_
#define QUIVER_TESTS_SESSION_STORE_CONTRACT_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "session/example_turns.h"
#include "session/store_kinds.h"
#include "session/temporary_folder.h"
#include "session/waiting_store.h"
#include "support/counting_entropy.h"
#include "support/simulated_clock.h"
#include "support/status_matchers.h"

namespace quiver {

inline bool operator==(const StoredTurn& left, const StoredTurn& right) {
  return left.number == right.number && left.request_id == right.request_id &&
         left.fingerprint == right.fingerprint && left.time == right.time &&
         left.state == right.state && left.reply == right.reply;
}

// What every SessionStore does: instantiated for each kind of store.
class StoreContractTest : public ::testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override { Open({}); }

  // Opens a store that keeps sessions as `retention` says, in place of the one
  // that is open.
  void Open(const SessionRetention& retention) {
    store_.reset();
    ASSERT_OK_AND_ASSIGN(
        store_, GetParam().open(folder_.path(), retention, clock_, entropy_));
  }

  SessionStore& store() { return *store_; }
  WaitingStore calls() { return WaitingStore(*store_); }

  // Appends turns number `first` to `last`, with the ids "r1", "r2", ...
  void AppendTurns(const SessionId& id, uint64_t first, uint64_t last) {
    for (uint64_t number = first; number <= last; ++number) {
      ASSERT_THAT(calls().Append(id, Turn(number)), IsOk());
    }
  }

  StoredTurn Turn(uint64_t number) {
    return TurnOf(number, clock_.Now(), Numbered("r", number));
  }

  const SessionId desk_ = SessionNamed("desk");
  const SessionId shelf_ = SessionNamed("shelf");
  TemporaryFolder folder_;
  SimulatedClock clock_;
  CountingEntropy entropy_;

 private:
  std::unique_ptr<SessionStore> store_;
};

inline std::string NameOfKind(const ::testing::TestParamInfo<StoreKind>& kind) {
  return kind.param.name;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_STORE_CONTRACT_H_
