#include "main/browsers.h"

#include <filesystem>

namespace quiver {
namespace {

namespace fs = std::filesystem;

// A letter of a message takes at most so many bytes of a body: in JSON escapes,
// or in base64 and with what stands around it.
constexpr size_t kBodyBytesPerLetter = 6;

}  // namespace

std::string SiteOf(const Config& config) {
  if (!config.site.empty()) return config.site;
  for (const char* const folder : {"web", "clients/web/dist"}) {
    const fs::path site = fs::path(config.content) / folder;
    std::error_code error;
    if (fs::is_directory(site, error)) return site.string();
  }
  return "";
}

bool HasStartPage(const Config& config) {
  const std::string site = SiteOf(config);
  std::error_code error;
  return !site.empty() && fs::exists(fs::path(site) / "index.html", error);
}

absl::StatusOr<std::unique_ptr<Gateway>> ServeBrowsers(
    const Config& config, const TlsSecrets& secrets,
    const GatewayParts& parts) {
  GatewayOptions options;
  options.http.address = config.http;
  options.http.certificate = secrets.certificate;
  options.http.private_key = secrets.private_key;
  options.http.unlimited_addresses = config.trusted_proxies;
  options.http.max_connections_per_address = config.max_connections_per_address;
  options.rpc.max_calls_per_address = config.max_calls_per_address;
  options.http.max_body_bytes += kBodyBytesPerLetter * config.max_text_bytes;
  options.rpc.proxies = config.trusted_proxies;
  options.rpc.max_message_bytes = options.http.max_body_bytes;
  options.allowed_origins = config.allowed_origins;
  options.site = SiteOf(config);
  return StartGateway(options, parts);
}

}  // namespace quiver
