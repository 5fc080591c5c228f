#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class AuthoringServiceTest : public ServiceFixture {
 protected:
  using Stub = v1::AuthoringService::Stub;

  v1::ReloadContentResponse Reload(const std::string& name = kBicycle) {
    v1::ReloadContentRequest request;
    request.set_assistant(name);
    v1::ReloadContentResponse response;
    const grpc::Status status =
        Call(*authoring_, &Stub::ReloadContent, request, response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  // Gives the document about chains another short answer.
  void RewriteChainDocument(const std::string& answer) {
    content_.Write("knowledge/bicycle/chain-noise.md",
                   "---\nid: chain-noise\ntitle: Chains\n"
                   "about: {part: [chain]}\n"
                   "questions: [\"Why does my chain rattle?\"]\n"
                   "sources:\n  h: {organisation: O, title: T, year: 2020}\n"
                   "status: draft\nreviewed: 2026-01-01\n"
                   "review_by: 2027-01-01\n---\n\n" +
                       answer + "\n");
  }
};

TEST_F(AuthoringServiceTest, ExplainTellsTheTraceAndStoresNothing) {
  v1::ExplainRequest request;
  request.mutable_message()->set_text("Why does my brake squeal?");
  v1::ExplainResponse response;
  ASSERT_TRUE(Call(*authoring_, &Stub::Explain, request, response).ok());

  EXPECT_EQ(response.message().session_id(), "");
  EXPECT_EQ(response.message().turn(), 1u);
  std::vector<std::string> steps;
  for (const v1::TraceStep& step : response.message().trace().steps()) {
    steps.push_back(step.stage() + ": " + step.detail());
  }
  EXPECT_THAT(steps, Contains(StartsWith("understand: part=brake")));
  EXPECT_THAT(steps, Contains("dialogue: rule: answer questions"));
}

TEST_F(AuthoringServiceTest, ExplainChecksItsMessage) {
  v1::ExplainRequest request;
  v1::ExplainResponse response;
  const ErrorDetails error =
      DetailsOf(Call(*authoring_, &Stub::Explain, request, response));

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(error.violations.count("message.text"), 1u);
}

TEST_F(AuthoringServiceTest, ReloadTakesNewContentAndSessionsGoOn) {
  const v1::SendMessageResponse before = Say("Why does my chain rattle?");
  RewriteChainDocument("Chains sing.[^h]");
  const v1::ReloadContentResponse reloaded = Reload();

  EXPECT_EQ(reloaded.diagnostics_size(), 0);
  EXPECT_NE(reloaded.content_hash(), before.content_hash());

  const v1::SendMessageResponse after =
      Say("Why does my chain rattle?", before.session_id());
  EXPECT_EQ(after.turn(), 2u);
  EXPECT_EQ(after.content_hash(), reloaded.content_hash());
  EXPECT_EQ(Say("Why does my chain rattle?").reply().messages(0).text(),
            "Chains sing.");
}

TEST_F(AuthoringServiceTest, ReloadOfBadContentKeepsTheOldAndSaysWhy) {
  const std::string before = Say("Why does my chain rattle?").content_hash();
  RewriteChainDocument("Chains sing.[^h] They hum.[^nobody]");
  const v1::ReloadContentResponse reloaded = Reload();

  EXPECT_EQ(reloaded.content_hash(), before);
  ASSERT_GE(reloaded.diagnostics_size(), 1);
  const v1::ContentDiagnostic& diagnostic = reloaded.diagnostics(0);
  EXPECT_EQ(diagnostic.file(), "knowledge/bicycle/chain-noise.md");
  EXPECT_EQ(diagnostic.line(), 13);
  EXPECT_GT(diagnostic.column(), 0);
  EXPECT_TRUE(diagnostic.error());
  EXPECT_THAT(diagnostic.message(), HasSubstr("nobody"));
  EXPECT_EQ(Say("Why does my chain rattle?").reply().messages(0).text(),
            "A dry chain rattles.");
}

TEST_F(AuthoringServiceTest, ReloadOfAllAssistantsSaysWhichCannotBeRead) {
  // There is no folder of that name.
  v1::ReloadContentResponse response;
  const ErrorDetails error = DetailsOf(Call(
      *authoring_, &Stub::ReloadContent, v1::ReloadContentRequest(), response));

  EXPECT_EQ(error.code, grpc::NOT_FOUND);
  EXPECT_EQ(error.reason, "CONTENT_UNREADABLE");
}

TEST_F(AuthoringServiceTest, ReloadOfAnUnknownAssistantIsNotFound) {
  v1::ReloadContentRequest request;
  request.set_assistant("horse");
  v1::ReloadContentResponse response;

  EXPECT_EQ(
      DetailsOf(Call(*authoring_, &Stub::ReloadContent, request, response))
          .reason,
      "ASSISTANT_NOT_FOUND");
}

TEST_F(AuthoringServiceTest, WhatIsNotThereYetSaysSo) {
  v1::ListUnansweredResponse unanswered;
  const grpc::Status listing = Call(*authoring_, &Stub::ListUnanswered,
                                    v1::ListUnansweredRequest(), unanswered);
  v1::GetUsageResponse usage;
  const grpc::Status counting =
      Call(*authoring_, &Stub::GetUsage, v1::GetUsageRequest(), usage);

  EXPECT_EQ(listing.error_code(), grpc::UNIMPLEMENTED);
  EXPECT_THAT(listing.error_message(), HasSubstr("not collect"));
  EXPECT_EQ(DetailsOf(listing).reason, "UNANSWERED_NOT_SUPPORTED");
  EXPECT_EQ(counting.error_code(), grpc::UNIMPLEMENTED);
  EXPECT_THAT(counting.error_message(), HasSubstr("not count"));
  EXPECT_EQ(DetailsOf(counting).reason, "USAGE_NOT_SUPPORTED");
}

}  // namespace
}  // namespace quiver
