#include "service/error_details.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"
#include "service/turn_errors.h"

namespace quiver {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

TEST(ErrorDetailsTest, OkHasNoDetails) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
}

// What every code carries.
struct CodeCase {
  absl::StatusCode code;
  std::string reason;  // When the status has none of its own.
  bool retry;
  bool for_people;
};

class CodeTest : public testing::TestWithParam<CodeCase> {};

TEST_P(CodeTest, HasItsDetails) {
  const grpc::Status status =
      ToGrpcStatus(absl::Status(GetParam().code, "what happened"));
  const ErrorDetails details = DetailsOf(status);

  EXPECT_EQ(static_cast<int>(status.error_code()),
            static_cast<int>(GetParam().code));
  EXPECT_EQ(status.error_message(), "what happened");
  EXPECT_EQ(details.domain, "quiver.dev");
  EXPECT_EQ(details.reason, GetParam().reason);
  EXPECT_EQ(details.retry, GetParam().retry);
  EXPECT_EQ(!details.for_people.empty(), GetParam().for_people);
}

INSTANTIATE_TEST_SUITE_P(
    ErrorDetails, CodeTest,
    testing::Values(
        CodeCase{absl::StatusCode::kNotFound, "NOT_FOUND", false, false},
        CodeCase{absl::StatusCode::kUnavailable, "UNAVAILABLE", true, true},
        CodeCase{absl::StatusCode::kResourceExhausted, "RESOURCE_EXHAUSTED",
                 true, true},
        CodeCase{absl::StatusCode::kAborted, "ABORTED", false, true},
        CodeCase{absl::StatusCode::kInternal, "INTERNAL", false, true},
        CodeCase{absl::StatusCode::kDataLoss, "DATA_LOSS", false, true},
        CodeCase{absl::StatusCode::kFailedPrecondition, "FAILED_PRECONDITION",
                 false, false}),
    [](const auto& tested) { return tested.param.reason; });

TEST(ErrorDetailsTest, FirstReasonStays) {
  const absl::Status status =
      WithReason(WithReason(absl::NotFoundError("x"), "FIRST"), "SECOND");

  EXPECT_EQ(DetailsOf(ToGrpcStatus(status)).reason, "FIRST");
}

TEST(ErrorDetailsTest, OkHasNoReason) {
  EXPECT_EQ(WithReason(absl::OkStatus(), "REASON"), absl::OkStatus());
}

TEST(ErrorDetailsTest, ViolationsAreInMessageAndDetails) {
  const grpc::Status status =
      ToGrpcStatus(InvalidFields({{"a", "is wrong"}, {"b[1]", "is odd"}}));

  EXPECT_EQ(status.error_message(), "a: is wrong; b[1]: is odd");
  EXPECT_EQ(DetailsOf(status).violations,
            (std::map<std::string, std::string>{{"a", "is wrong"},
                                                {"b[1]", "is odd"}}));
}

TEST(TurnErrorsTest, HaveTheirReasons) {
  const auto reason = [](const absl::Status& status) {
    return DetailsOf(ToGrpcStatus(status)).reason;
  };
  EXPECT_EQ(reason(WithTurnReason(absl::NotFoundError("x"))),
            "ASSISTANT_NOT_FOUND");
  EXPECT_EQ(reason(WithTurnReason(absl::InvalidArgumentError("x"))),
            "REQUEST_ID_REUSED");
  EXPECT_EQ(reason(WithTurnReason(absl::AbortedError("x"))),
            "SESSION_CONTENDED");
  EXPECT_EQ(reason(WithTurnReason(absl::UnavailableError("x"))),
            "STORE_UNAVAILABLE");
  EXPECT_EQ(reason(WithTurnReason(absl::DataLossError("x"))), "DATA_LOSS");
  EXPECT_EQ(reason(WithSessionReason(absl::NotFoundError("x"))),
            "SESSION_NOT_FOUND");
}

}  // namespace
}  // namespace quiver
