// What messages ask, as the bicycle assistant sees it.

#include "understand/question_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "understand/bicycle_understander.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class QuestionFinderTest : public testing::Test {
 protected:
  Understanding Understand(std::string_view message) const {
    return understander_->Understand(message);
  }

  // The words of each question.
  static std::vector<std::string> Parts(const Understanding& understanding) {
    std::vector<std::string> parts;
    for (const Question& question : understanding.questions) {
      parts.emplace_back(understanding.utterance.corrected.Text(question.span));
    }
    return parts;
  }

  const std::unique_ptr<Understander> understander_ = MakeBicycleUnderstander();
};

TEST_F(QuestionFinderTest, TellsWhatIsAskedAboutTheDocumentThatFits) {
  const auto understanding = Understand("why do my brakes squeal in the rain");

  EXPECT_THAT(BestDocuments(understanding), ElementsAre("wet-brakes"));
  EXPECT_THAT(BestIntents(understanding), ElementsAre("causes"));
}

TEST_F(QuestionFinderTest, OneWordMoreIsAnEllipsisOnlyInATalk) {
  const auto understanding = Understand("seriously, is it safe?");

  EXPECT_THAT(BestIntents(understanding), ElementsAre("seriousness"));
  EXPECT_TRUE(understanding.questions.front().needs_topic);
  EXPECT_FALSE(Understand("is it safe?").questions.front().needs_topic);
  EXPECT_THAT(Understand("is it safe by plane to Rome?").questions, IsEmpty());
}

TEST_F(QuestionFinderTest, KeepsSeveralQuestionsApart) {
  const auto understanding =
      Understand("My brakes squeal. Is it safe and how do I stop it?");

  EXPECT_THAT(Parts(understanding),
              ElementsAre("is it safe", "and how do i stop it?"));
  EXPECT_THAT(BestIntents(understanding), ElementsAre("seriousness", "help"));
}

TEST_F(QuestionFinderTest, TakesAListToItsQuestion) {
  const auto understanding =
      Understand("Why do my brakes squeal, creak and groan? Is it safe?");

  EXPECT_THAT(
      Parts(understanding),
      ElementsAre("why do my brakes squeal, creak and groan?", "is it safe?"));
}

TEST_F(QuestionFinderTest, GivesEachQuestionItsOwnDetails) {
  const auto understanding =
      Understand("why do my brakes squeal? why does my chain rattle?");

  EXPECT_THAT(BestDocuments(understanding),
              ElementsAre("brake-noise", "chain-noise"));
}

TEST_F(QuestionFinderTest, IsNotCutInTwoByAParenthesis) {
  EXPECT_THAT(Understand("what is (are) squeaking brakes?").questions,
              SizeIs(1));
}

TEST_F(QuestionFinderTest, LooksAtWhatIsNowRatherThanLongAgo) {
  EXPECT_THAT(
      BestDocuments(Understand(
          "my brakes squealed years ago. these days just my chain rattles")),
      ElementsAre("chain-noise"));
}

TEST_F(QuestionFinderTest, KnowsAQuestionOfItsAuthorsWithoutTheSubject) {
  EXPECT_THAT(BestDocuments(Understand("is it safe to ride?")),
              ElementsAre("is-it-safe"));
  EXPECT_THAT(Understand("is it safe to fry fish?").questions, IsEmpty());
}

TEST_F(QuestionFinderTest, TakesNoMoreThanThreeQuestions) {
  EXPECT_THAT(Understand("why do brakes squeal? is it safe? what helps? why "
                         "does my chain rattle?")
                  .questions,
              SizeIs(3));
}

TEST_F(QuestionFinderTest, AnswersByThePatternAloneWithoutAnAspect) {
  const auto understanding =
      Understand("what is the difference between brakes");

  EXPECT_THAT(BestDocuments(understanding), ElementsAre("kinds-of-brakes"));
  const auto& candidates = understanding.questions[0].candidates;
  EXPECT_EQ(candidates[0].method, Method::kPattern);
  for (size_t i = 1; i < candidates.size(); ++i) {
    EXPECT_LT(candidates[i].confidence + understander_->thresholds().tie,
              candidates[0].confidence);
  }
}

TEST_F(QuestionFinderTest, UnderstandsAFollowUpWithoutTheSubject) {
  EXPECT_THAT(BestIntents(Understand("is it dangerous?")),
              ElementsAre("seriousness"));
  EXPECT_THAT(BestIntents(Understand("and why?")), ElementsAre("causes"));
}

TEST_F(QuestionFinderTest, TakesDetailsAloneForTheDefaultQuestion) {
  const auto understanding = Understand("after rain");

  EXPECT_THAT(BestIntents(understanding), ElementsAre("causes"));
  EXPECT_EQ(understanding.questions[0].candidates[0].method, Method::kDetails);
}

TEST_F(QuestionFinderTest, AsksNothingOutsideTheSubject) {
  for (const std::string_view message :
       {"why does bread last in the fridge", "book a flight", "asdf", "how", "",
        "?!"}) {
    EXPECT_THAT(Understand(message).questions, IsEmpty()) << message;
  }
}

TEST_F(QuestionFinderTest, LeavesDeniedDetailsOut) {
  EXPECT_THAT(BestDocuments(Understand("my chain rattles, not my brakes")),
              ElementsAre("chain-noise"));
}

TEST_F(QuestionFinderTest, FindsActsBesideQuestions) {
  const auto understanding = Understand("thank you. why do my brakes squeal?");

  ASSERT_THAT(understanding.acts, SizeIs(1));
  EXPECT_EQ(understanding.acts[0].Name(), "thanks");
  EXPECT_THAT(understanding.questions, SizeIs(1));
}

}  // namespace
}  // namespace quiver
