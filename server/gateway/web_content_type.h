#ifndef QUIVER_GATEWAY_WEB_CONTENT_TYPE_H_
#define QUIVER_GATEWAY_WEB_CONTENT_TYPE_H_

#include <optional>
#include <string>
#include <string_view>

namespace quiver {

// How gRPC-Web bodies are written.
enum class WebEncoding {
  kBinary,  // application/grpc-web
  kText,    // application/grpc-web-text: base64 of it
};

// The gRPC-Web form that a Content-Type or Accept value names; nullopt when it
// names none, or one whose messages are not protobuf.  Case and parameters
// ("; charset=utf-8") do not matter.
std::optional<WebEncoding> ParseWebContentType(std::string_view value);

// The Content-Type to answer with.
std::string_view WebContentTypeOf(WebEncoding encoding);

// The form to answer in: that of `accept` when it names one, else that of the
// request.
WebEncoding ResponseEncoding(std::string_view accept, WebEncoding request);

// Whether it is "application/json".
bool IsJsonContentType(std::string_view value);

// What may be posted, for Accept-Post.
inline constexpr std::string_view kPostableTypes =
    "application/grpc-web, application/grpc-web+proto, "
    "application/grpc-web-text, application/grpc-web-text+proto, "
    "application/json";

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_CONTENT_TYPE_H_
