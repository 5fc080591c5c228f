// Messages from bytes to meaning, as the bicycle assistant sees them.

#include "understand/understander.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "understand/bicycle_understander.h"
#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class UnderstanderTest : public testing::Test {
 protected:
  Understanding Understand(std::string_view message) const {
    return understander_->Understand(message);
  }

  // The rules of safety that `message` fires.
  std::vector<std::string> Danger(std::string_view message) const {
    std::vector<std::string> rules;
    for (const SafetyFinding& finding : Understand(message).safety) {
      rules.push_back(finding.rule->name);
    }
    return rules;
  }

  // "entity=value" of what `message` mentions.
  std::vector<std::string> Mentions(std::string_view message) const {
    std::vector<std::string> values;
    for (const Mention& mention : Understand(message).mentions) {
      values.push_back(mention.entity->name + "=" + mention.value);
    }
    return values;
  }

  const std::unique_ptr<Understander> understander_ = MakeBicycleUnderstander();
};

TEST_F(UnderstanderTest, ReadsThroughTypos) {
  EXPECT_THAT(Mentions("my brkaes sqeal"),
              ElementsAre("part=brake", "noise=squeak"));
  EXPECT_THAT(Mentions("my peddal rattels"),
              ElementsAre("part=pedal", "noise=rattle"));
}

TEST_F(UnderstanderTest, KeepsOrdinaryWordsAsTheyAre) {
  EXPECT_THAT(Mentions("i break bread in braces"), IsEmpty());
}

TEST_F(UnderstanderTest, PointsIntoTheMessageAsTyped) {
  const std::string message = "My BRKAES!";
  const Understanding understanding = Understand(message);

  ASSERT_THAT(understanding.mentions, SizeIs(1));
  const Span& origin = understanding.mentions[0].origin;
  EXPECT_EQ(message.substr(origin.begin, origin.size()), "BRKAES");
}

TEST_F(UnderstanderTest, SeesDangerThroughTyposAndWhateverIsAsked) {
  EXPECT_THAT(Danger("brakes do not work"), ElementsAre("no_brakes"));
  EXPECT_THAT(Danger("why do my braks do not work?"), ElementsAre("no_brakes"));
  EXPECT_THAT(Danger("thank you, now I have a craked frame"),
              ElementsAre("cracked_frame"));
}

TEST_F(UnderstanderTest, SeesNoDangerInWhatIsDeniedOrSupposed) {
  EXPECT_THAT(Danger("there is no cracked frame"), IsEmpty());
  EXPECT_THAT(Danger("what if I have a cracked frame"), IsEmpty());
}

TEST_F(UnderstanderTest, NotesWhetherTheSubjectIsNamed) {
  EXPECT_TRUE(Understand("my chain").names_subject);
  EXPECT_FALSE(Understand("after rain").names_subject);
}

TEST_F(UnderstanderTest, AsksNothingInAnotherLanguage) {
  const Understanding understanding =
      Understand("por qu\u00e9 chirr\u00edan los brakes de mi bici");

  EXPECT_TRUE(understanding.other_language);
  EXPECT_THAT(understanding.questions, IsEmpty());
}

TEST_F(UnderstanderTest, UnderstandsNothingInNothing) {
  for (const std::string_view message :
       {"", " ", "\u200b", "...", "\U0001F62D"}) {
    const Understanding understanding = Understand(message);

    EXPECT_THAT(understanding.mentions, IsEmpty());
    EXPECT_THAT(understanding.safety, IsEmpty());
    EXPECT_THAT(understanding.acts, IsEmpty());
    EXPECT_THAT(understanding.questions, IsEmpty());
  }
}

TEST_F(UnderstanderTest, HoldsWhatIsMentionedAndNotDenied) {
  const Understanding understanding = Understand("brakes squeak, no rattle");

  EXPECT_TRUE(understanding.Holds(Ref("part")));
  EXPECT_TRUE(understanding.Holds(Ref("noise=squeak")));
  EXPECT_FALSE(understanding.Holds(Ref("noise=rattle")));
  EXPECT_FALSE(understanding.Holds(Ref("part=chain")));
  EXPECT_TRUE(understanding.Holds(
      Condition{{Ref("part=chain")}, {Ref("part"), Ref("noise")}}));
  EXPECT_FALSE(understanding.Holds(Condition{}));
}

TEST_F(UnderstanderTest, SearchesDocuments) {
  const auto found = understander_->Search("brakes in the rain", 3);

  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0].Name(), "wet-brakes");
}

TEST_F(UnderstanderTest, ReadsLongMessages) {
  std::string message;
  while (message.size() < 4000) message += "the chain rattles now and then, ";
  message += "and my brakes do not work.";

  EXPECT_THAT(Danger(message), Contains("no_brakes"));
}

TEST_F(UnderstanderTest, GivesEveryThreadTheSame) {
  const std::string message = "my left brake sqeals, is it safe?";
  const std::string expected = Understand(message).utterance.corrected.text;
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  threads.reserve(wrong.size());

  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const Understanding understanding = Understand(message);
        if (understanding.utterance.corrected.text != expected ||
            understanding.questions.size() != 1) {
          ++count;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_THAT(wrong, ElementsAre(0, 0, 0, 0));
}

TEST(UnderstanderErrorsTest, RefusesPatternsThatDoNotCompile) {
  const auto dictionary = MakeDictionary({});
  auto catalog = std::make_shared<Catalog>();
  catalog->intents = {Asking("bad", {"("})};

  EXPECT_FALSE(MakeUnderstander(catalog, *dictionary, {}).ok());
}

TEST(MethodNameTest, NamesEveryMethod) {
  EXPECT_EQ(MethodName(Method::kPattern), "pattern");
  EXPECT_EQ(MethodName(Method::kExample), "example");
  EXPECT_EQ(MethodName(Method::kRetrieval), "retrieval");
  EXPECT_EQ(MethodName(Method::kDetails), "details");
}

}  // namespace
}  // namespace quiver
