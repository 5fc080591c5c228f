#include "service/counted_conversation.h"

#include <utility>

namespace quiver {
namespace {

class CountedConversation final : public Conversation {
 public:
  CountedConversation(Conversation& conversation, Metrics& metrics)
      : conversation_(conversation), metrics_(metrics) {}

  void TakeTurn(TurnRequest request, Callback<TurnResult> done) override {
    conversation_.TakeTurn(
        std::move(request), [this, done = std::move(done)](
                                absl::StatusOr<TurnResult> result) mutable {
          metrics_.TurnTaken(result.ok()
                                 ? OutcomeName(result->record.reply.outcome)
                                 : "failed");
          done(std::move(result));
        });
  }

  void Explain(TurnRequest request, Callback<TurnResult> done) override {
    conversation_.Explain(std::move(request), std::move(done));
  }

  void GetSession(const SessionId& id, Callback<SessionView> done) override {
    conversation_.GetSession(id, std::move(done));
  }

  void ListTurns(const SessionId& id, uint64_t after, uint64_t limit,
                 Callback<std::vector<Listed>> done) override {
    conversation_.ListTurns(id, after, limit, std::move(done));
  }

  void DeleteSession(const SessionId& id,
                     Callback<DeletionResult> done) override {
    conversation_.DeleteSession(id, std::move(done));
  }

  void GiveFeedback(FeedbackRequest request,
                    absl::AnyInvocable<void(absl::Status)> done) override {
    const Rating rating = request.feedback.rating;
    conversation_.GiveFeedback(
        std::move(request),
        [this, rating, done = std::move(done)](absl::Status given) mutable {
          if (given.ok()) metrics_.FeedbackGiven(RatingName(rating));
          done(std::move(given));
        });
  }

 private:
  Conversation& conversation_;
  Metrics& metrics_;
};

}  // namespace

std::unique_ptr<Conversation> MakeCountedConversation(
    Conversation& conversation, Metrics& metrics) {
  return std::make_unique<CountedConversation>(conversation, metrics);
}

}  // namespace quiver
