// The server.  The only place that names concrete classes.

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "base/clock.h"
#include "base/entropy.h"
#include "base/json_event_log.h"
#include "base/status_macros.h"
#include "content/content_loader.h"
#include "conversation/conversation.h"
#include "gateway/grpc_rpc_channel.h"
#include "main/announcement.h"
#include "main/browsers.h"
#include "main/config.h"
#include "main/model_cache.h"
#include "main/prometheus_metrics.h"
#include "main/version.h"
#include "service/assistant_service.h"
#include "service/authoring_service.h"
#include "service/counted_conversation.h"
#include "service/grpc_log.h"
#include "service/grpc_server.h"
#include "service/knowledge_service.h"
#include "session/session_stores.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;

constexpr absl::Duration kSweepInterval = absl::Minutes(5);

// Everything that runs, in the order in which it depends on each other.
struct Running {
  SystemClock clock;
  SystemEntropy entropy;
  std::unique_ptr<EventLog> log = MakeJsonEventLog(stderr, clock);
  GrpcLogRoute grpc_log{*log};
  std::unique_ptr<Metrics> metrics = MakePrometheusMetrics(kVersion);
  std::unique_ptr<Dictionary> dictionary;
  std::unique_ptr<AssistantDirectory> assistants;
  std::unique_ptr<SessionStore> store;
  std::unique_ptr<Conversation> conversation;
  std::unique_ptr<Conversation> counted_conversation;  // Of visitors.
  std::unique_ptr<GrpcServer> visitors;
  std::unique_ptr<GrpcServer> authors;
  std::unique_ptr<Gateway> gateway;  // Of visitors; null: not served.
};

absl::StatusOr<std::unique_ptr<SessionStore>> OpenStore(const Config& config,
                                                        Running& running) {
  const SessionRetention retention{
      config.session_idle_time, config.session_max_turns, config.feedback_time};
  if (config.store == "memory") {
    return MakeMemorySessionStore(retention, running.clock, running.entropy);
  }
  SqliteOptions options;
  options.path = (fs::path(config.data) / "sessions.db").string();
  options.survive_power_loss = config.survive_power_loss;
  return OpenSqliteSessionStore(options, retention, running.clock,
                                running.entropy);
}

ReloadAssistant Loader(const Config& config, Running& running) {
  const ModelSource models =
      CachedModels((fs::path(config.data) / "models").string(), *running.log);
  return [&config, &running, models](const std::string& name,
                                     Diagnostics& diagnostics) {
    return LoadAssistant(config.content, name, *running.dictionary, models,
                         diagnostics);
  };
}

// Reads every assistant; mistakes of their authors are printed as they are.
absl::Status LoadAssistants(const Config& config, Running& running) {
  QUIVER_ASSIGN_OR_RETURN(running.dictionary,
                          ReadDictionary(config.word_lists));
  QUIVER_ASSIGN_OR_RETURN(const std::vector<std::string> names,
                          ListAssistants(config.content));
  const ReloadAssistant load = Loader(config, running);
  std::vector<std::shared_ptr<const Assistant>> assistants;
  absl::Status first_error;
  for (const std::string& name : names) {
    Diagnostics diagnostics;
    auto assistant = load(name, diagnostics);
    if (diagnostics.HasErrors()) {
      std::fputs(diagnostics.FormatAll().c_str(), stderr);
    }
    first_error.Update(assistant.status());
    if (assistant.ok()) assistants.push_back(*std::move(assistant));
  }
  QUIVER_RETURN_IF_ERROR(first_error);
  running.assistants =
      MakeAssistantDirectory(std::move(assistants), config.assistant);
  if (config.assistant.empty()) return absl::OkStatus();
  return running.assistants->Find(config.assistant).status();
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  if (path.empty()) return std::string();
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(fmt::format("cannot read {}", path));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

absl::Status ServeVisitors(const Config& config, GrpcServerOptions options,
                           Running& running) {
  const RequestLimits limits{config.max_text_bytes};
  const CallObservers observers{running.clock, *running.log};
  options.address = config.grpc;
  options.service_names = {kAssistantServiceName, kKnowledgeServiceName};
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(
      MakeAssistantService({*running.counted_conversation, *running.assistants,
                            observers, limits, config.session_idle_time}));
  services.push_back(
      MakeKnowledgeService(*running.assistants, limits, observers));
  QUIVER_ASSIGN_OR_RETURN(running.visitors,
                          StartGrpcServer(options, std::move(services)));
  return absl::OkStatus();
}

absl::Status ServeAuthors(const Config& config, GrpcServerOptions options,
                          Running& running) {
  if (config.authoring.empty()) return absl::OkStatus();
  const RequestLimits limits{config.max_text_bytes};
  const CallObservers observers{running.clock, *running.log};
  options.address = config.authoring;
  options.service_names = {kAuthoringServiceName};
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(
      MakeAuthoringService({*running.conversation, *running.assistants,
                            Loader(config, running), observers, limits}));
  QUIVER_ASSIGN_OR_RETURN(running.authors,
                          StartGrpcServer(options, std::move(services)));
  return absl::OkStatus();
}

absl::Status Serve(const Config& config, Running& running) {
  GrpcServerOptions options;
  options.metrics = running.metrics.get();
  QUIVER_ASSIGN_OR_RETURN(options.certificate,
                          ReadFile(config.tls_certificate));
  QUIVER_ASSIGN_OR_RETURN(options.private_key, ReadFile(config.tls_key));
  QUIVER_RETURN_IF_ERROR(ServeVisitors(config, options, running));
  QUIVER_RETURN_IF_ERROR(ServeAuthors(config, options, running));
  if (config.http.empty()) return absl::OkStatus();
  QUIVER_ASSIGN_OR_RETURN(
      running.gateway,
      ServeBrowsers(config, {options.certificate, options.private_key},
                    {MakeGrpcRpcChannel(running.visitors->InProcessChannel()),
                     running.clock, *running.log, *running.metrics}));
  return absl::OkStatus();
}

absl::Status Start(const Config& config, Running& running) {
  std::error_code error;
  fs::create_directories(config.data, error);
  if (error) {
    return absl::UnavailableError(fmt::format("cannot make the folder {}: {}",
                                              config.data, error.message()));
  }
  QUIVER_RETURN_IF_ERROR(LoadAssistants(config, running));
  QUIVER_ASSIGN_OR_RETURN(running.store, OpenStore(config, running));
  QUIVER_ASSIGN_OR_RETURN(running.conversation,
                          MakeConversation(*running.assistants, *running.store,
                                           running.clock, running.entropy));
  running.counted_conversation =
      MakeCountedConversation(*running.conversation, *running.metrics);
  return Serve(config, running);
}

void Announce(const Config& config, const Running& running) {
  Listening listening;
  listening.assistants = running.assistants->Names();
  listening.grpc_port = running.visitors->port();
  if (running.authors != nullptr) {
    listening.authoring_port = running.authors->port();
  }
  if (running.gateway != nullptr) {
    listening.http_port = running.gateway->port();
  }
  listening.encrypted = !config.tls_certificate.empty();
  listening.has_pages = HasStartPage(config);
  running.log->Write(LogLevel::kInfo, "serving",
                     {{"version", std::string(kVersion)},
                      {"assistants", JoinedNames(listening.assistants)},
                      {"grpc_port", int64_t{listening.grpc_port}},
                      {"authoring_port", int64_t{listening.authoring_port}},
                      {"http_port", int64_t{listening.http_port}}});
  std::fputs(Announcement(kVersion, listening).c_str(), stdout);
  std::fflush(stdout);
}

sigset_t EndingSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Sweeps expired sessions now and then until a signal ends the server.
void WaitForSignal(Running& running) {
  const sigset_t signals = EndingSignals();
  const timespec interval = absl::ToTimespec(kSweepInterval);
  while (true) {
    const int signal = sigtimedwait(&signals, nullptr, &interval);
    if (signal > 0) {
      running.log->Write(LogLevel::kInfo, "stopping",
                         {{"signal", std::string(strsignal(signal))}});
      return;
    }
    running.store->EraseExpired([&running](const absl::Status& status) {
      if (status.ok()) return;
      running.log->Write(LogLevel::kError, "sweep failed",
                         {{"message", std::string(status.message())}});
    });
  }
}

// Whoever sends visitors is told first; then everything drains at once, since
// each has the same time for it.
void Stop(const Config& config, Running& running) {
  running.visitors->AnnounceShutdown();
  if (running.gateway != nullptr) running.gateway->AnnounceShutdown();
  absl::SleepFor(config.notice_time);
  if (running.gateway != nullptr) running.gateway->StopTakingCalls();
  std::vector<std::jthread> drains;
  const auto drain = [&](auto* server) {
    if (server == nullptr) return;
    drains.emplace_back(
        [server, &config] { server->Shutdown(config.drain_time); });
  };
  drain(running.gateway.get());
  drain(running.visitors.get());
  drain(running.authors.get());
}

// Every connection is a file; what is usual is few.
void AllowManyFiles() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

int Run(const Config& config) {
  AllowManyFiles();
  // Blocked before any thread starts, so that only WaitForSignal() sees them.
  const sigset_t signals = EndingSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  Running running;
  const absl::Status started = Start(config, running);
  if (!started.ok()) {
    running.log->Write(LogLevel::kError, "cannot start",
                       {{"message", std::string(started.message())}});
    return 1;
  }
  Announce(config, running);
  WaitForSignal(running);
  // Whoever cannot wait for the rest sends a second signal.
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  Stop(config, running);
  running.log->Write(LogLevel::kInfo, "stopped");
  return 0;
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) {
  const auto config = quiver::ReadConfig(argc, argv);
  if (const auto* exit = std::get_if<quiver::ConfigExit>(&config)) {
    std::fputs(exit->text.c_str(), exit->code == 0 ? stdout : stderr);
    return exit->code;
  }
  return quiver::Run(std::get<quiver::Config>(config));
}
