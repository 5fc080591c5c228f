// The server as an operator runs it: a process with a folder of its own.

#include "main/server_process.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <nlohmann/json.hpp>
#include <string>

#include "main/self_signed.h"
#include "main/visitor.h"
#include "quiver/v1/authoring.grpc.pb.h"
#include "support/bicycle_catalog.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;

class ServerProcessTest : public testing::Test {
 protected:
  ServerProcess Start(const Arguments& more = {}) {
    return ServerProcess(BicycleContent(), data_.path(), more);
  }

  TemporaryFolder data_;
};

TEST_F(ServerProcessTest, ServesOnThePortsThatItPrints) {
  ServerProcess server = Start();
  EXPECT_EQ(Visitor(server.address()).Describe().name(), "Bicycle Guide");

  auto authoring = v1::AuthoringService::NewStub(grpc::CreateChannel(
      server.authoring_address(), grpc::InsecureChannelCredentials()));
  v1::ExplainRequest request;
  request.mutable_message()->set_text("Is it safe?");
  v1::ExplainResponse response;
  grpc::ClientContext context;
  EXPECT_TRUE(authoring->Explain(&context, request, &response).ok());
  EXPECT_GT(response.message().trace().steps_size(), 0);
}

TEST_F(ServerProcessTest, VisitorsCannotCallTheAuthors) {
  ServerProcess server = Start();
  auto authoring = v1::AuthoringService::NewStub(grpc::CreateChannel(
      server.address(), grpc::InsecureChannelCredentials()));
  v1::ReloadContentResponse response;
  grpc::ClientContext context;

  EXPECT_EQ(authoring->ReloadContent(&context, {}, &response).error_code(),
            grpc::UNIMPLEMENTED);
}

TEST_F(ServerProcessTest, ServesAnotherSubjectWithoutAChange) {
  ServerProcess server(std::string(QUIVER_SOURCE_DIR) + "/tests/assistants",
                       data_.path());
  Visitor visitor(server.address());

  EXPECT_EQ(visitor.Describe().assistant(), "houseplants");
  const v1::Reply reply =
      visitor.Say("How often do I water my cactus?").reply();
  ASSERT_GE(reply.citations_size(), 1);
  EXPECT_EQ(reply.citations(0).document_id(), "cactus");
}

class EndingSignalTest : public ServerProcessTest,
                         public testing::WithParamInterface<int> {};

TEST_P(EndingSignalTest, EndsCleanly) {
  ServerProcess server = Start();
  Visitor(server.address()).Say("My brakes squeal");
  server.Signal(GetParam());

  EXPECT_EQ(server.ExitCode(), 0);
  EXPECT_THAT(server.Log(), Contains(HasSubstr("\"event\":\"stopped\"")));
}

INSTANTIATE_TEST_SUITE_P(Server, EndingSignalTest,
                         testing::Values(SIGTERM, SIGINT));

TEST_F(ServerProcessTest, LogIsJsonWithoutWhatWasSaid) {
  ServerProcess server = Start();
  const std::string session =
      Visitor(server.address()).Say("My brakes squeal").session_id();
  server.Signal(SIGTERM);
  server.ExitCode();

  for (const std::string& line : server.Log()) {
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
  EXPECT_THAT(server.Log(), Contains(HasSubstr("\"event\":\"serving\"")));
  EXPECT_THAT(
      server.Log(),
      Contains(HasSubstr("\"method\":\"SendMessage\",\"code\":\"OK\"")));
  EXPECT_THAT(server.Log(), Each(Not(HasSubstr("brakes squeal"))));
  EXPECT_THAT(server.Log(), Each(Not(HasSubstr(session))));
}

TEST_F(ServerProcessTest, SessionsOutliveAKill) {
  v1::SendMessageResponse first;
  {
    ServerProcess server = Start();
    first = Visitor(server.address())
                .Say("Why does my brake squeal?", "", "request-000-000000");
    server.Signal(SIGKILL);
    EXPECT_EQ(server.ExitCode(), 128 + SIGKILL);
  }
  ServerProcess server = Start();
  Visitor visitor(server.address());

  const v1::Session session = visitor.GetSession(first.session_id());
  ASSERT_EQ(session.slots_size(), 1) << visitor.status().error_message();
  EXPECT_EQ(session.slots(0).value(), "brake");
  EXPECT_EQ(visitor.Say("Why does my brake squeal?", "", "request-000-000000")
                .SerializeAsString(),
            first.SerializeAsString());
  EXPECT_EQ(visitor.Say("rain", first.session_id()).turn(), 2u);
}

TEST_F(ServerProcessTest, MemoryStoreForgetsWithTheProcess) {
  std::string session;
  {
    ServerProcess server = Start({"--store", "memory"});
    session = Visitor(server.address()).Say("Is it safe?").session_id();
  }
  ServerProcess server = Start({"--store", "memory"});
  Visitor visitor(server.address());
  visitor.GetSession(session);

  EXPECT_EQ(visitor.status().error_code(), grpc::NOT_FOUND);
}

TEST_F(ServerProcessTest, SpeaksTls) {
  const SelfSigned identity = MakeSelfSigned("localhost");
  data_.Write("certificate.pem", identity.certificate);
  data_.Write("key.pem", identity.private_key);
  ServerProcess server =
      Start({"--tls-certificate", data_.path() + "/certificate.pem",
             "--tls-key", data_.path() + "/key.pem"});
  Visitor trusting(server.address(),
                   grpc::SslCredentials({identity.certificate, "", ""}));
  Visitor plain(server.address());

  EXPECT_EQ(trusting.Describe().name(), "Bicycle Guide");
  plain.Describe();
  EXPECT_EQ(plain.status().error_code(), grpc::UNAVAILABLE);
}

}  // namespace
}  // namespace quiver
