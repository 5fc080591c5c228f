#include "gateway/web_content_type.h"

#include "absl/strings/ascii.h"

namespace quiver {

namespace {

// "Text/Plain; charset=utf-8": "text/plain".
std::string EssenceOf(std::string_view value) {
  std::string type(value.substr(0, value.find(';')));
  absl::AsciiStrToLower(&type);
  absl::StripAsciiWhitespace(&type);
  return type;
}

}  // namespace

std::optional<WebEncoding> ParseWebContentType(std::string_view value) {
  const std::string type = EssenceOf(value);
  if (type == "application/grpc-web" || type == "application/grpc-web+proto") {
    return WebEncoding::kBinary;
  }
  if (type == "application/grpc-web-text" ||
      type == "application/grpc-web-text+proto" ||
      type == "application/grpc-web-text-base64") {
    return WebEncoding::kText;
  }
  return std::nullopt;
}

bool IsJsonContentType(std::string_view value) {
  return EssenceOf(value) == "application/json";
}

std::string_view WebContentTypeOf(WebEncoding encoding) {
  return encoding == WebEncoding::kText ? "application/grpc-web-text+proto"
                                        : "application/grpc-web+proto";
}

WebEncoding ResponseEncoding(std::string_view accept, WebEncoding request) {
  while (!accept.empty()) {
    const size_t comma = accept.find(',');
    if (const auto encoding = ParseWebContentType(accept.substr(0, comma))) {
      return *encoding;
    }
    if (comma == std::string_view::npos) break;
    accept.remove_prefix(comma + 1);
  }
  return request;
}

}  // namespace quiver
