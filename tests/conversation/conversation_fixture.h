#ifndef QUIVER_TESTS_CONVERSATION_CONVERSATION_FIXTURE_H_
#define QUIVER_TESTS_CONVERSATION_CONVERSATION_FIXTURE_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "conversation/conversation.h"
#include "session/session_stores.h"
#include "support/await.h"
#include "support/bicycle_assistant.h"
#include "support/counting_entropy.h"
#include "support/simulated_clock.h"

namespace quiver {

// Conversations of two bicycle assistants, "bicycle" (the default) and
// "tricycle", with sessions in memory.
class ConversationFixture : public testing::Test {
 protected:
  // A message; with an empty `request_id` one is made.
  static TurnRequest Message(std::string text, std::string request_id = "",
                             const std::string& session = "") {
    TurnRequest request;
    request.session = SessionId::Parse(session);
    request.request_id = std::move(request_id);
    request.input.text = std::move(text);
    return request;
  }

  absl::StatusOr<TurnResult> Take(TurnRequest request) {
    return TakeWith(*conversation_, std::move(request));
  }
  // Takes a turn that must succeed.
  TurnResult Say(std::string text, std::string request_id = "",
                 const std::string& session = "") {
    const auto result =
        Take(Message(std::move(text), std::move(request_id), session));
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? *result : TurnResult();
  }

  absl::StatusOr<SessionView> View(const std::string& session) {
    return Await<SessionView>([&](auto done) {
      conversation_->GetSession(*SessionId::Parse(session), std::move(done));
    });
  }

  static absl::StatusOr<TurnResult> TakeWith(Conversation& conversation,
                                             TurnRequest request) {
    return Await<TurnResult>([&](auto done) {
      conversation.TakeTurn(std::move(request), std::move(done));
    });
  }
  std::unique_ptr<Conversation> Over(SessionStore& store) {
    return *MakeConversation(*assistants_, store, clock_, entropy_);
  }

  SimulatedClock clock_;
  CountingEntropy entropy_;
  const SessionRetention retention_;
  const std::unique_ptr<AssistantDirectory> assistants_ =
      MakeAssistantDirectory({BicycleAssistant(), BicycleAssistant("tricycle")},
                             kBicycle);
  const std::unique_ptr<SessionStore> store_ =
      MakeMemorySessionStore(retention_, clock_, entropy_);
  const std::unique_ptr<Conversation> conversation_ = Over(*store_);
};

inline constexpr char kFirstRequest[] = "11111111-1111-1111";
inline constexpr char kSecondRequest[] = "22222222-2222-2222";

}  // namespace quiver

#endif  // QUIVER_TESTS_CONVERSATION_CONVERSATION_FIXTURE_H_
