// What holds for every call: health, reflection, limits, draining.

#include "service/grpc_server.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <grpc/health/v1/health.grpc.pb.h>
#include <grpcpp/generic/generic_stub.h>
#include <gtest/gtest.h>

#include <thread>

#include "absl/synchronization/notification.h"
#include "service/service_fixture.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;

constexpr char kSendMessage[] = "/quiver.v1.AssistantService/SendMessage";

grpc::ByteBuffer BytesOf(const std::string& text) {
  const grpc::Slice slice(text);
  return grpc::ByteBuffer(&slice, 1);
}

std::string TextOf(const grpc::ByteBuffer& bytes) {
  grpc::Slice slice;
  EXPECT_TRUE(bytes.DumpToSingleSlice(&slice).ok());
  return std::string(reinterpret_cast<const char*>(slice.begin()),
                     slice.size());
}

// Sends one message over a stream and waits for the first answer.
class OneExchange final
    : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  OneExchange(grpc::GenericStub& stub, const std::string& method,
              const std::string& request)
      : request_(BytesOf(request)) {
    stub.PrepareBidiStreamingCall(&context_, method, {}, this);
    StartWriteLast(&request_, {});
    StartRead(&response_);
    StartCall();
  }
  std::string Wait() {
    done_.WaitForNotification();
    return response_.Valid() ? TextOf(response_) : "";
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) response_.Clear();
  }
  void OnDone(const grpc::Status&) override { done_.Notify(); }

  grpc::ClientContext context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
  absl::Notification done_;
};

class GrpcServerTest : public ServiceFixture {
 protected:
  grpc::Status SendBytes(const std::string& bytes) {
    grpc::ClientContext context;
    const grpc::ByteBuffer request = BytesOf(bytes);
    grpc::ByteBuffer response;
    grpc::Status status;
    absl::Notification done;
    generic_.UnaryCall(&context, kSendMessage, {}, &request, &response,
                       [&](grpc::Status finished) {
                         status = finished;
                         done.Notify();
                       });
    done.WaitForNotification();
    return status;
  }

  grpc::health::v1::HealthCheckResponse::ServingStatus HealthOf(
      const std::string& service) {
    auto stub = grpc::health::v1::Health::NewStub(channel_);
    grpc::health::v1::HealthCheckRequest request;
    request.set_service(service);
    grpc::health::v1::HealthCheckResponse response;
    Call(*stub, &grpc::health::v1::Health::Stub::Check, request, response);
    return response.status();
  }

  grpc::GenericStub generic_{channel_};
};

TEST_F(GrpcServerTest, HealthIsServingForTheServerAndEachService) {
  for (const char* service :
       {"", "quiver.v1.AssistantService", "quiver.v1.KnowledgeService",
        "quiver.v1.AuthoringService"}) {
    EXPECT_EQ(HealthOf(service), grpc::health::v1::HealthCheckResponse::SERVING)
        << service;
  }
  EXPECT_EQ(HealthOf("quiver.v1.Nothing"),
            grpc::health::v1::HealthCheckResponse::UNKNOWN);
}

TEST_F(GrpcServerTest, ReflectionListsTheServices) {
  // Field 7 of ServerReflectionRequest: list_services = "*".
  OneExchange exchange(
      generic_,
      "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
      "\x3A\x01*");
  const std::string answer = exchange.Wait();

  EXPECT_THAT(answer, HasSubstr("quiver.v1.AssistantService"));
  EXPECT_THAT(answer, HasSubstr("quiver.v1.KnowledgeService"));
  EXPECT_THAT(answer, HasSubstr("quiver.v1.AuthoringService"));
  EXPECT_THAT(answer, HasSubstr("grpc.health.v1.Health"));
}

TEST_F(GrpcServerTest, ReflectionDescribesTheHealthServiceToo) {
  // Field 4 of ServerReflectionRequest: file_containing_symbol.
  OneExchange exchange(
      generic_,
      "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
      "\x22\x15grpc.health.v1.Health");

  EXPECT_THAT(exchange.Wait(), HasSubstr("HealthCheckRequest"));
}

TEST_F(GrpcServerTest, BytesThatAreNoMessageAreAnInvalidArgument) {
  const ErrorDetails error = DetailsOf(SendBytes("\xFF\xFF\xFF"));

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(error.reason, "MALFORMED_MESSAGE");
  EXPECT_THAT(error.violations, testing::SizeIs(1));
}

TEST_F(GrpcServerTest, TextThatIsNotUtf8NamesItsField) {
  // Field 4: text.
  const ErrorDetails error = DetailsOf(SendBytes("\x22\x02\xC3\x28"));

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(
      error.violations,
      (std::map<std::string, std::string>{{"text", "is not valid UTF-8"}}));
}

TEST_F(GrpcServerTest, OfManyMistakesOnlySomeAreTold) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "\x2A\x01\xFF";  // Field 5.
  const grpc::Status status = SendBytes(bytes);

  EXPECT_EQ(status.error_code(), grpc::INVALID_ARGUMENT);
  EXPECT_LT(status.error_message().size(), 2000u);
}

TEST_F(GrpcServerTest, LongTextIsRefusedByName) {
  v1::SendMessageRequest request;
  request.set_text(std::string(5 << 20, 'a'));
  v1::SendMessageResponse response;

  EXPECT_EQ(DetailsOf(Send(request, response)).violations.count("text"), 1u);
}

TEST_F(GrpcServerTest, HugeMessageIsRefusedByTheTransport) {
  v1::SendMessageRequest request;
  request.set_text(std::string(9 << 20, 'a'));
  v1::SendMessageResponse response;

  EXPECT_EQ(Send(request, response).error_code(), grpc::RESOURCE_EXHAUSTED);
}

TEST_F(GrpcServerTest, DeadlineThatHasPassedEndsTheCall) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() -
                       std::chrono::seconds(1));
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  v1::SendMessageResponse response;

  EXPECT_EQ(assistant_->SendMessage(&context, request, &response).error_code(),
            grpc::DEADLINE_EXCEEDED);
}

TEST_F(GrpcServerTest, RunningTurnFinishesWhileTheServerDrains) {
  absl::Notification appending;
  absl::Notification go_on;
  store_.before_append = [&] {
    appending.Notify();
    go_on.WaitForNotification();
    return absl::OkStatus();
  };
  v1::SendMessageResponse answer;
  std::thread caller([&] { answer = Say("Is it safe?"); });
  appending.WaitForNotification();
  std::thread drainer([&] { server_->Shutdown(absl::Minutes(1)); });
  go_on.Notify();
  caller.join();
  drainer.join();

  EXPECT_EQ(answer.turn(), 1u);
  EXPECT_EQ(answer.reply().outcome(), v1::OUTCOME_ANSWERED);
}

TEST_F(GrpcServerTest, TurnIsStoredThoughItsCallerWentAway) {
  v1::SendMessageRequest request;
  request.set_session_id(Say("Is it safe?").session_id());
  request.set_text("Why?");
  request.set_request_id(kRequestId);
  absl::Notification appending;
  absl::Notification go_on;
  absl::Notification appended;
  store_.before_append = [&] {
    appending.Notify();
    go_on.WaitForNotification();
    return absl::OkStatus();
  };
  store_.after_append = [&] { appended.Notify(); };
  grpc::ClientContext context;
  v1::SendMessageResponse response;
  grpc::Status status;
  std::thread caller(
      [&] { status = assistant_->SendMessage(&context, request, &response); });
  appending.WaitForNotification();
  context.TryCancel();
  caller.join();
  EXPECT_EQ(status.error_code(), grpc::CANCELLED);
  go_on.Notify();
  appended.WaitForNotification();

  // A retry, which stores nothing.
  ASSERT_TRUE(Send(request, response).ok());
  EXPECT_EQ(response.turn(), 2u);
}

TEST_F(GrpcServerTest, AfterShutdownNobodyAnswers) {
  server_->Shutdown(absl::ZeroDuration());
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  v1::SendMessageResponse response;

  EXPECT_EQ(Send(request, response).error_code(), grpc::UNAVAILABLE);
}

TEST_F(GrpcServerTest, TakenPortIsUnavailable) {
  GrpcServerOptions options;
  options.address = address();

  EXPECT_THAT(StartGrpcServer(options, {}),
              StatusIs(absl::StatusCode::kUnavailable,
                       HasSubstr(address() + "; is the port taken?")));
}

TEST_F(GrpcServerTest, TwoServersGetPortsOfTheirOwn) {
  GrpcServerOptions options;
  options.address = "127.0.0.1:0";
  ASSERT_OK_AND_ASSIGN(const auto other, StartGrpcServer(options, {}));

  EXPECT_NE(other->port(), server_->port());
}

}  // namespace
}  // namespace quiver
