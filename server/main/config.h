#ifndef QUIVER_MAIN_CONFIG_H_
#define QUIVER_MAIN_CONFIG_H_

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"

namespace quiver {

// Everything that an operator may set.  docs/operators.md has the table.
struct Config {
  std::string content = ".";  // Folder with intents/ and knowledge/.
  std::string assistant;      // Default one; empty: the only one.
  std::string grpc = "0.0.0.0:50051";
  std::string authoring = "127.0.0.1:50052";  // Empty: not served.
  std::string http = "0.0.0.0:8080";          // Browsers; empty: not served.
  // Pages of other origins that may call; see OriginPolicy.
  std::vector<std::string> allowed_origins;
  std::string site;  // Folder of files for browsers; empty: none.
  // Whose x-forwarded-for is believed.
  std::vector<std::string> trusted_proxies = {"127.0.0.1", "::1"};
  // Of one client by HTTP; of connections those of proxies are not limited.
  uint32_t max_connections_per_address = 512;
  uint32_t max_calls_per_address = 256;  // Under way, open streams included.
  std::string store = "sqlite";          // Or "memory".
  std::string data = "data";             // Folder for what is kept.
  bool survive_power_loss = true;
  absl::Duration session_idle_time = absl::Hours(24);
  uint64_t session_max_turns = 200;
  absl::Duration feedback_time = absl::Hours(24 * 30);  // Kept at most.
  uint32_t max_text_bytes = 4096;
  absl::Duration notice_time;  // From saying that it stops to doing so.
  absl::Duration drain_time = absl::Seconds(10);
  std::string tls_certificate;  // Files, PEM.
  std::string tls_key;
  std::vector<std::string> word_lists = {"/usr/share/dict/american-english",
                                         "/usr/share/dict/british-english"};
};

// What to print, and the exit code, instead of running.
struct ConfigExit {
  int code = 0;
  std::string text;
};

// Reads the command line, then the environment (QUIVER_*), then a file given
// with --config.  Help, the version and mistakes give a ConfigExit.
std::variant<Config, ConfigExit> ReadConfig(int argc, char** argv);

}  // namespace quiver

#endif  // QUIVER_MAIN_CONFIG_H_
