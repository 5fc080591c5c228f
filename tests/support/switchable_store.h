#ifndef QUIVER_TESTS_SUPPORT_SWITCHABLE_STORE_H_
#define QUIVER_TESTS_SUPPORT_SWITCHABLE_STORE_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "session/session_store.h"

namespace quiver {

// A store whose calls a test may fail, and before whose appends it may act.
// Set before the calls that it should change.
class SwitchableStore final : public SessionStore {
 public:
  // `store` must outlive it.
  explicit SwitchableStore(SessionStore& store) : store_(store) {}

  // Given by every call instead of its result, when it is an error.
  absl::Status failure;
  // Called before an append; an error is given instead of appending.
  std::function<absl::Status()> before_append = [] { return absl::OkStatus(); };
  // Called when an append is done, before its caller knows.
  std::function<void()> after_append = [] {};

  void Load(
      const SessionId& id, const std::string& request_id,
      absl::AnyInvocable<void(absl::StatusOr<SessionSnapshot>)> done) override {
    if (!failure.ok()) return done(failure);
    store_.Load(id, request_id, std::move(done));
  }
  void Append(const SessionId& id, StoredTurn turn,
              absl::AnyInvocable<void(absl::Status)> done) override {
    // A copy, since the act may put another one in its place.
    const std::function<absl::Status()> act = before_append;
    const absl::Status status = act();
    if (!status.ok()) return done(status);
    store_.Append(id, std::move(turn),
                  [act_after = after_append, done = std::move(done)](
                      const absl::Status& appended) mutable {
                    act_after();
                    done(appended);
                  });
  }
  void Erase(const SessionId& id,
             absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done) override {
    if (!failure.ok()) return done(failure);
    store_.Erase(id, std::move(done));
  }
  void ListTurns(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredTurn>>)> done)
      override {
    if (!failure.ok()) return done(failure);
    store_.ListTurns(id, after, limit, std::move(done));
  }
  void KeepFeedback(const SessionId& id, StoredFeedback feedback,
                    absl::AnyInvocable<void(absl::Status)> done) override {
    if (!failure.ok()) return done(failure);
    store_.KeepFeedback(id, std::move(feedback), std::move(done));
  }
  void ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredFeedback>>)>
          done) override {
    if (!failure.ok()) return done(failure);
    store_.ListFeedback(id, after, limit, std::move(done));
  }
  absl::StatusOr<std::string> Secret() override { return store_.Secret(); }
  void EraseExpired(absl::AnyInvocable<void(absl::Status)> done) override {
    store_.EraseExpired(std::move(done));
  }

 private:
  SessionStore& store_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_SWITCHABLE_STORE_H_
