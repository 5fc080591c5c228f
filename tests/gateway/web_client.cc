#include "gateway/web_client.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <utility>

namespace quiver {

std::string WebRequest(std::string_view path, std::string_view message,
                       const HttpHeaders& headers) {
  const std::string body = MessageFrame(message);
  std::string request = fmt::format(
      "POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {}\r\n"
      "X-Grpc-Web: 1\r\nContent-Length: {}\r\n",
      path, kWebType, body.size());
  for (const auto& [name, value] : headers) {
    request += fmt::format("{}: {}\r\n", name, value);
  }
  return request + "\r\n" + body;
}

int WebReply::status() const {
  const std::string status = Trailer("grpc-status");
  return status.empty() ? -1 : std::atoi(status.c_str());
}

HttpHeaders ParseTrailers(std::string_view payload) {
  HttpHeaders trailers;
  while (!payload.empty()) {
    const size_t end = payload.find("\r\n");
    const size_t colon = payload.find(": ");
    if (end == std::string_view::npos || colon > end) break;
    trailers.emplace_back(payload.substr(0, colon),
                          payload.substr(colon + 2, end - colon - 2));
    payload.remove_prefix(end + 2);
  }
  return trailers;
}

WebReply ReadReply(RawResponse response) {
  WebReply reply;
  reply.http = std::move(response);
  reply.trailers = reply.http.headers;
  WebFrameReader reader(64 << 20);
  std::vector<WebFrame> frames;
  EXPECT_TRUE(reader.Feed(reply.http.body, frames).ok()) << reply.http.body;
  EXPECT_TRUE(reader.AtFrameEnd());
  for (const WebFrame& frame : frames) {
    if (frame.flags == 0x80) {
      reply.trailers = ParseTrailers(frame.payload);
    } else {
      reply.messages.push_back(frame.payload);
    }
  }
  return reply;
}

WebReply WebCall(int port, std::string_view path, std::string_view message,
                 const HttpHeaders& headers) {
  return ReadReply(Fetch(port, WebRequest(path, message, headers)));
}

}  // namespace quiver
