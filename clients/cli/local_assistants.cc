#include "cli/local_assistants.h"

#include <fmt/format.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/service_type.h>

#include <atomic>
#include <utility>

#include "absl/time/civil_time.h"
#include "base/clock.h"
#include "base/entropy.h"
#include "base/event_log.h"
#include "base/status_macros.h"
#include "cli/grpc_talker.h"
#include "content/content_loader.h"
#include "conversation/conversation.h"
#include "main/model_cache.h"
#include "service/assistant_service.h"
#include "service/authoring_service.h"
#include "session/session_stores.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

// The machine's clock, so and so much ahead or behind.
class ShiftedClock final : public Clock {
 public:
  explicit ShiftedClock(absl::Time now)
      : shift_(absl::ToInt64Nanoseconds(now - absl::Now())) {}

  absl::Time Now() const override {
    return absl::Now() + absl::Nanoseconds(shift_.load());
  }
  void Advance(absl::Duration duration) {
    shift_ += absl::ToInt64Nanoseconds(duration);
  }

 private:
  std::atomic<int64_t> shift_;  // Nanoseconds; services ask on their threads.
};

// Passes on what a user of the command line should know.
class NotifyingLog final : public EventLog {
 public:
  explicit NotifyingLog(Notify notify) : notify_(std::move(notify)) {}

  void Write(LogLevel level, std::string_view event,
             const LogFields& fields) override {
    if (event == "training") {
      return notify_("learning from the examples, once for each content ...");
    }
    if (level == LogLevel::kInfo) return;
    std::string text(event);
    for (const auto& [name, value] : fields) {
      const auto* words = std::get_if<std::string>(&value);
      if (words != nullptr) text += fmt::format(", {} {}", name, *words);
    }
    notify_(text);
  }

 private:
  const Notify notify_;
};

// Says nothing: calls in one's own process are no news.
class SilentLog final : public EventLog {
 public:
  void Write(LogLevel, std::string_view, const LogFields&) override {}
};

// A server without a port, and whoever talks to it.
class LocalTalker final : public Talker {
 public:
  LocalTalker(AssistantDirectory& assistants, absl::Time now)
      : clock_(now),
        store_(MakeMemorySessionStore(retention_, clock_, entropy_)),
        conversation_(*MakeConversation(assistants, *store_, clock_, entropy_)),
        visitors_(MakeAssistantService({*conversation_, assistants, observers_,
                                        RequestLimits(),
                                        retention_.idle_time_to_live})),
        authors_(
            MakeAuthoringService({*conversation_, assistants, ReloadAssistant(),
                                  observers_, RequestLimits()})) {
    grpc::ServerBuilder builder;
    builder.RegisterService(visitors_.get());
    builder.RegisterService(authors_.get());
    server_ = builder.BuildAndStart();
    const auto channel = server_->InProcessChannel(grpc::ChannelArguments());
    talker_ = TalkOver(channel, channel, ServerAddress());
  }

  ~LocalTalker() override { server_->Shutdown(); }

  absl::StatusOr<v1::SendMessageResponse> Say(
      const v1::SendMessageRequest& request) override {
    return talker_->Say(request);
  }
  absl::StatusOr<v1::SendMessageResponse> Explain(
      const v1::SendMessageRequest& request) override {
    return talker_->Explain(request);
  }
  absl::StatusOr<v1::DescribeAssistantResponse> Describe(
      const std::string& assistant) override {
    return talker_->Describe(assistant);
  }
  absl::StatusOr<v1::Session> GetSession(
      const std::string& session_id) override {
    return talker_->GetSession(session_id);
  }
  absl::StatusOr<v1::ListTurnsResponse> ListTurns(
      const v1::ListTurnsRequest& request) override {
    return talker_->ListTurns(request);
  }
  absl::StatusOr<v1::DeletionReceipt> DeleteSession(
      const std::string& session_id) override {
    return talker_->DeleteSession(session_id);
  }
  absl::Status PassTime(absl::Duration duration) override {
    clock_.Advance(duration);
    return absl::OkStatus();
  }

 private:
  const SessionRetention retention_;
  ShiftedClock clock_;
  SystemEntropy entropy_;
  SilentLog log_;
  const CallObservers observers_{clock_, log_};
  const std::unique_ptr<SessionStore> store_;
  const std::unique_ptr<Conversation> conversation_;
  const std::unique_ptr<grpc::Service> visitors_;
  const std::unique_ptr<grpc::Service> authors_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<Talker> talker_;
};

class CatalogAssistants final : public LocalAssistants {
 public:
  explicit CatalogAssistants(Notify notify) : log_(std::move(notify)) {}

  absl::Status Read(const LocalContent& content, Diagnostics& diagnostics) {
    QUIVER_ASSIGN_OR_RETURN(dictionary_, ReadDictionary(content.word_lists));
    std::vector<std::string> names = {content.assistant};
    if (content.assistant.empty()) {
      QUIVER_ASSIGN_OR_RETURN(names, ListAssistants(content.folder));
    }
    absl::Status status;
    for (const std::string& name : names) {
      auto assistant = LoadAssistant(content.folder, name, *dictionary_,
                                     ModelsFor(content), diagnostics);
      status.Update(assistant.status());
      if (assistant.ok()) assistants_.push_back(*std::move(assistant));
    }
    QUIVER_RETURN_IF_ERROR(status);
    directory_ = MakeAssistantDirectory(assistants_, "");
    return absl::OkStatus();
  }

  std::vector<std::string> Names() const override {
    return directory_->Names();
  }

  std::unique_ptr<Talker> StartTalking(absl::Time now) const override {
    return std::make_unique<LocalTalker>(*directory_, now);
  }

  void FindOutdated(absl::Time now, Diagnostics& diagnostics) const override {
    const absl::CivilDay today = absl::ToCivilDay(now, absl::UTCTimeZone());
    for (const auto& assistant : assistants_) {
      for (const Document& document : assistant->catalog->documents) {
        if (document.review_by >= today) continue;
        diagnostics.Warning(
            document.position,
            fmt::format("\"{}\" was due to be reviewed by {}", document.id,
                        absl::FormatCivilTime(document.review_by)),
            "check it against its sources, then set reviewed and review_by");
      }
    }
  }

 private:
  ModelSource ModelsFor(const LocalContent& content) {
    if (!content.learn) return nullptr;
    return CachedModels(content.model_folder, log_);
  }

  NotifyingLog log_;
  std::unique_ptr<Dictionary> dictionary_;
  std::vector<std::shared_ptr<const Assistant>> assistants_;
  std::unique_ptr<AssistantDirectory> directory_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<LocalAssistants>> ReadAssistants(
    const LocalContent& content, Notify notify, Diagnostics& diagnostics) {
  auto assistants = std::make_unique<CatalogAssistants>(std::move(notify));
  QUIVER_RETURN_IF_ERROR(assistants->Read(content, diagnostics));
  return assistants;
}

}  // namespace quiver
