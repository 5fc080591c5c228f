#ifndef QUIVER_TESTS_GATEWAY_WEB_CLIENT_H_
#define QUIVER_TESTS_GATEWAY_WEB_CLIENT_H_

#include <memory>
#include <string>
#include <vector>

#include "gateway/raw_connection.h"
#include "gateway/web_frames.h"

namespace quiver {

inline constexpr char kWebType[] = "application/grpc-web+proto";

// The bytes of a gRPC-Web request.
std::string WebRequest(std::string_view path, std::string_view message,
                       const HttpHeaders& headers = {});

// What a gRPC-Web call gave.
struct WebReply {
  RawResponse http;
  std::vector<std::string> messages;
  HttpHeaders trailers;  // Of the last frame, or of the head.

  // The grpc-status; -1: there is none.
  int status() const;
  std::string Trailer(std::string_view name) const {
    return std::string(FindHeader(trailers, name));
  }
};

// What `response` says.
WebReply ReadReply(RawResponse response);

// Calls a method on a connection of its own.
WebReply WebCall(int port, std::string_view path, std::string_view message,
                 const HttpHeaders& headers = {});

// The fields of the frame that ends a body.
HttpHeaders ParseTrailers(std::string_view payload);

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_WEB_CLIENT_H_
