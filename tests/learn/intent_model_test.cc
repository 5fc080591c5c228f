#include "learn/intent_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "learn/toy_examples.h"
#include "support/status_matchers.h"
#include "text/reader.h"

namespace quiver {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const IntentModel& ToyModel() {
  static const std::unique_ptr<IntentModel> model =
      TrainIntentModel(ToyExamples()).value();
  return *model;
}

LabelScore Nearest(const IntentModel& model, std::string_view text) {
  return model.Classify(ReadingOf(text), 1).at(0);
}

TEST(IntentModelTest, RecognizesWhatItLearned) {
  for (const TrainingExample& example : ToyExamples()) {
    EXPECT_EQ(Nearest(ToyModel(), example.text).label, example.label)
        << example.text;
  }
}

TEST(IntentModelTest, RecognizesWhatItNeverSaw) {
  struct Case {
    std::string_view text;
    uint32_t label;
  };
  for (const auto& [text, label] :
       std::vector<Case>{{"baking a loaf of rye", kBread},
                         {"is the yeast still good", kBread},
                         {"my chain fell off", kBicycle},
                         {"brakes are squeaking", kBicycle},
                         {"Watering tomatoes in the sun?", kGarden},
                         {"snails eat my lettuces", kGarden},
                         {"bycicle brakse", kBicycle}}) {
    EXPECT_EQ(Nearest(ToyModel(), text).label, label) << text;
  }
}

TEST(IntentModelTest, ListsTheNearestFirst) {
  const Reading reading = ReadingOf("bake bread in the garden");

  const std::vector<LabelScore> all = ToyModel().Classify(reading, 10);

  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(all[0].label, kBread);
  EXPECT_GE(all[0].score, all[1].score);
  EXPECT_GE(all[1].score, all[2].score);
  EXPECT_GE(all[0].confidence, all[1].confidence);
  EXPECT_THAT(ToyModel().Classify(reading, 2), SizeIs(2));
  EXPECT_THAT(ToyModel().Classify(reading, 0), IsEmpty());
}

TEST(IntentModelTest, EqualScoresAreInOrderOfLabel) {
  const std::vector<LabelScore> all = ToyModel().Classify(ReadingOf("zzz"), 10);

  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(all[0].label, kBread);
  EXPECT_EQ(all[1].label, kBicycle);
  EXPECT_EQ(all[2].label, kGarden);
}

TEST(IntentModelTest, TrustsForeignTextsLess) {
  for (const std::string_view text :
       {"xylophone", "ask about parliament", "\u4f60\u597d", "", "12 34"}) {
    EXPECT_LT(Nearest(ToyModel(), text).confidence, 0.05) << text;
  }
  EXPECT_GT(Nearest(ToyModel(), "how do i bake bread").confidence, 0.5);
}

TEST(IntentModelTest, ScoresLieBetweenMinusOneAndOneOrSo) {
  for (const TrainingExample& example : ToyExamples()) {
    for (const LabelScore& score :
         ToyModel().Classify(ReadingOf(example.text), 3)) {
      EXPECT_THAT(score.score, DoubleNear(0, 1.5)) << example.text;
      EXPECT_GE(score.confidence, 0);
      EXPECT_LE(score.confidence, 1);
    }
  }
}

TEST(IntentModelTest, LearnsWhatIsOutOfScope) {
  std::vector<TrainingExample> examples = ToyExamples();
  for (const std::string_view text :
       {"how do i bake a clay pot", "can i bake clay in the oven",
        "which clay makes a good pot", "how warm must clay be"}) {
    examples.push_back({std::string(text), kOutOfScope});
  }
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> model,
                       TrainIntentModel(examples));

  EXPECT_EQ(Nearest(*model, "is clay baked in an oven").label, kOutOfScope);
  EXPECT_EQ(Nearest(*model, "is bread baked in an oven").label, kBread);
}

TEST(IntentModelTest, KeepsTheLabelsOfItsExamples) {
  std::vector<TrainingExample> examples = ToyExamples();
  for (TrainingExample& example : examples) {
    example.label = 1000 - 100 * example.label;
  }
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> model,
                       TrainIntentModel(examples));

  EXPECT_EQ(Nearest(*model, "bake bread").label, 1000u);
  EXPECT_EQ(Nearest(*model, "bicycle brakes").label, 900u);
}

TEST(IntentModelTest, NeedsTwoLabels) {
  EXPECT_THAT(TrainIntentModel({}),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(TrainIntentModel({{"bake bread", 3}, {"bake rolls", 3}}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("fewer than two labels")));
}

TEST(IntentModelTest, LearnsFromASingleExampleALabel) {
  ASSERT_OK_AND_ASSIGN(
      const std::unique_ptr<IntentModel> model,
      TrainIntentModel({{"bake bread", 0}, {"ride a bicycle", 1}}));

  EXPECT_EQ(Nearest(*model, "ride the bicycle").label, 1u);
  EXPECT_EQ(Nearest(*model, "bread").label, 0u);
}

TEST(IntentModelTest, EqualExamplesGiveEqualBytes) {
  const std::string first = ToyModel().Serialize();
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> again,
                       TrainIntentModel(ToyExamples()));
  std::vector<TrainingExample> other = ToyExamples();
  other.front().text += " today";
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> different,
                       TrainIntentModel(other));

  EXPECT_TRUE(again->Serialize() == first);
  EXPECT_FALSE(different->Serialize() == first);
}

TEST(IntentModelTest, TellsItsProgress) {
  std::vector<double> shares;
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> model,
                       TrainIntentModel(ToyExamples(), [&](double share) {
                         shares.push_back(share);
                       }));

  EXPECT_GT(shares.size(), 2u);
  EXPECT_EQ(shares.front(), 0);
  EXPECT_EQ(shares.back(), 1);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
}

TEST(IntentModelTest, SurvivesTheTripThroughBytes) {
  const std::string bytes = ToyModel().Serialize();
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<IntentModel> restored,
                       DeserializeIntentModel(bytes));

  EXPECT_TRUE(restored->Serialize() == bytes);
  for (const std::string_view text : {"bake bread", "xylophone", ""}) {
    const LabelScore before = Nearest(ToyModel(), text);
    const LabelScore after = Nearest(*restored, text);
    EXPECT_EQ(after.label, before.label);
    EXPECT_EQ(after.score, before.score);
    EXPECT_EQ(after.confidence, before.confidence);
  }
}

TEST(IntentModelTest, NoticesMissingBytes) {
  const std::string bytes = ToyModel().Serialize();

  for (size_t size = 0; size < bytes.size(); size += 1 + size / 8) {
    EXPECT_THAT(DeserializeIntentModel(bytes.substr(0, size)),
                StatusIs(absl::StatusCode::kDataLoss))
        << size;
  }
  EXPECT_THAT(DeserializeIntentModel(bytes + '\0'),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(IntentModelTest, NoticesChangedBytes) {
  const std::string bytes = ToyModel().Serialize();

  for (size_t i = 0; i < bytes.size(); i += 1 + i / 8) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    EXPECT_THAT(DeserializeIntentModel(changed),
                StatusIs(absl::StatusCode::kDataLoss))
        << i;
  }
}

// Rubbish behind a right digest, as only a forger makes it: any answer will
// do, but no crash and no giant allocation.
TEST(IntentModelTest, SurvivesForgedBytes) {
  constexpr size_t kHeader = 14 + 32;
  const std::string bytes = ToyModel().Serialize();

  for (size_t i = kHeader; i < bytes.size(); i += 1 + i / 64) {
    std::string content = bytes.substr(kHeader);
    content.replace(i - kHeader, 4, "\xFF\xFF\xFF\xFF");
    const auto forged =
        DeserializeIntentModel(bytes.substr(0, 14) + Sha256(content) + content);
    if (forged.ok()) Nearest(**forged, "bake bread");
  }
}

TEST(IntentModelTest, IsTheSameButForConfidenceWithoutCalibration) {
  ASSERT_OK_AND_ASSIGN(const auto calibrated, TrainIntentModel(ToyExamples()));
  ASSERT_OK_AND_ASSIGN(const auto bare, TrainIntentModel(ToyExamples(), nullptr,
                                                         Calibration::kNone));
  Reading reading;
  reading.text = "bake bread";
  reading.tokens = Tokenize(reading.text);

  const LabelScore with = calibrated->Classify(reading, 1).front();
  const LabelScore without = bare->Classify(reading, 1).front();
  EXPECT_EQ(without.label, with.label);
  EXPECT_EQ(without.score, with.score);
  EXPECT_EQ(without.confidence, 1);
}

}  // namespace
}  // namespace quiver
