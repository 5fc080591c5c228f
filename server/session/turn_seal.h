#ifndef QUIVER_SESSION_TURN_SEAL_H_
#define QUIVER_SESSION_TURN_SEAL_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "session/session_store.h"

namespace quiver {

// The key under which a session's turns and the feedback on them are kept.
// Once it is gone, none of them can be read, wherever their bytes still lie.
//
// Immutable; safe for concurrent use.
class TurnSeal {
 public:
  static constexpr size_t kKeyBytes = 64;
  static constexpr size_t kNonceBytes = 12;

  // `key`: kKeyBytes unguessable bytes.
  explicit TurnSeal(std::string key) : key_(std::move(key)) {}

  const std::string& key() const { return key_; }

  // Encrypts all of `turn` but its number and time (AES-256-GCM, NIST SP
  // 800-38D).  `nonce`: kNonceBytes bytes, never used before with this key.
  std::string Seal(const StoredTurn& turn, std::string_view nonce) const;

  // The turn that was sealed, with `number` and no time.
  //
  // DataLoss: `sealed` was changed since, or is of another number or key.
  absl::StatusOr<StoredTurn> Unseal(uint64_t number,
                                    std::string_view sealed) const;

  // The same for feedback: encrypts its verdict, bound to its turn.
  std::string SealFeedback(const StoredFeedback& feedback,
                           std::string_view nonce) const;

  // The feedback on `turn` that was sealed, with no time.
  //
  // DataLoss: as Unseal(); a sealed turn is no sealed feedback either.
  absl::StatusOr<StoredFeedback> UnsealFeedback(uint64_t turn,
                                                std::string_view sealed) const;

  // 16 bytes to find a request by, which tell nothing without the key.
  std::string MarkOf(std::string_view request_id) const;

 private:
  std::string key_;  // First half: encryption; second half: marks.
};

}  // namespace quiver

#endif  // QUIVER_SESSION_TURN_SEAL_H_
