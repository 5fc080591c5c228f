#ifndef QUIVER_DIALOGUE_SESSION_STATE_H_
#define QUIVER_DIALOGUE_SESSION_STATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.h"
#include "dialogue/reply.h"

namespace quiver {

// A detail that the visitor gave, or was asked for in vain.
struct RememberedSlot {
  std::string name;
  std::string value;      // Empty when only `declined`.
  std::string side;       // "left", "right", "both" or empty.
  bool negated = false;   // Denied: "no weakness".
  bool declined = false;  // Asked for; the visitor does not know or say.
  uint64_t turn = 0;      // When it was given.

  friend bool operator==(const RememberedSlot&,
                         const RememberedSlot&) = default;
};

// A question of the assistant that waits for an answer.
struct PendingQuestion {
  std::string slot;
  bool interrupted = false;  // Something else was asked meanwhile.

  friend bool operator==(const PendingQuestion&,
                         const PendingQuestion&) = default;
};

// What the talk is about.
struct Topic {
  std::string intent;  // Empty when retrieval answered.
  std::string aspect;
  std::vector<std::string> documents;  // Cited last.
  // Documents that were about as likely to be meant; at most kMaxAlternatives.
  std::vector<std::string> alternatives;

  bool empty() const { return intent.empty() && documents.empty(); }
  friend bool operator==(const Topic&, const Topic&) = default;
};

// How often a slot was asked for.
struct AskedSlot {
  std::string slot;
  uint32_t times = 0;

  friend bool operator==(const AskedSlot&, const AskedSlot&) = default;
};

// Everything that is remembered between two turns.  Bounded: see kMax*.
struct SessionState {
  std::string assistant;
  std::string content_hash;
  uint64_t turn = 0;  // Number of the last turn; 0: none yet.
  std::vector<RememberedSlot> slots;
  std::optional<PendingQuestion> pending;
  Topic topic;
  uint32_t misunderstood = 0;           // Times in a row.
  std::vector<std::string> option_ids;  // Offered by the last reply.
  std::vector<std::string> told;        // "document#passage", oldest first.
  Reply last_reply;
  bool urgent = false;  // An urgent sign was named and is not left behind.
  std::vector<AskedSlot> asked;
  // Before the last turn, for "go back".
  std::vector<RememberedSlot> previous_slots;
  Topic previous_topic;

  // Whether a value of `slot` is held as true.
  bool Knows(std::string_view slot) const;
  // Whether asking for `slot` would be pointless: known, denied or declined.
  bool Settled(std::string_view slot) const;
  uint32_t TimesAsked(std::string_view slot) const;
  // Whether passage `index` of `document` was given.
  bool WasTold(std::string_view document, size_t index) const;
  // Whether `reference`, or `condition`, is held as true.
  bool Holds(const Reference& reference) const;
  bool Holds(const Condition& condition) const;

  friend bool operator==(const SessionState&, const SessionState&) = default;
};

inline constexpr size_t kMaxRememberedSlots = 64;
inline constexpr size_t kMaxToldPassages = 128;
inline constexpr size_t kMaxAlternatives = 3;

// Remembers `slot`; it replaces what was held of the same name and value.
void Remember(SessionState& state, RememberedSlot slot);

// Forgets `value` of `slot`; all values when empty.
void ForgetSlot(SessionState& state, std::string_view slot,
                std::string_view value);

void CountAsked(SessionState& state, std::string_view slot);
// Returns whether it had not been told.
bool CountTold(SessionState& state, std::string_view document, size_t index);

// Drops what `catalog` no longer has.  Returns what was dropped, for the
// trace; empty for a state of the same content.
std::vector<std::string> Reconcile(SessionState& state, const Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_SESSION_STATE_H_
