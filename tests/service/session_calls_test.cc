// Calls on sessions: what is remembered, the history, the end.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

using AssistantServiceTest = ServiceFixture;

TEST_F(AssistantServiceTest, GetSessionTellsWhatIsRemembered) {
  v1::GetSessionRequest request;
  request.set_session_id(Say("Why does my left brake squeal?").session_id());
  v1::GetSessionResponse response;
  ASSERT_TRUE(Call(*assistant_, &v1::AssistantService::Stub::GetSession,
                   request, response)
                  .ok());

  const v1::Session& session = response.session();
  EXPECT_EQ(session.session_id(), request.session_id());
  EXPECT_EQ(session.assistant(), "bicycle");
  EXPECT_EQ(session.turn(), 1u);
  EXPECT_EQ(session.pending_slot(), "cause");
  ASSERT_GE(session.slots_size(), 1);
  EXPECT_EQ(session.slots(0).name(), "part");
  EXPECT_EQ(session.slots(0).value(), "brake");
  EXPECT_EQ(session.slots(0).side(), "left");
  EXPECT_EQ(session.last_active_time().seconds(),
            absl::ToUnixSeconds(clock_.Now()));
  EXPECT_EQ(session.expire_time().seconds(),
            absl::ToUnixSeconds(clock_.Now() + absl::Hours(24)));
}

TEST_F(AssistantServiceTest, ListTurnsPagesThroughTheHistory) {
  v1::ListTurnsRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  Say("brake", request.session_id());
  Say("rain", request.session_id());
  request.set_page_size(2);
  v1::ListTurnsResponse response;
  const auto list = [&] {
    return Call(*assistant_, &v1::AssistantService::Stub::ListTurns, request,
                response);
  };

  ASSERT_TRUE(list().ok());
  ASSERT_EQ(response.turns_size(), 2);
  EXPECT_EQ(response.turns(0).turn(), 1u);
  EXPECT_EQ(response.turns(0).input(), "Why does it squeak?");
  EXPECT_EQ(response.turns(1).reply().citations(0).document_id(),
            "brake-noise");

  request.set_page_token(response.next_page_token());
  ASSERT_TRUE(list().ok());
  ASSERT_EQ(response.turns_size(), 1);
  EXPECT_EQ(response.turns(0).input(), "rain");
  EXPECT_EQ(response.next_page_token(), "");
}

TEST_F(AssistantServiceTest, PageIsChecked) {
  v1::ListTurnsRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  v1::ListTurnsResponse response;
  const auto violations = [&] {
    return DetailsOf(Call(*assistant_, &v1::AssistantService::Stub::ListTurns,
                          request, response))
        .violations;
  };

  request.set_page_size(201);
  EXPECT_EQ(violations().count("page_size"), 1u);
  request.set_page_size(-1);
  EXPECT_EQ(violations().count("page_size"), 1u);
  request.set_page_size(0);
  for (const char* token : {"x", "-1", "1x", "9223372036854775808"}) {
    request.set_page_token(token);
    EXPECT_EQ(violations().count("page_token"), 1u) << token;
  }
}

TEST_F(AssistantServiceTest, DeleteSessionGivesAReceipt) {
  v1::DeleteSessionRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  Say("brake", request.session_id());
  v1::DeleteSessionResponse response;
  const auto erase = [&] {
    return Call(*assistant_, &v1::AssistantService::Stub::DeleteSession,
                request, response);
  };

  ASSERT_TRUE(erase().ok());
  EXPECT_EQ(response.receipt().deleted_turns(), 2u);
  EXPECT_EQ(response.receipt().delete_time().seconds(),
            absl::ToUnixSeconds(clock_.Now()));
  EXPECT_THAT(response.receipt().session_hash(),
              AllOf(SizeIs(64), Not(HasSubstr(request.session_id()))));

  ASSERT_TRUE(erase().ok());
  EXPECT_EQ(response.receipt().deleted_turns(), 0u);
}

TEST_F(AssistantServiceTest, CallsOnSessionsHaveTheirErrors) {
  const auto get = [this](const std::string& id) {
    v1::GetSessionRequest request;
    request.set_session_id(id);
    v1::GetSessionResponse response;
    return DetailsOf(Call(*assistant_, &v1::AssistantService::Stub::GetSession,
                          request, response));
  };
  EXPECT_EQ(get("").violations.count("session_id"), 1u);
  EXPECT_EQ(get(std::string(32, 'a')).code, grpc::NOT_FOUND);
  EXPECT_EQ(get(std::string(32, 'a')).reason, "SESSION_NOT_FOUND");
  store_.failure = absl::UnavailableError("disk full");
  EXPECT_EQ(get(std::string(32, 'a')).reason, "STORE_UNAVAILABLE");
}

}  // namespace
}  // namespace quiver
