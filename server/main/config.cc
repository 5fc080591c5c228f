#include "main/config.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <vector>

#include "main/version.h"

namespace quiver {
namespace {

// CLI11 reads plain numbers; durations are given in seconds.
struct Seconds {
  double idle = 0;
  double feedback = 0;
  double notice = 0;
  double drain = 0;
};

// Reads the file, but what the environment says counts more (CLI11 has it the
// other way round).
class FileBelowEnvironment final : public CLI::ConfigBase {
 public:
  explicit FileBelowEnvironment(const CLI::App& app) : app_(app) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& file) const override {
    std::vector<CLI::ConfigItem> settings = CLI::ConfigBase::from_config(file);
    std::erase_if(settings, [this](const CLI::ConfigItem& item) {
      const CLI::Option* option = app_.get_option_no_throw("--" + item.name);
      return option != nullptr && !option->get_envname().empty() &&
             std::getenv(option->get_envname().c_str()) != nullptr;
    });
    return settings;
  }

 private:
  const CLI::App& app_;
};

void AddServing(CLI::App& app, Config& config) {
  app.add_option("--content", config.content,
                 "Folder with intents/ and knowledge/")
      ->envname("QUIVER_CONTENT")
      ->capture_default_str();
  app.add_option("--assistant", config.assistant,
                 "Assistant for requests that name none")
      ->envname("QUIVER_ASSISTANT");
  app.add_option("--grpc", config.grpc,
                 "Address for visitors' programs; port 0 picks a free one")
      ->envname("QUIVER_GRPC")
      ->capture_default_str();
  app.add_option("--authoring", config.authoring,
                 "Address for authors; empty: not served")
      ->envname("QUIVER_AUTHORING")
      ->capture_default_str();
  app.add_option("--tls-certificate", config.tls_certificate,
                 "Certificate chain, PEM")
      ->envname("QUIVER_TLS_CERTIFICATE")
      ->check(CLI::ExistingFile);
  app.add_option("--tls-key", config.tls_key, "Private key, PEM")
      ->envname("QUIVER_TLS_KEY")
      ->check(CLI::ExistingFile);
  app.add_option("--max-text-bytes", config.max_text_bytes,
                 "Longest message that is taken")
      ->envname("QUIVER_MAX_TEXT_BYTES")
      ->check(CLI::Range(1u, 1u << 20))
      ->capture_default_str();
  app.add_option("--word-list", config.word_lists,
                 "Lists of ordinary words, which are never taken for typos")
      ->envname("QUIVER_WORD_LIST")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->capture_default_str();
}

void AddWeb(CLI::App& app, Config& config) {
  app.add_option("--http", config.http,
                 "Address for browsers; port 0 picks a free one; empty: not "
                 "served")
      ->envname("QUIVER_HTTP")
      ->capture_default_str();
  app.add_option("--allowed-origin", config.allowed_origins,
                 "Origins of other servers' pages that may call, such as "
                 "https://example.org or https://*.example.org; * for any")
      ->envname("QUIVER_ALLOWED_ORIGIN")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option(
         "--site", config.site,
         "Folder of files for browsers; empty: web/ or clients/web/dist/ "
         "beside intents/, if there is one")
      ->envname("QUIVER_SITE");
  app.add_option("--trusted-proxy", config.trusted_proxies,
                 "Addresses of reverse proxies, whose X-Forwarded-For is "
                 "believed")
      ->envname("QUIVER_TRUSTED_PROXY")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->capture_default_str();
  app.add_option("--max-connections-per-address",
                 config.max_connections_per_address,
                 "Connections by HTTP of one client; proxies may have more")
      ->envname("QUIVER_MAX_CONNECTIONS_PER_ADDRESS")
      ->check(CLI::Range(1u, 1000000u))
      ->capture_default_str();
  app.add_option("--max-calls-per-address", config.max_calls_per_address,
                 "Calls by HTTP of one client that are under way, open streams "
                 "included")
      ->envname("QUIVER_MAX_CALLS_PER_ADDRESS")
      ->check(CLI::Range(1u, 1000000u))
      ->capture_default_str();
}

void AddSessions(CLI::App& app, Config& config, Seconds& seconds) {
  app.add_option("--store", config.store, "Where sessions are kept")
      ->envname("QUIVER_STORE")
      ->check(CLI::IsMember({"sqlite", "memory"}))
      ->capture_default_str();
  app.add_option("--data", config.data,
                 "Folder for sessions and learned models; made if missing")
      ->envname("QUIVER_DATA")
      ->capture_default_str();
  app.add_option("--survive-power-loss", config.survive_power_loss,
                 "Wait for the disk before each reply")
      ->envname("QUIVER_SURVIVE_POWER_LOSS")
      ->capture_default_str();
  app.add_option("--session-idle-seconds", seconds.idle,
                 "Sessions idle for longer are forgotten")
      ->envname("QUIVER_SESSION_IDLE_SECONDS")
      ->check(CLI::Range(1.0, 1e9))
      ->capture_default_str();
  app.add_option("--session-max-turns", config.session_max_turns,
                 "Turns kept of a session")
      ->envname("QUIVER_SESSION_MAX_TURNS")
      ->check(CLI::Range(1u, 1000000u))
      ->capture_default_str();
  app.add_option("--feedback-seconds", seconds.feedback,
                 "Feedback is forgotten when it is older, or with its session")
      ->envname("QUIVER_FEEDBACK_SECONDS")
      ->check(CLI::Range(1.0, 1e9))
      ->capture_default_str();
  app.add_option("--notice-seconds", seconds.notice,
                 "How long the server still takes calls when it has said that "
                 "it stops")
      ->envname("QUIVER_NOTICE_SECONDS")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  app.add_option("--drain-seconds", seconds.drain,
                 "How long running calls may take when the server stops")
      ->envname("QUIVER_DRAIN_SECONDS")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
}

constexpr int kUsageError = 2;

ConfigExit ExitOf(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream text;
  const int code = app.exit(error, text, text);
  return {code == 0 ? 0 : kUsageError, text.str()};
}

}  // namespace

std::variant<Config, ConfigExit> ReadConfig(int argc, char** argv) {
  Config config;
  Seconds seconds{absl::ToDoubleSeconds(config.session_idle_time),
                  absl::ToDoubleSeconds(config.feedback_time),
                  absl::ToDoubleSeconds(config.notice_time),
                  absl::ToDoubleSeconds(config.drain_time)};
  CLI::App app("Serves chat assistants that answer from vetted documents.",
               "quiver-server");
  app.set_version_flag("--version", kVersion);
  app.set_config("--config", "", "File with any of these options (TOML)");
  app.config_formatter(std::make_shared<FileBelowEnvironment>(app));
  app.allow_config_extras(CLI::config_extras_mode::error);
  // So that a script's options can be overridden after them.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  AddServing(app, config);
  AddWeb(app, config);
  AddSessions(app, config, seconds);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitOf(app, error);
  }
  config.session_idle_time = absl::Seconds(seconds.idle);
  config.feedback_time = absl::Seconds(seconds.feedback);
  config.notice_time = absl::Seconds(seconds.notice);
  config.drain_time = absl::Seconds(seconds.drain);
  if (config.tls_certificate.empty() != config.tls_key.empty()) {
    return ConfigExit{
        kUsageError,
        "--tls-certificate and --tls-key belong together: give both\n"};
  }
  return config;
}

}  // namespace quiver
