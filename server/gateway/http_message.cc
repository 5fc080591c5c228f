#include "gateway/http_message.h"

#include <algorithm>

namespace quiver {

std::string_view FindHeader(const HttpHeaders& headers, std::string_view name) {
  const auto found =
      std::find_if(headers.begin(), headers.end(),
                   [&](const auto& field) { return field.first == name; });
  return found == headers.end() ? std::string_view() : found->second;
}

HttpResponse TextResponse(int status, std::string_view line) {
  HttpResponse response;
  response.head.status = status;
  response.head.headers = {{"content-type", "text/plain; charset=utf-8"},
                           {"cache-control", "no-store"},
                           {"x-content-type-options", "nosniff"}};
  response.body = line;
  response.body += '\n';
  return response;
}

}  // namespace quiver
