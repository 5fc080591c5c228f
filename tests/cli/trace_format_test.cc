#include "cli/trace_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::HasSubstr;

v1::Trace MakeTrace() {
  v1::Trace trace;
  const auto add = [&](const char* stage, const char* detail) {
    v1::TraceStep& step = *trace.add_steps();
    step.set_stage(stage);
    step.set_detail(detail);
  };
  add("text", "read as: my brakes squeal");
  add("understand", "part=brake");
  add("understand", "noise=squeak");
  add("dialogue", "rule: answer questions");
  return trace;
}

TEST(FormatTraceTest, PutsEachStageUnderOneHeading) {
  EXPECT_EQ(FormatTrace(MakeTrace(), "| ", {false, 80}),
            "| As it was read\n"
            "|   read as: my brakes squeal\n"
            "| \n"
            "| What it was taken to mean\n"
            "|   part=brake\n"
            "|   noise=squeak\n"
            "| \n"
            "| What was decided\n"
            "|   rule: answer questions\n");
  EXPECT_EQ(FormatTrace(v1::Trace(), "| ", {false, 80}), "");
}

TEST(FormatExplanationTest, LeadsWithTheOutcome) {
  v1::SendMessageResponse response;
  response.mutable_reply()->set_outcome(v1::OUTCOME_ASKED);
  response.mutable_reply()->set_urgency(v1::URGENCY_SEE_DOCTOR);
  response.mutable_reply()->set_pending_slot("part");
  response.mutable_reply()->add_citations()->set_document_id("rust");
  v1::RankedIntent& meaning = *response.mutable_understanding()->add_intents();
  meaning.set_intent("causes");
  meaning.set_method("pattern");
  meaning.set_confidence(0.98);
  *response.mutable_trace() = MakeTrace();

  const std::string text = FormatExplanation(response, {false, 80});

  EXPECT_THAT(text, ::testing::StartsWith("Outcome     asked\n"
                                          "Urgency     see_doctor\n"
                                          "Asks for    part\n"
                                          "Documents   rust\n"));
  EXPECT_THAT(text, HasSubstr("  0.98  pattern    causes\n"));
  EXPECT_THAT(text, HasSubstr("What was decided\n"));
}

}  // namespace
}  // namespace quiver
