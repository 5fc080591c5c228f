#include "gateway/client_address.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace quiver {
namespace {

// Each proxy appends the address that it was called from, to a field of its own
// or to the one that is there.
std::string ForwardedFor(const HttpHeaders& headers) {
  std::string addresses;
  for (const auto& [name, value] : headers) {
    if (name == "x-forwarded-for") addresses += "," + value;
  }
  return addresses;
}

}  // namespace

std::string ClientAddress(const HttpRequest& request,
                          const std::vector<std::string>& proxies) {
  const auto is_proxy = [&](const std::string& address) {
    return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
  };
  std::string address = request.remote_address;
  if (!is_proxy(address)) return address;
  std::string rest = ForwardedFor(request.headers);
  while (is_proxy(address) && !rest.empty()) {
    const size_t comma = rest.rfind(',');
    std::string last = rest.substr(comma + 1);
    rest.resize(comma);
    absl::StripAsciiWhitespace(&last);
    if (last.empty()) break;
    address = std::move(last);
  }
  return address;
}

}  // namespace quiver
