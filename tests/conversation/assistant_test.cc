#include "conversation/assistant.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bicycle_assistant.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(AssistantDirectoryTest, TheOnlyAssistantIsTheDefault) {
  const auto directory = MakeAssistantDirectory({BicycleAssistant()}, "");
  ASSERT_OK_AND_ASSIGN(const auto found, directory->Find(""));

  EXPECT_EQ(found->catalog->assistant, kBicycle);
}

TEST(AssistantDirectoryTest, OfSeveralTheDefaultIsTheOneNamed) {
  const auto directory = MakeAssistantDirectory(
      {BicycleAssistant("second"), BicycleAssistant("first")}, "second");
  ASSERT_OK_AND_ASSIGN(const auto found, directory->Find(""));

  EXPECT_EQ(found->catalog->assistant, "second");
  EXPECT_THAT(directory->Names(), ElementsAre("first", "second"));
}

TEST(AssistantDirectoryTest, OfSeveralWithoutDefaultOneMustBeNamed) {
  const auto directory = MakeAssistantDirectory(
      {BicycleAssistant("first"), BicycleAssistant("second")}, "");

  EXPECT_THAT(directory->Find(""),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("name one")));
  EXPECT_THAT(directory->Find("first"), IsOk());
}

TEST(AssistantDirectoryTest, UnknownNameIsNotFound) {
  const auto directory = MakeAssistantDirectory({BicycleAssistant()}, "");

  EXPECT_THAT(directory->Find("horse"),
              StatusIs(absl::StatusCode::kNotFound,
                       "there is no assistant called \"horse\""));
}

TEST(AssistantDirectoryTest, ReplacedAssistantLivesOnForWhoHoldsIt) {
  const auto directory = MakeAssistantDirectory({BicycleAssistant()}, "");
  ASSERT_OK_AND_ASSIGN(const auto before, directory->Find(kBicycle));
  directory->Replace(BicycleAssistant());
  ASSERT_OK_AND_ASSIGN(const auto after, directory->Find(kBicycle));

  EXPECT_NE(before, after);
  EXPECT_EQ(before->catalog->assistant, kBicycle);
}

TEST(LoadAssistantTest, ReadsAWholeAssistant) {
  Diagnostics diagnostics;
  ASSERT_OK_AND_ASSIGN(const auto assistant,
                       LoadAssistant(BicycleContent(), kBicycle,
                                     SmallDictionary(), nullptr, diagnostics));

  EXPECT_EQ(assistant->catalog->profile.name, "Bicycle Guide");
  EXPECT_EQ(diagnostics.FormatAll(), "");
}

TEST(LoadAssistantTest, AsksForAModelOfTheCatalog) {
  Diagnostics diagnostics;
  std::string asked;
  const ModelSource models = [&](const Catalog& catalog) {
    asked = catalog.assistant;
    return LearnedModels();
  };
  ASSERT_THAT(LoadAssistant(BicycleContent(), kBicycle, SmallDictionary(),
                            models, diagnostics),
              IsOk());

  EXPECT_EQ(asked, kBicycle);
}

TEST(LoadAssistantTest, MistakesAreDiagnosed) {
  TemporaryFolder content;
  content.CopyFrom(BicycleContent());
  content.Write("intents/bicycle/assistant.yaml", "assistant: {}\n");
  Diagnostics diagnostics;

  EXPECT_THAT(LoadAssistant(content.path(), kBicycle, SmallDictionary(),
                            nullptr, diagnostics),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       "the content of bicycle has errors"));
  EXPECT_TRUE(diagnostics.HasErrors());
}

TEST(LoadAssistantTest, UnknownAssistantIsNotFound) {
  Diagnostics diagnostics;

  EXPECT_THAT(LoadAssistant(BicycleContent(), "horse", SmallDictionary(),
                            nullptr, diagnostics),
              StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace quiver
