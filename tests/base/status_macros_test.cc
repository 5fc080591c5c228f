#include "base/status_macros.h"

#include <gtest/gtest.h>

#include <memory>

#include "support/status_matchers.h"

namespace quiver {
namespace {

absl::Status ReturnsFirstError(absl::Status first, absl::Status second) {
  QUIVER_RETURN_IF_ERROR(first);
  QUIVER_RETURN_IF_ERROR(second);
  return absl::OkStatus();
}

absl::StatusOr<int> Doubles(absl::StatusOr<std::unique_ptr<int>> number) {
  QUIVER_ASSIGN_OR_RETURN(const std::unique_ptr<int> taken, std::move(number));
  return 2 * *taken;
}

TEST(StatusMacrosTest, ReturnIfErrorGivesTheFirstError) {
  EXPECT_THAT(ReturnsFirstError(absl::OkStatus(), absl::OkStatus()), IsOk());
  EXPECT_THAT(ReturnsFirstError(absl::OkStatus(), absl::AbortedError("b")),
              StatusIs(absl::StatusCode::kAborted, "b"));
  EXPECT_THAT(
      ReturnsFirstError(absl::NotFoundError("a"), absl::AbortedError("b")),
      StatusIs(absl::StatusCode::kNotFound, "a"));
}

TEST(StatusMacrosTest, AssignOrReturnMovesTheValueOrGivesTheError) {
  ASSERT_OK_AND_ASSIGN(const int doubled, Doubles(std::make_unique<int>(21)));
  EXPECT_EQ(doubled, 42);
  EXPECT_THAT(Doubles(absl::DataLossError("damaged")),
              StatusIs(absl::StatusCode::kDataLoss, "damaged"));
}

}  // namespace
}  // namespace quiver
