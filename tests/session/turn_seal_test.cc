#include "session/turn_seal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "session/example_turns.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kNonce(TurnSeal::kNonceBytes, 'n');

TurnSeal SealWithKey(char fill) {
  return TurnSeal(std::string(TurnSeal::kKeyBytes, fill));
}

StoredTurn ExampleTurn() {
  return TurnOf(7, absl::UnixEpoch(), "what is this lamp");
}

TEST(TurnSealTest, UnsealsWhatItSealed) {
  const TurnSeal seal = SealWithKey('k');

  const absl::StatusOr<StoredTurn> turn =
      seal.Unseal(7, seal.Seal(ExampleTurn(), kNonce));

  ASSERT_THAT(turn, IsOk());
  EXPECT_EQ(turn->number, 7);
  EXPECT_EQ(turn->request_id, ExampleTurn().request_id);
  EXPECT_EQ(turn->fingerprint, ExampleTurn().fingerprint);
  EXPECT_EQ(turn->state, ExampleTurn().state);
  EXPECT_EQ(turn->reply, ExampleTurn().reply);
}

TEST(TurnSealTest, ShowsNothing) {
  EXPECT_THAT(SealWithKey('k').Seal(ExampleTurn(), kNonce),
              Not(HasSubstr("lamp")));
}

TEST(TurnSealTest, NeedsTheKey) {
  const std::string sealed = SealWithKey('k').Seal(ExampleTurn(), kNonce);

  EXPECT_THAT(SealWithKey('K').Unseal(7, sealed),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(TurnSealTest, BelongsToItsNumber) {
  const TurnSeal seal = SealWithKey('k');

  EXPECT_THAT(seal.Unseal(8, seal.Seal(ExampleTurn(), kNonce)),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(TurnSealTest, NoticesEveryChangedByte) {
  const TurnSeal seal = SealWithKey('k');
  const std::string sealed = seal.Seal(ExampleTurn(), kNonce);

  for (size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_THAT(seal.Unseal(7, changed), StatusIs(absl::StatusCode::kDataLoss))
        << "byte " << i;
  }
}

TEST(TurnSealTest, NoticesWhatIsCutOff) {
  const TurnSeal seal = SealWithKey('k');
  const std::string sealed = seal.Seal(ExampleTurn(), kNonce);

  for (size_t size = 0; size < sealed.size(); ++size) {
    EXPECT_THAT(seal.Unseal(7, sealed.substr(0, size)),
                StatusIs(absl::StatusCode::kDataLoss))
        << size << " bytes";
  }
}

TEST(TurnSealTest, UnsealsTheFeedbackThatItSealed) {
  const TurnSeal seal = SealWithKey('k');
  const StoredFeedback feedback{7, absl::InfinitePast(), "the lamp is off"};

  const std::string sealed = seal.SealFeedback(feedback, kNonce);

  EXPECT_THAT(sealed, Not(HasSubstr("lamp")));
  const absl::StatusOr<StoredFeedback> unsealed =
      seal.UnsealFeedback(7, sealed);
  ASSERT_THAT(unsealed, IsOk());
  EXPECT_EQ(unsealed->turn, 7);
  EXPECT_EQ(unsealed->verdict, "the lamp is off");
}

TEST(TurnSealTest, TellsTurnsFeedbackAndItsTurnApart) {
  const TurnSeal seal = SealWithKey('k');
  const std::string turn = seal.Seal(ExampleTurn(), kNonce);
  const std::string feedback =
      seal.SealFeedback({7, absl::InfinitePast(), "off"}, kNonce);

  EXPECT_THAT(seal.UnsealFeedback(7, turn),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(seal.Unseal(7, feedback), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(seal.UnsealFeedback(8, feedback),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(TurnSealTest, MarksOfARequestAreEqualUnderOneKeyOnly) {
  EXPECT_EQ(SealWithKey('k').MarkOf("r1"), SealWithKey('k').MarkOf("r1"));
  EXPECT_NE(SealWithKey('k').MarkOf("r1"), SealWithKey('k').MarkOf("r2"));
  EXPECT_NE(SealWithKey('k').MarkOf("r1"), SealWithKey('K').MarkOf("r1"));
}

}  // namespace
}  // namespace quiver
