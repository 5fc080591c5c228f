// What a reply's picker offers, over a real socket.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using PickerTest = ServiceFixture;

std::vector<std::string> IdsOf(
    const google::protobuf::RepeatedPtrField<v1::Option>& options) {
  std::vector<std::string> ids;
  for (const v1::Option& option : options) ids.push_back(option.option_id());
  return ids;
}

TEST_F(PickerTest, PickerOffersEveryValueOfTheSlot) {
  const v1::Reply reply = Say("Why does it squeak?").reply();

  EXPECT_THAT(IdsOf(reply.picker_options()),
              ElementsAre("part.brake", "part.chain", "part.tyre", "part.pedal",
                          "part.saddle"));
  EXPECT_EQ(reply.picker_options(3).label(), "pedal");
}

TEST_F(PickerTest, WithoutPickerThereAreNoPickerOptions) {
  EXPECT_THAT(Say("Is it safe to ride?").reply().picker_options(), IsEmpty());
}

TEST_F(PickerTest, SeveralValuesOfThePickerAreTaken) {
  v1::SendMessageRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  request.add_option_ids("part.pedal");
  request.add_option_ids("part.saddle");
  v1::SendMessageResponse response;
  ASSERT_TRUE(Send(request, response).ok());
  v1::GetSessionRequest get;
  get.set_session_id(request.session_id());
  v1::GetSessionResponse session;
  ASSERT_TRUE(
      Call(*assistant_, &v1::AssistantService::Stub::GetSession, get, session)
          .ok());
  v1::ListTurnsRequest list;
  list.set_session_id(request.session_id());
  v1::ListTurnsResponse turns;
  ASSERT_TRUE(
      Call(*assistant_, &v1::AssistantService::Stub::ListTurns, list, turns)
          .ok());

  ASSERT_EQ(session.session().slots_size(), 2);
  EXPECT_EQ(session.session().slots(0).value(), "pedal");
  EXPECT_EQ(session.session().slots(1).value(), "saddle");
  EXPECT_EQ(turns.turns(1).input(), "pedal, saddle");
}

}  // namespace
}  // namespace quiver
