#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "session/session_stores.h"

namespace quiver {
namespace {

constexpr size_t kSecretBytes = 32;

// The turns of a session, oldest first; never empty.
using Turns = std::deque<StoredTurn>;

struct Session {
  Turns turns;
  std::map<uint64_t, StoredFeedback> feedback;  // By number of the turn.
};

absl::Time ToMilliseconds(absl::Time time) {
  return absl::FromUnixMillis(absl::ToUnixMillis(time));
}

// The turn taken for a request.  An empty id names no request.
const StoredTurn* FindRecorded(const Turns& turns,
                               const std::string& request_id) {
  if (request_id.empty()) return nullptr;
  const auto found = std::find_if(turns.begin(), turns.end(),
                                  [&request_id](const StoredTurn& turn) {
                                    return turn.request_id == request_id;
                                  });
  return found == turns.end() ? nullptr : &*found;
}

class MemorySessionStore final : public SessionStore {
 public:
  MemorySessionStore(const SessionRetention& retention, const Clock& clock,
                     Entropy& entropy)
      : retention_(retention),
        clock_(clock),
        secret_(entropy.Bytes(kSecretBytes)) {}

  void Load(
      const SessionId& id, const std::string& request_id,
      absl::AnyInvocable<void(absl::StatusOr<SessionSnapshot>)> done) override {
    done(Snapshot(id, request_id));
  }

  void Append(const SessionId& id, StoredTurn turn,
              absl::AnyInvocable<void(absl::Status)> done) override {
    done(TryAppend(id, std::move(turn)));
  }

  void Erase(const SessionId& id,
             absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done) override {
    done(TakeOut(id));
  }

  void ListTurns(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredTurn>>)> done)
      override {
    done(Listed(id, after, limit));
  }

  void KeepFeedback(const SessionId& id, StoredFeedback feedback,
                    absl::AnyInvocable<void(absl::Status)> done) override {
    done(TryKeep(id, std::move(feedback)));
  }

  void ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredFeedback>>)>
          done) override {
    done(ListedFeedback(id, after, limit));
  }

  absl::StatusOr<std::string> Secret() override { return secret_; }

  void EraseExpired(absl::AnyInvocable<void(absl::Status)> done) override {
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(sessions_, [this](const auto& session) {
        return IsExpired(session.second.turns);
      });
      for (auto& [id, session] : sessions_) {
        std::erase_if(session.feedback, [this](const auto& feedback) {
          return IsExpired(feedback.second);
        });
      }
    }
    done(absl::OkStatus());
  }

 private:
  bool IsExpired(const Turns& turns) const {
    return clock_.Now() - turns.back().time > retention_.idle_time_to_live;
  }

  bool IsExpired(const StoredFeedback& feedback) const {
    return clock_.Now() - feedback.time > retention_.feedback_time_to_live;
  }

  // A session that is there and has not expired.  mutex_ is held.
  Session* Find(const SessionId& id) {
    const auto found = sessions_.find(id.bytes());
    if (found == sessions_.end() || IsExpired(found->second.turns)) {
      return nullptr;
    }
    return &found->second;
  }

  // Its turns.  mutex_ is held.
  const Turns* FindTurns(const SessionId& id) {
    const Session* session = Find(id);
    return session == nullptr ? nullptr : &session->turns;
  }

  SessionSnapshot Snapshot(const SessionId& id, const std::string& request_id) {
    const std::lock_guard lock(mutex_);
    SessionSnapshot snapshot;
    const Turns* turns = FindTurns(id);
    if (turns == nullptr) return snapshot;
    const StoredTurn& last = turns->back();
    snapshot.version = last.number;
    snapshot.state = last.state;
    snapshot.last_active = last.time;
    const StoredTurn* recorded = FindRecorded(*turns, request_id);
    if (recorded != nullptr) snapshot.recorded = *recorded;
    return snapshot;
  }

  absl::Status TryAppend(const SessionId& id, StoredTurn turn) {
    const std::lock_guard lock(mutex_);
    const Turns* turns = FindTurns(id);
    if (turns != nullptr && FindRecorded(*turns, turn.request_id) != nullptr) {
      return absl::AlreadyExistsError("a turn is recorded for this request");
    }
    const uint64_t version = turns == nullptr ? 0 : turns->back().number;
    if (turn.number != version + 1) {
      return absl::AbortedError("the session has another version now");
    }
    Add(id, std::move(turn));
    return absl::OkStatus();
  }

  void Add(const SessionId& id, StoredTurn turn) {
    Session& session = sessions_[id.bytes()];
    if (turn.number == 1) session = Session();  // What is left expired.
    turn.time = ToMilliseconds(turn.time);
    session.turns.push_back(std::move(turn));
    const uint64_t kept = std::max<uint64_t>(retention_.max_turns, 1);
    while (session.turns.size() > kept) {
      session.feedback.erase(session.turns.front().number);
      session.turns.pop_front();
    }
  }

  uint64_t TakeOut(const SessionId& id) {
    const std::lock_guard lock(mutex_);
    const auto session = sessions_.extract(id.bytes());
    return session.empty() ? 0 : session.mapped().turns.size();
  }

  std::vector<StoredTurn> Listed(const SessionId& id, uint64_t after,
                                 uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<StoredTurn> listed;
    const Turns* turns = FindTurns(id);
    if (turns == nullptr) return listed;
    for (const StoredTurn& turn : *turns) {
      if (turn.number <= after) continue;
      if (listed.size() == limit) break;
      listed.push_back(turn);
    }
    return listed;
  }

  absl::Status TryKeep(const SessionId& id, StoredFeedback feedback) {
    const std::lock_guard lock(mutex_);
    Session* session = Find(id);
    if (session == nullptr) {
      return absl::NotFoundError("there is no such session");
    }
    const Turns& turns = session->turns;
    if (feedback.turn < turns.front().number ||
        feedback.turn > turns.back().number) {
      return absl::OutOfRangeError("the session has no such turn");
    }
    feedback.time = ToMilliseconds(feedback.time);
    session->feedback.insert_or_assign(feedback.turn, std::move(feedback));
    return absl::OkStatus();
  }

  std::vector<StoredFeedback> ListedFeedback(const SessionId& id,
                                             uint64_t after, uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<StoredFeedback> listed;
    const Session* session = Find(id);
    if (session == nullptr) return listed;
    for (auto one = session->feedback.upper_bound(after);
         one != session->feedback.end() && listed.size() < limit; ++one) {
      if (!IsExpired(one->second)) listed.push_back(one->second);
    }
    return listed;
  }

  const SessionRetention retention_;
  const Clock& clock_;
  const std::string secret_;
  std::mutex mutex_;
  std::unordered_map<std::string, Session> sessions_;  // By id; under mutex_.
};

}  // namespace

std::unique_ptr<SessionStore> MakeMemorySessionStore(
    const SessionRetention& retention, const Clock& clock, Entropy& entropy) {
  return std::make_unique<MemorySessionStore>(retention, clock, entropy);
}

}  // namespace quiver
