// What is left of conversations when the server is killed, again and again.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "main/server_process.h"
#include "main/visitor.h"
#include "support/bicycle_catalog.h"

namespace quiver {
namespace {

using ::testing::Each;
using ::testing::SizeIs;

// One who sends a message, and sends it again until it is answered, before the
// next.
struct Talker {
  int number = 0;
  std::string session;                             // Empty: not begun.
  std::vector<v1::SendMessageResponse> responses;  // Of all that was answered.
};

std::string RequestId(int talker, size_t message) {
  return fmt::format("request-{:03}-{:06}", talker, message);
}

std::string TextOf(int talker, size_t message) {
  return fmt::format("thanks {} from {}", message, talker);
}

// A count to wait for.
class Counter {
 public:
  void Add() {
    const absl::MutexLock lock(&mutex_);
    ++count_;
  }
  void WaitFor(int enough) {
    const auto reached = [&] { return count_ >= enough; };
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&reached));
  }

 private:
  absl::Mutex mutex_;
  int count_ ABSL_GUARDED_BY(mutex_) = 0;
};

// Sends the next message; false: the server is gone.
bool SayNext(Visitor& visitor, Talker& talker) {
  const size_t message = talker.responses.size();
  while (true) {
    const v1::SendMessageResponse response =
        visitor.Say(TextOf(talker.number, message), talker.session,
                    RequestId(talker.number, message));
    if (visitor.status().ok()) {
      talker.session = response.session_id();
      talker.responses.push_back(response);
      return true;
    }
    // One session, many talkers: they may get in each other's way.
    if (visitor.status().error_code() != grpc::ABORTED) return false;
  }
}

class DurabilityTest : public testing::Test {
 protected:
  ServerProcess Start() {
    return ServerProcess(BicycleContent(), data_.path(),
                         {"--session-max-turns", "100000"});
  }

  // Lets all talk at once until the server has answered `answers` messages, and
  // kills it.
  void TalkAndKill(std::vector<Talker>& talkers, int answers) {
    ServerProcess server = Start();
    Counter counter;
    std::vector<std::jthread> threads;
    for (Talker& talker : talkers) {
      threads.emplace_back([&server, &counter, &talker] {
        Visitor visitor(server.address());
        while (SayNext(visitor, talker)) counter.Add();
      });
    }
    counter.WaitFor(answers);
    server.Signal(SIGKILL);
    EXPECT_EQ(server.ExitCode(), 128 + SIGKILL);
  }

  TemporaryFolder data_;
};

// The history of a session is what its talkers were told: every turn once.
void ExpectHistory(const std::vector<v1::Turn>& turns,
                   const std::vector<Talker>& talkers) {
  std::map<std::string, const v1::SendMessageResponse*> told;
  for (const Talker& talker : talkers) {
    for (size_t i = 0; i < talker.responses.size(); ++i) {
      told[TextOf(talker.number, i)] = &talker.responses[i];
    }
  }
  EXPECT_EQ(turns.size(), told.size());
  for (size_t i = 0; i < turns.size(); ++i) {
    EXPECT_EQ(turns[i].turn(), i + 1);
    const auto found = told.find(turns[i].input());
    ASSERT_NE(found, told.end()) << turns[i].input();
    EXPECT_EQ(found->second->turn(), i + 1);
    EXPECT_EQ(found->second->reply().SerializeAsString(),
              turns[i].reply().SerializeAsString());
  }
}

TEST_F(DurabilityTest, NothingIsLostDoubledOrMixedUpByKillsUnderLoad) {
  constexpr int kKills = 6;
  constexpr int kAnswers = 400;  // Between two of them.
  std::vector<Talker> talkers(8);
  for (size_t i = 0; i < talkers.size(); ++i) {
    talkers[i].number = static_cast<int>(i);
  }
  {
    // Half of them share a session.
    ServerProcess server = Start();
    Visitor visitor(server.address());
    ASSERT_TRUE(SayNext(visitor, talkers[0]));
    for (size_t i = 1; i < 4; ++i) talkers[i].session = talkers[0].session;
  }
  for (int i = 0; i < kKills; ++i) TalkAndKill(talkers, kAnswers);

  ServerProcess server = Start();
  Visitor visitor(server.address());
  // What got no answer is sent again: it counts once, stored or not.
  for (Talker& talker : talkers) ASSERT_TRUE(SayNext(visitor, talker));
  ExpectHistory(visitor.ListTurns(talkers[0].session),
                {talkers.begin(), talkers.begin() + 4});
  for (size_t i = 4; i < talkers.size(); ++i) {
    ExpectHistory(visitor.ListTurns(talkers[i].session), {talkers[i]});
  }
}

TEST_F(DurabilityTest, FeedbackThatWasTakenIsKept) {
  std::string session;
  for (uint64_t turn = 1; turn <= 5; ++turn) {
    ServerProcess server = Start();
    Visitor visitor(server.address());
    session = visitor.Say("Is it safe?", session).session_id();
    visitor.Rate(session, turn, v1::RATING_HELPFUL);
    visitor.Rate(session, turn, v1::RATING_NOT_HELPFUL);
    ASSERT_TRUE(visitor.status().ok());
    server.Signal(SIGKILL);
    EXPECT_EQ(server.ExitCode(), 128 + SIGKILL);
  }

  ServerProcess server = Start();
  const auto turns = Visitor(server.address()).ListTurns(session);
  EXPECT_THAT(turns, SizeIs(5));
  for (const v1::Turn& turn : turns) {
    EXPECT_EQ(turn.feedback().rating(), v1::RATING_NOT_HELPFUL);
  }
}

TEST_F(DurabilityTest, RetriesUnderLoadApplyOnce) {
  constexpr int kRetries = 8;
  constexpr size_t kMessages = 25;
  ServerProcess server = Start();
  const std::string session =
      Visitor(server.address()).Say("Is it safe?").session_id();
  std::vector<std::set<std::string>> answers(kMessages);
  absl::Mutex mutex;
  std::vector<std::thread> threads;
  for (int i = 0; i < kRetries; ++i) {
    threads.emplace_back([&] {
      Visitor visitor(server.address());
      for (size_t j = 0; j < kMessages; ++j) {
        const std::string answer =
            visitor.Say(TextOf(0, j), session, RequestId(0, j))
                .SerializeAsString();
        ASSERT_TRUE(visitor.status().ok()) << visitor.status().error_message();
        const absl::MutexLock lock(&mutex);
        answers[j].insert(answer);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_THAT(answers, Each(SizeIs(1)));
  EXPECT_EQ(Visitor(server.address()).GetSession(session).turn(),
            1u + kMessages);
}

}  // namespace
}  // namespace quiver
