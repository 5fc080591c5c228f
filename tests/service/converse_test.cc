// AssistantService.Converse: turns over one stream.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

class ConverseTest : public ServiceFixture {
 protected:
  ConverseTest() {
    context_.set_deadline(std::chrono::system_clock::now() +
                          std::chrono::minutes(1));
    stream_ = assistant_->Converse(&context_);
  }

  // Sends one request; the response, or an empty one when the stream ended.
  v1::SendMessageResponse Send(const v1::SendMessageRequest& message) {
    v1::ConverseRequest request;
    *request.mutable_message() = message;
    v1::ConverseResponse response;
    if (stream_->Write(request)) stream_->Read(&response);
    return response.message();
  }
  v1::SendMessageResponse Text(const std::string& text) {
    v1::SendMessageRequest message;
    message.set_text(text);
    return Send(message);
  }

  grpc::ClientContext context_;
  std::unique_ptr<
      grpc::ClientReaderWriter<v1::ConverseRequest, v1::ConverseResponse>>
      stream_;
};

TEST_F(ConverseTest, TakesTurnsOfOneSessionInOrder) {
  const v1::SendMessageResponse first = Text("Why does it squeak?");
  const v1::SendMessageResponse second = Text("brake");
  const v1::SendMessageResponse third = Text("rain");
  stream_->WritesDone();

  EXPECT_EQ(first.turn(), 1u);
  EXPECT_EQ(second.session_id(), first.session_id());
  EXPECT_EQ(third.turn(), 3u);
  EXPECT_EQ(third.reply().citations(0).document_id(), "wet-brakes");
  EXPECT_TRUE(stream_->Finish().ok());
}

TEST_F(ConverseTest, TakesUpASessionThatIsNamed) {
  v1::SendMessageRequest message;
  message.set_session_id(Say("Why does it squeak?").session_id());
  message.set_text("brake");

  EXPECT_EQ(Send(message).turn(), 2u);
  EXPECT_EQ(Text("rain").turn(), 3u);
}

TEST_F(ConverseTest, GreetingDoesNotLeaveTheSession) {
  const std::string session = Text("Why does it squeak?").session_id();
  v1::SendMessageRequest start;
  start.set_event(v1::EVENT_START);
  EXPECT_EQ(Send(start).turn(), 0u);

  EXPECT_EQ(Text("brake").session_id(), session);
}

TEST_F(ConverseTest, AfterForgetMeANewSessionBegins) {
  const std::string session = Text("Why does it squeak?").session_id();
  EXPECT_EQ(Text("forget me").session_id(), "");
  const v1::SendMessageResponse next = Text("brake");

  EXPECT_NE(next.session_id(), session);
  EXPECT_EQ(next.turn(), 1u);
}

TEST_F(ConverseTest, ErrorEndsTheStreamAndEarlierTurnsStand) {
  const std::string session = Text("Why does it squeak?").session_id();
  Text("");
  const ErrorDetails error = DetailsOf(stream_->Finish());

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(error.violations.count("message.text"), 1u);
  EXPECT_EQ(Say("brake", session).turn(), 2u);
}

TEST_F(ConverseTest, StreamWithoutMessagesEndsWell) {
  stream_->WritesDone();

  EXPECT_TRUE(stream_->Finish().ok());
}

TEST_F(ConverseTest, CallerMayGoAwayAtAnyTime) {
  Text("Why does it squeak?");
  context_.TryCancel();

  EXPECT_EQ(stream_->Finish().error_code(), grpc::CANCELLED);
  EXPECT_EQ(Say("Is it safe?").turn(), 1u);
}

}  // namespace
}  // namespace quiver
