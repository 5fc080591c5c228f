#ifndef QUIVER_GATEWAY_CLIENT_ADDRESS_H_
#define QUIVER_GATEWAY_CLIENT_ADDRESS_H_

#include <string>
#include <vector>

#include "gateway/http_message.h"

namespace quiver {

// Whom a request comes from: the peer of its socket or, when that is one of
// `proxies`, the last address in x-forwarded-for that is none of them.
std::string ClientAddress(const HttpRequest& request,
                          const std::vector<std::string>& proxies);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_CLIENT_ADDRESS_H_
