// Whether visitors get the documents: each by the questions that it says it
// answers, and each topic by questions in words of their own.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/shipped_assistant.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

// Of the questions that documents list, so many must be answered by the very
// document.
constexpr double kOwnDocument = 0.97;
// Of the rewordings, so many must lead to a document of their topic.
constexpr double kRewordedTopic = 0.90;
constexpr size_t kTopics = 68;

double Share(size_t part, size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

struct Rewording {
  std::string topic;
  std::string message;
};

// The lines of rewordings.tsv: a topic, a tab, a message.
std::vector<Rewording> ReadRewordings() {
  std::ifstream file(QUIVER_SOURCE_DIR "/tests/knowledge/rewordings.tsv");
  std::vector<Rewording> rewordings;
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    rewordings.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rewordings;
}

// What a reply came to, for the list of those that went wrong.
std::string Describe(const Reply& reply) {
  std::string text(OutcomeName(reply.outcome));
  for (const Citation& citation : reply.citations) {
    text += fmt::format(", {} ({})", citation.document_id, citation.topic);
  }
  for (const Option& option : reply.options) {
    if (!option.document_id.empty()) {
      text += fmt::format(", offers {}", option.document_id);
    }
  }
  return text;
}

// The shipped assistant, loaded once.
class ReachabilityTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto assistant = ShippedAssistant::Load();
    ASSERT_THAT(assistant, IsOk());
    assistant_.emplace(*std::move(assistant));
  }

  static void TearDownTestSuite() { assistant_.reset(); }

  static std::optional<ShippedAssistant> assistant_;
};

std::optional<ShippedAssistant> ReachabilityTest::assistant_;

// What came of asking the documents their own questions.
struct OwnQuestions {
  size_t asked = 0;
  size_t urgent = 0;    // Answered by a safety rule, which comes first.
  size_t cited = 0;     // The reply is from the document, or from it as well.
  size_t first = 0;     // The document comes first in it.
  size_t of_topic = 0;  // Another document of its topic comes first.
};

bool Cites(const Reply& reply, const Document& document) {
  return std::any_of(reply.citations.begin(), reply.citations.end(),
                     [&](const Citation& citation) {
                       return citation.document_id == document.id;
                     });
}

void Count(const Document& document, const Reply& reply, OwnQuestions& counts) {
  ++counts.asked;
  const Citation first =
      reply.citations.empty() ? Citation() : reply.citations.front();
  if (Cites(reply, document)) {
    ++counts.cited;
    if (first.document_id == document.id) ++counts.first;
  } else if (reply.outcome == Outcome::kSafety) {
    ++counts.urgent;
  } else if (first.topic == document.topic) {
    ++counts.of_topic;
  }
}

// Asks `document` its own questions and prints those that go astray.
OwnQuestions AskOwn(const ShippedAssistant& assistant,
                    const Document& document) {
  OwnQuestions counts;
  for (const std::string& question : document.questions) {
    const Reply reply = assistant.Answer(question);
    Count(document, reply, counts);
    if (!Cites(reply, document) && reply.outcome != Outcome::kSafety) {
      fmt::print("{}: {}\n  {}\n", document.id, question, Describe(reply));
    }
  }
  if (counts.cited == 0) fmt::print("{}: out of reach\n", document.id);
  return counts;
}

TEST_F(ReachabilityTest, DocumentsAnswerTheirQuestions) {
  OwnQuestions all;
  for (const Document& document : assistant_->catalog().documents) {
    const OwnQuestions counts = AskOwn(*assistant_, document);
    all.asked += counts.asked;
    all.urgent += counts.urgent;
    all.cited += counts.cited;
    all.first += counts.first;
    all.of_topic += counts.of_topic;
  }
  const size_t calm = all.asked - all.urgent;
  fmt::print(
      "own questions: {} asked, {} urgent; of the others {:.1f} % are answered "
      "by the document, {:.1f} % by it first; {} by another of its topic\n",
      all.asked, all.urgent, 100 * Share(all.cited, calm),
      100 * Share(all.first, calm), all.of_topic);
  EXPECT_GE(Share(all.cited, calm), kOwnDocument);
}

TEST_F(ReachabilityTest, RewordingsReachTheirTopic) {
  const std::vector<Rewording> rewordings = ReadRewordings();
  size_t reached = 0;
  for (const Rewording& rewording : rewordings) {
    const Reply reply = assistant_->Answer(rewording.message);
    if (!reply.citations.empty() &&
        reply.citations.front().topic == rewording.topic) {
      ++reached;
    } else {
      fmt::print("{}: {}\n  {}\n", rewording.topic, rewording.message,
                 Describe(reply));
    }
  }
  fmt::print("rewordings: {} of {} reach their topic ({:.1f} %)\n", reached,
             rewordings.size(), 100 * Share(reached, rewordings.size()));
  EXPECT_GE(Share(reached, rewordings.size()), kRewordedTopic);
}

TEST_F(ReachabilityTest, EveryTopicIsRewordedTwice) {
  std::multiset<std::string> reworded;
  for (const Rewording& rewording : ReadRewordings()) {
    reworded.insert(rewording.topic);
  }
  std::set<std::string> topics;
  for (const Document& document : assistant_->catalog().documents) {
    if (!document.topic.empty()) topics.insert(document.topic);
  }
  EXPECT_EQ(topics.size(), kTopics);
  for (const std::string& topic : topics) {
    EXPECT_GE(reworded.count(topic), 2u) << topic;
  }
}

// A rewording that a document lists would prove nothing.
TEST_F(ReachabilityTest, RewordingsAreNotInTheContent) {
  std::set<std::string> listed;
  for (const Document& document : assistant_->catalog().documents) {
    listed.insert(document.questions.begin(), document.questions.end());
  }
  for (const Intent& intent : assistant_->catalog().intents) {
    listed.insert(intent.examples.begin(), intent.examples.end());
  }
  for (const Rewording& rewording : ReadRewordings()) {
    EXPECT_FALSE(listed.contains(rewording.message)) << rewording.message;
  }
}

}  // namespace
}  // namespace quiver
