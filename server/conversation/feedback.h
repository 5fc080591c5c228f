#ifndef QUIVER_CONVERSATION_FEEDBACK_H_
#define QUIVER_CONVERSATION_FEEDBACK_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace quiver {

// Whether an answer helped; numbers as in quiver.v1.
enum class Rating {
  kHelpful = 1,
  kNotHelpful = 2,
};

// "helpful", "not_helpful".
std::string_view RatingName(Rating rating);

// What a visitor says of a turn.
struct Feedback {
  Rating rating = Rating::kHelpful;
  std::string comment;  // May be empty.

  friend bool operator==(const Feedback&, const Feedback&) = default;
};

// Feedback as the bytes that session stores keep (quiver.storage.v1.Feedback).
std::string EncodeFeedback(const Feedback& feedback);

// DataLoss: `bytes` are damaged.
absl::StatusOr<Feedback> DecodeFeedback(std::string_view bytes);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_FEEDBACK_H_
