#ifndef QUIVER_MAIN_BROWSERS_H_
#define QUIVER_MAIN_BROWSERS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "gateway/gateway.h"
#include "main/config.h"

namespace quiver {

// PEM.  Both empty: no encryption.
struct TlsSecrets {
  std::string certificate;
  std::string private_key;
};

// The folder of files for browsers: as set, or the one that lies beside the
// content ("web" or "clients/web/dist"); empty for none.
std::string SiteOf(const Config& config);

// Whether there is something to see at "/".
bool HasStartPage(const Config& config);

// Starts the gateway as `config` has it.  Fails as StartGateway().
absl::StatusOr<std::unique_ptr<Gateway>> ServeBrowsers(
    const Config& config, const TlsSecrets& secrets, const GatewayParts& parts);

}  // namespace quiver

#endif  // QUIVER_MAIN_BROWSERS_H_
