#include "conversation/turn_listing.h"

#include <utility>

#include "base/status_macros.h"
#include "conversation/turn_codec.h"

namespace quiver {
namespace {

using Listed = std::vector<Conversation::Listed>;

absl::StatusOr<Listed> Decode(
    const absl::StatusOr<std::vector<StoredTurn>>& turns) {
  if (!turns.ok()) return turns.status();
  Listed listed;
  for (const StoredTurn& turn : *turns) {
    QUIVER_ASSIGN_OR_RETURN(TurnRecord record, DecodeTurn(turn.reply));
    listed.push_back({turn.number, turn.time, std::move(record), {}});
  }
  return listed;
}

// `listed` with `feedback`; both are by number of the turn.
absl::StatusOr<Listed> Joined(
    Listed listed,
    const absl::StatusOr<std::vector<StoredFeedback>>& feedback) {
  if (!feedback.ok()) return feedback.status();
  auto turn = listed.begin();
  for (const StoredFeedback& one : *feedback) {
    while (turn != listed.end() && turn->number < one.turn) ++turn;
    if (turn == listed.end()) break;
    if (turn->number != one.turn) continue;
    QUIVER_ASSIGN_OR_RETURN(turn->feedback, DecodeFeedback(one.verdict));
  }
  return listed;
}

}  // namespace

void ListTurnsWithFeedback(SessionStore& store, const SessionId& id,
                           uint64_t after, uint64_t limit,
                           Conversation::Callback<Listed> done) {
  store.ListTurns(
      id, after, limit,
      [&store, id, after, limit, done = std::move(done)](
          const absl::StatusOr<std::vector<StoredTurn>>& turns) mutable {
        absl::StatusOr<Listed> listed = Decode(turns);
        if (!listed.ok() || listed->empty()) return done(std::move(listed));
        store.ListFeedback(
            id, after, limit,
            [listed = *std::move(listed), done = std::move(done)](
                const absl::StatusOr<std::vector<StoredFeedback>>&
                    feedback) mutable {
              done(Joined(std::move(listed), feedback));
            });
      });
}

}  // namespace quiver
