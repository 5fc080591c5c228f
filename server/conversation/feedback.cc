#include "conversation/feedback.h"

#include "quiver/storage/v1/session.pb.h"

namespace quiver {

std::string_view RatingName(Rating rating) {
  return rating == Rating::kHelpful ? "helpful" : "not_helpful";
}

std::string EncodeFeedback(const Feedback& feedback) {
  storage::v1::Feedback out;
  out.set_rating(static_cast<uint32_t>(feedback.rating));
  out.set_comment(feedback.comment);
  return out.SerializeAsString();
}

absl::StatusOr<Feedback> DecodeFeedback(std::string_view bytes) {
  storage::v1::Feedback in;
  const bool parsed =
      in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  const auto rating = static_cast<Rating>(in.rating());
  if (!parsed ||
      (rating != Rating::kHelpful && rating != Rating::kNotHelpful)) {
    return absl::DataLossError("stored feedback is damaged");
  }
  return Feedback{rating, in.comment()};
}

}  // namespace quiver
