#include "gateway/origin_policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "absl/strings/ascii.h"

namespace quiver {
namespace {

// As long as Chromium keeps it.
constexpr std::string_view kPreflightSeconds = "7200";

absl::Status NotAnOrigin(std::string_view text) {
  return absl::InvalidArgumentError(
      fmt::format("\"{}\" is not an origin; write \"https://example.org\", "
                  "\"https://*.example.org\", or \"*\" for any",
                  text));
}

// Where the host begins, behind "http://" or the like; 0 for nowhere.
size_t HostOf(std::string_view origin) {
  const size_t end = origin.find("://");
  if (end == 0 || end == std::string_view::npos) return 0;
  const std::string_view scheme = origin.substr(0, end);
  const bool plain =
      std::all_of(scheme.begin(), scheme.end(), [](char character) {
        return absl::ascii_islower(static_cast<unsigned char>(character)) ||
               character == '-';
      });
  return plain ? end + 3 : 0;
}

// A name or address, with or without a port, as browsers write it.
bool IsHost(std::string_view host) {
  if (host.empty() || host.front() == '.') return false;
  return std::all_of(host.begin(), host.end(), [](char character) {
    return absl::ascii_islower(static_cast<unsigned char>(character)) ||
           absl::ascii_isdigit(static_cast<unsigned char>(character)) ||
           std::string_view("-.:[]_").find(character) != std::string_view::npos;
  });
}

}  // namespace

absl::StatusOr<OriginPolicy> OriginPolicy::Make(
    std::vector<std::string> allowed) {
  OriginPolicy policy;
  for (std::string& origin : allowed) {
    if (origin == "*") {
      policy.any_ = true;
      continue;
    }
    const size_t host = HostOf(origin);
    if (origin == "null" || (host > 0 && IsHost(origin.substr(host)))) {
      policy.exact_.push_back(std::move(origin));
    } else if (host > 0 && origin.substr(host, 2) == "*." &&
               IsHost(origin.substr(host + 2))) {
      policy.wildcards_.push_back(
          {origin.substr(0, host), origin.substr(host + 1)});
    } else {
      return NotAnOrigin(origin);
    }
  }
  return policy;
}

bool OriginPolicy::Allows(std::string_view origin) const {
  if (origin.empty()) return false;
  if (std::find(exact_.begin(), exact_.end(), origin) != exact_.end()) {
    return true;
  }
  if (any_ && origin != "null") return true;
  return std::any_of(
      wildcards_.begin(), wildcards_.end(), [&](const Wildcard& wildcard) {
        return origin.starts_with(wildcard.scheme) &&
               origin.ends_with(wildcard.suffix) &&
               origin.size() >
                   wildcard.scheme.size() + wildcard.suffix.size() &&
               IsHost(origin.substr(wildcard.scheme.size()));
      });
}

void OriginPolicy::AddTo(std::string_view origin, HttpHead& head) const {
  head.headers.emplace_back("vary", "Origin");
  if (!Allows(origin)) return;
  std::string exposed = "grpc-status, grpc-message, grpc-status-details-bin";
  for (const auto& [name, value] : head.headers) {
    if (name == "vary" || name == "content-type" || name.starts_with("grpc-")) {
      continue;
    }
    exposed += ", " + name;
  }
  head.headers.emplace_back("access-control-allow-origin", origin);
  head.headers.emplace_back("access-control-expose-headers",
                            std::move(exposed));
  head.headers.emplace_back("cross-origin-resource-policy", "cross-origin");
}

HttpResponse OriginPolicy::AnswerPreflight(const HttpRequest& request) const {
  const std::string_view origin = FindHeader(request.headers, "origin");
  if (origin.empty()) {
    return {{204, {{"allow", "GET, HEAD, POST, OPTIONS"}}}, ""};
  }
  if (!Allows(origin)) {
    HttpResponse refusal = TextResponse(
        403, fmt::format("The origin {} may not call this server. Allow it "
                         "with --allowed-origin.",
                         origin));
    refusal.head.headers.emplace_back("vary", "Origin");
    return refusal;
  }
  HttpResponse response;
  response.head.status = 204;
  response.head.headers = {
      {"vary", "Origin, Access-Control-Request-Headers"},
      {"access-control-allow-origin", std::string(origin)},
      {"access-control-allow-methods", "POST, OPTIONS"},
      {"access-control-allow-headers",
       std::string(
           FindHeader(request.headers, "access-control-request-headers"))},
      {"access-control-max-age", std::string(kPreflightSeconds)}};
  return response;
}

}  // namespace quiver
