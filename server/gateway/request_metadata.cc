#include "gateway/request_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"

namespace quiver {
namespace {

// Of HTTP or of the browser, not of the call.
constexpr std::array<std::string_view, 26> kOfTransport = {"accept",
                                                           "accept-encoding",
                                                           "accept-language",
                                                           "cache-control",
                                                           "connection",
                                                           "content-encoding",
                                                           "content-length",
                                                           "content-type",
                                                           "cookie",
                                                           "dnt",
                                                           "expect",
                                                           "forwarded",
                                                           "host",
                                                           "keep-alive",
                                                           "origin",
                                                           "pragma",
                                                           "priority",
                                                           "referer",
                                                           "te",
                                                           "trailer",
                                                           "transfer-encoding",
                                                           "upgrade",
                                                           "user-agent",
                                                           "via",
                                                           "x-grpc-web",
                                                           "x-user-agent"};

// Prefixes of what only gRPC, browsers, proxies or this process may set.
constexpr std::array<std::string_view, 8> kReserved = {
    ":",      "grpc-",        "sec-",    "access-control-",
    "proxy-", "x-forwarded-", "quiver-", "connect-"};

bool IsForService(std::string_view name) {
  return std::find(kOfTransport.begin(), kOfTransport.end(), name) ==
             kOfTransport.end() &&
         std::none_of(
             kReserved.begin(), kReserved.end(),
             [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool IsDigit(char character) {
  return absl::ascii_isdigit(static_cast<unsigned char>(character));
}

bool IsPrintable(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char character) {
    return character >= ' ' && character <= '~';
  });
}

bool IsMetadataName(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char character) {
    return absl::ascii_islower(static_cast<unsigned char>(character)) ||
           absl::ascii_isdigit(static_cast<unsigned char>(character)) ||
           character == '-' || character == '_' || character == '.';
  });
}

}  // namespace

absl::StatusOr<WebMetadata> MetadataOf(const HttpHeaders& headers) {
  WebMetadata metadata;
  for (const auto& [name, value] : headers) {
    if (!IsForService(name)) continue;
    std::string bytes = value;
    if (name.ends_with("-bin") && !absl::Base64Unescape(value, &bytes)) {
      return absl::InvalidArgumentError(
          fmt::format("the value of {} is not base64", name));
    }
    if (!IsMetadataName(name) ||
        (!name.ends_with("-bin") && !IsPrintable(value))) {
      return absl::InvalidArgumentError(
          fmt::format("the field {} cannot be metadata: names are a-z 0-9 - _ "
                      ". and values printable ASCII",
                      name));
    }
    metadata.emplace_back(name, std::move(bytes));
  }
  return metadata;
}

absl::StatusOr<absl::Duration> ParseTimeout(std::string_view value) {
  if (value.empty()) return absl::InfiniteDuration();
  const auto invalid = absl::InvalidArgumentError(fmt::format(
      "grpc-timeout \"{}\" is not up to eight digits and one of H M S m u n",
      value));
  const std::string digits(value.substr(0, value.size() - 1));
  int64_t amount = 0;
  if (digits.empty() || digits.size() > 8 ||
      !std::all_of(digits.begin(), digits.end(), IsDigit) ||
      !absl::SimpleAtoi(digits, &amount)) {
    return invalid;
  }
  switch (value.back()) {
    case 'H':
      return absl::Hours(amount);
    case 'M':
      return absl::Minutes(amount);
    case 'S':
      return absl::Seconds(amount);
    case 'm':
      return absl::Milliseconds(amount);
    case 'u':
      return absl::Microseconds(amount);
    case 'n':
      return absl::Nanoseconds(amount);
    default:
      return invalid;
  }
}

}  // namespace quiver
