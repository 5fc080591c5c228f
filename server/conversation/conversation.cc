#include "conversation/conversation.h"

#include <fmt/format.h>

#include <utility>

#include "absl/time/civil_time.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "conversation/state_codec.h"
#include "conversation/turn_codec.h"
#include "conversation/turn_listing.h"
#include "conversation/turn_taking.h"

namespace quiver {
namespace {

// How often a turn is taken again because another one was faster.
constexpr int kMaxAttempts = 16;
constexpr size_t kMadeRequestIdBytes = 16;

// What tells a retry from a second request under the same id.
std::string FingerprintOf(const VisitorInput& input) {
  std::string canonical =
      fmt::format("{}\n{}:{}\n", static_cast<int>(input.event),
                  input.text.size(), input.text);
  for (const std::string& id : input.option_ids) {
    canonical += fmt::format("{}:{}\n", id.size(), id);
  }
  return Sha256(canonical);
}

// What turns are taken with.
struct Parts {
  const AssistantDirectory& assistants;
  SessionStore& store;
  const Clock& clock;
  Entropy& entropy;
  std::string secret;

  absl::CivilDay Today() const {
    return absl::ToCivilDay(clock.Now(), absl::UTCTimeZone());
  }
};

// One turn on its way.  Lives until its callback was called.
class TurnInProgress : public std::enable_shared_from_this<TurnInProgress> {
 public:
  TurnInProgress(const Parts& parts, TurnRequest request, bool dry_run,
                 Conversation::Callback<TurnResult> done)
      : parts_(parts),
        request_(std::move(request)),
        fingerprint_(FingerprintOf(request_.input)),
        dry_run_(dry_run),
        done_(std::move(done)) {}

  void Start() {
    if (request_.request_id.empty()) {
      request_.request_id = Hex(parts_.entropy.Bytes(kMadeRequestIdBytes));
    }
    if (request_.input.event == VisitorEvent::kStart) return Greet();
    if (!request_.session) return StartSession();
    session_ = *request_.session;
    Load(/*may_be_fresh=*/false);
  }

 private:
  void Finish(absl::StatusOr<TurnResult> result) { done_(std::move(result)); }

  // Greetings are not stored: a page that was only opened leaves no trace.
  void Greet() {
    if (!FindAssistant("")) return;
    DecidedTurn turn = DecideTurn(*assistant_, request_.input, SessionState(),
                                  parts_.Today(), request_.include_trace);
    Finish(TurnResult{"", request_.request_id, 0, std::move(turn.record)});
  }

  bool FindAssistant(const std::string& of_session) {
    const std::string& name =
        request_.assistant.empty() ? of_session : request_.assistant;
    auto found = parts_.assistants.Find(name);
    // An assistant that is no longer served leaves its sessions behind.
    if (!found.ok() && request_.assistant.empty()) {
      found = parts_.assistants.Find("");
    }
    if (!found.ok()) {
      Finish(found.status());
      return false;
    }
    assistant_ = *std::move(found);
    return true;
  }

  // A session whose id follows from the request, so that a retry finds it.
  void StartSession() {
    if (!FindAssistant("")) return;
    session_ =
        SessionId::Derive(parts_.secret, assistant_->catalog->assistant,
                          request_.session ? request_.session->ToString() : "",
                          request_.request_id);
    Load(/*may_be_fresh=*/true);
  }

  void Load(bool may_be_fresh) {
    auto self = shared_from_this();
    // A dry run is never a retry.
    parts_.store.Load(
        *session_, dry_run_ ? "" : request_.request_id,
        [self, may_be_fresh](absl::StatusOr<SessionSnapshot> snapshot) {
          self->Loaded(std::move(snapshot), may_be_fresh);
        });
  }

  void Loaded(absl::StatusOr<SessionSnapshot> snapshot, bool may_be_fresh) {
    if (!snapshot.ok()) return Finish(snapshot.status());
    if (snapshot->version == 0 && !may_be_fresh) return StartSession();
    if (snapshot->recorded) return GiveRecorded(*snapshot->recorded);
    auto state = DecodeState(snapshot->state, snapshot->version);
    if (!state.ok()) return Finish(state.status());
    if (!FindAssistant(state->assistant)) return;
    const std::string& name = assistant_->catalog->assistant;
    if (!state->assistant.empty() && state->assistant != name) {
      // A session belongs to one assistant.
      return StartSession();
    }
    Decide(*std::move(state));
  }

  void GiveRecorded(const StoredTurn& turn) {
    if (turn.fingerprint != fingerprint_) {
      return Finish(absl::InvalidArgumentError(
          "was used in this session with another input"));
    }
    auto record = DecodeTurn(turn.reply);
    if (!record.ok()) return Finish(record.status());
    Finish(TurnResult{session_->ToString(), request_.request_id, turn.number,
                      *std::move(record)});
  }

  void Decide(SessionState state) {
    const uint64_t last = state.turn;
    DecidedTurn turn =
        DecideTurn(*assistant_, request_.input, std::move(state),
                   parts_.Today(), request_.include_trace || dry_run_);
    if (dry_run_) {
      return Finish(TurnResult{last == 0 ? "" : session_->ToString(),
                               request_.request_id, last + 1,
                               std::move(turn.record)});
    }
    if (turn.forget) return Forget(std::move(turn.record));
    Store(std::move(turn), last + 1);
  }

  void Store(DecidedTurn turn, uint64_t number) {
    StoredTurn stored{number,
                      request_.request_id,
                      fingerprint_,
                      parts_.clock.Now(),
                      EncodeState(turn.state),
                      EncodeTurn(turn.record)};
    auto self = shared_from_this();
    auto record = std::make_shared<TurnRecord>(std::move(turn.record));
    parts_.store.Append(*session_, std::move(stored),
                        [self, record, number](const absl::Status& status) {
                          self->Stored(status, std::move(*record), number);
                        });
  }

  void Stored(const absl::Status& status, TurnRecord record, uint64_t number) {
    if (status.ok()) {
      return Finish(TurnResult{session_->ToString(), request_.request_id,
                               number, std::move(record)});
    }
    // Someone was faster, with another message or with this very one.
    const bool again = absl::IsAborted(status) || absl::IsAlreadyExists(status);
    if (!again) return Finish(status);
    if (++attempts_ >= kMaxAttempts) {
      return Finish(absl::AbortedError(
          "the session changed too often meanwhile; send again"));
    }
    Load(/*may_be_fresh=*/true);
  }

  void Forget(TurnRecord record) {
    auto self = shared_from_this();
    auto kept = std::make_shared<TurnRecord>(std::move(record));
    parts_.store.Erase(
        *session_, [self, kept](const absl::StatusOr<uint64_t>& erased) {
          if (!erased.ok()) return self->Finish(erased.status());
          self->Finish(
              TurnResult{"", self->request_.request_id, 0, std::move(*kept)});
        });
  }

  const Parts& parts_;
  TurnRequest request_;
  const std::string fingerprint_;
  const bool dry_run_;
  Conversation::Callback<TurnResult> done_;
  std::shared_ptr<const Assistant> assistant_;
  std::optional<SessionId> session_;
  int attempts_ = 0;
};

absl::Status NoSuchSession() {
  return absl::NotFoundError(
      "nothing is remembered of this session: it was never stored, expired, "
      "or was deleted");
}

class StoredConversation final : public Conversation {
 public:
  explicit StoredConversation(Parts parts) : parts_(std::move(parts)) {}

  void TakeTurn(TurnRequest request, Callback<TurnResult> done) override {
    std::make_shared<TurnInProgress>(parts_, std::move(request),
                                     /*dry_run=*/false, std::move(done))
        ->Start();
  }

  void Explain(TurnRequest request, Callback<TurnResult> done) override {
    request.include_trace = true;
    std::make_shared<TurnInProgress>(parts_, std::move(request),
                                     /*dry_run=*/true, std::move(done))
        ->Start();
  }

  void GetSession(const SessionId& id, Callback<SessionView> done) override {
    parts_.store.Load(
        id, "",
        [done = std::move(done)](
            const absl::StatusOr<SessionSnapshot>& snapshot) mutable {
          if (!snapshot.ok()) return done(snapshot.status());
          if (snapshot->version == 0) return done(NoSuchSession());
          auto state = DecodeState(snapshot->state, snapshot->version);
          if (!state.ok()) return done(state.status());
          done(SessionView{*std::move(state), snapshot->last_active});
        });
  }

  void ListTurns(const SessionId& id, uint64_t after, uint64_t limit,
                 Callback<std::vector<Listed>> done) override {
    ListTurnsWithFeedback(
        parts_.store, id, after, limit,
        [after, done = std::move(done)](
            absl::StatusOr<std::vector<Listed>> turns) mutable {
          if (turns.ok() && turns->empty() && after == 0) {
            return done(NoSuchSession());
          }
          done(std::move(turns));
        });
  }

  void DeleteSession(const SessionId& id,
                     Callback<DeletionResult> done) override {
    parts_.store.Erase(id, [this, done = std::move(done)](
                               const absl::StatusOr<uint64_t>& erased) mutable {
      if (!erased.ok()) return done(erased.status());
      done(DeletionResult{*erased, parts_.clock.Now()});
    });
  }

  void GiveFeedback(FeedbackRequest request,
                    absl::AnyInvocable<void(absl::Status)> done) override {
    parts_.store.KeepFeedback(
        request.session,
        {request.turn, parts_.clock.Now(), EncodeFeedback(request.feedback)},
        [done = std::move(done)](const absl::Status& kept) mutable {
          done(absl::IsNotFound(kept) ? NoSuchSession() : kept);
        });
  }

 private:
  const Parts parts_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Conversation>> MakeConversation(
    const AssistantDirectory& assistants, SessionStore& store,
    const Clock& clock, Entropy& entropy) {
  QUIVER_ASSIGN_OR_RETURN(std::string secret, store.Secret());
  return std::make_unique<StoredConversation>(
      Parts{assistants, store, clock, entropy, std::move(secret)});
}

}  // namespace quiver
