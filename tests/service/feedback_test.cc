// SubmitFeedback, and what ListTurns tells of it.

#include <gmock/gmock.h>

#include <string>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::Key;
using ::testing::UnorderedElementsAre;

class FeedbackServiceTest : public ServiceFixture {
 protected:
  static v1::SubmitFeedbackRequest Request(const std::string& session,
                                           uint64_t turn, v1::Rating rating,
                                           const std::string& comment = "") {
    v1::SubmitFeedbackRequest request;
    request.set_session_id(session);
    request.set_turn(turn);
    request.set_rating(rating);
    request.set_comment(comment);
    return request;
  }

  grpc::Status Submit(const v1::SubmitFeedbackRequest& request) {
    v1::SubmitFeedbackResponse response;
    return Call(*assistant_, &v1::AssistantService::Stub::SubmitFeedback,
                request, response);
  }

  v1::ListTurnsResponse List(const std::string& session) {
    v1::ListTurnsRequest request;
    request.set_session_id(session);
    v1::ListTurnsResponse response;
    EXPECT_TRUE(Call(*assistant_, &v1::AssistantService::Stub::ListTurns,
                     request, response)
                    .ok());
    return response;
  }
};

TEST_F(FeedbackServiceTest, IsListedWithItsTurn) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  Say("thanks", session);
  EXPECT_FALSE(List(session).turns(0).has_feedback());

  ASSERT_TRUE(Submit(Request(session, 1, v1::RATING_NOT_HELPFUL,
                             "my bell, not my "
                             "brake"))
                  .ok());

  const v1::ListTurnsResponse listed = List(session);
  EXPECT_EQ(listed.turns(0).feedback().rating(), v1::RATING_NOT_HELPFUL);
  EXPECT_EQ(listed.turns(0).feedback().comment(), "my bell, not my brake");
  EXPECT_FALSE(listed.turns(1).has_feedback());
}

TEST_F(FeedbackServiceTest, MayBeSentAgainAndChanged) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  for (const v1::Rating rating :
       {v1::RATING_HELPFUL, v1::RATING_HELPFUL, v1::RATING_NOT_HELPFUL}) {
    EXPECT_TRUE(Submit(Request(session, 1, rating)).ok());

    EXPECT_EQ(List(session).turns(0).feedback().rating(), rating);
  }
}

TEST_F(FeedbackServiceTest, TakesTheLongestComment) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  const std::string comment(1000, 'x');

  EXPECT_TRUE(Submit(Request(session, 1, v1::RATING_HELPFUL, comment)).ok());

  EXPECT_EQ(List(session).turns(0).feedback().comment(), comment);
}

TEST_F(FeedbackServiceTest, NamesTheFieldThatIsWrong) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  const auto good = v1::RATING_HELPFUL;
  const struct {
    const char* field;
    v1::SubmitFeedbackRequest request;
  } kCases[] = {
      {"session_id", Request("", 1, good)},
      {"session_id", Request("brake", 1, good)},
      {"session_id", Request(session + "0", 1, good)},
      {"turn", Request(session, 0, good)},
      {"rating", Request(session, 1, v1::RATING_UNSPECIFIED)},
      {"rating", Request(session, 1, static_cast<v1::Rating>(3))},
      {"rating", Request(session, 1, static_cast<v1::Rating>(-1))},
      {"comment", Request(session, 1, good, std::string(1001, 'x'))},
      {"comment", Request(session, 1, good, "\xc3\x28")},
  };

  for (const auto& [field, request] : kCases) {
    const ErrorDetails details = DetailsOf(Submit(request));
    EXPECT_EQ(details.code, grpc::INVALID_ARGUMENT) << field;
    EXPECT_EQ(details.reason, "INVALID_FIELDS") << field;
    EXPECT_THAT(details.violations, ElementsAre(Key(field)));
  }
  EXPECT_FALSE(List(session).turns(0).has_feedback());
}

TEST_F(FeedbackServiceTest, NamesEveryFieldThatIsWrong) {
  const ErrorDetails details = DetailsOf(Submit({}));

  EXPECT_THAT(
      details.violations,
      UnorderedElementsAre(Key("session_id"), Key("turn"), Key("rating")));
}

TEST_F(FeedbackServiceTest, NeedsASessionAndATurnThatAreThere) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  const auto reason = [&](const std::string& of, uint64_t turn) {
    const ErrorDetails details =
        DetailsOf(Submit(Request(of, turn, v1::RATING_HELPFUL)));
    EXPECT_EQ(details.code, grpc::NOT_FOUND);
    return details.reason;
  };

  EXPECT_EQ(reason(std::string(32, 'a'), 1), "SESSION_NOT_FOUND");
  EXPECT_EQ(reason(session, 2), "TURN_NOT_FOUND");
  EXPECT_EQ(reason(session, UINT64_MAX), "TURN_NOT_FOUND");
  clock_.Advance(absl::Hours(25));
  EXPECT_EQ(reason(session, 1), "SESSION_NOT_FOUND");
}

TEST_F(FeedbackServiceTest, GoesWithTheSession) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  ASSERT_TRUE(Submit(Request(session, 1, v1::RATING_HELPFUL)).ok());
  v1::DeleteSessionRequest request;
  request.set_session_id(session);
  v1::DeleteSessionResponse response;
  ASSERT_TRUE(Call(*assistant_, &v1::AssistantService::Stub::DeleteSession,
                   request, response)
                  .ok());

  EXPECT_EQ(response.receipt().deleted_turns(), 1);
  EXPECT_EQ(DetailsOf(Submit(Request(session, 1, v1::RATING_HELPFUL))).reason,
            "SESSION_NOT_FOUND");
}

TEST_F(FeedbackServiceTest, CanBeSentAgainWhenTheStoreFails) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  store_.failure = absl::UnavailableError("the disk is full");

  const ErrorDetails details =
      DetailsOf(Submit(Request(session, 1, v1::RATING_HELPFUL)));

  EXPECT_EQ(details.code, grpc::UNAVAILABLE);
  EXPECT_EQ(details.reason, "STORE_UNAVAILABLE");
  EXPECT_TRUE(details.retry);
}

TEST_F(FeedbackServiceTest, IsNotLogged) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  Submit(Request(session, 1, v1::RATING_HELPFUL, "it squeals no more"));
  server_->Shutdown(absl::InfiniteDuration());

  EXPECT_THAT(log_.lines(), ElementsAre("info call method=SendMessage code=OK",
                                        "info call method=SubmitFeedback "
                                        "code=OK"));
}

}  // namespace
}  // namespace quiver
