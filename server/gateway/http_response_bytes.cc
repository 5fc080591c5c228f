#include "gateway/http_response_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "absl/time/clock.h"

namespace quiver {
namespace {

struct Reason {
  int status;
  std::string_view text;
};
constexpr std::array<Reason, 21> kReasons = {
    {{200, "OK"},
     {204, "No Content"},
     {304, "Not Modified"},
     {400, "Bad Request"},
     {401, "Unauthorized"},
     {403, "Forbidden"},
     {404, "Not Found"},
     {405, "Method Not Allowed"},
     {408, "Request Timeout"},
     {409, "Conflict"},
     {413, "Content Too Large"},
     {415, "Unsupported Media Type"},
     {417, "Expectation Failed"},
     {429, "Too Many Requests"},
     {431, "Request Header Fields Too Large"},
     {499, "Client Closed Request"},
     {500, "Internal Server Error"},
     {501, "Not Implemented"},
     {503, "Service Unavailable"},
     {504, "Gateway Timeout"},
     {505, "HTTP Version Not Supported"}}};

// What a body must not follow, nor a length be told of.
bool IsWithoutBody(int status) { return status == 204 || status == 304; }

void AppendField(std::string_view name, std::string_view value,
                 std::string& bytes) {
  bytes += name;
  bytes += ": ";
  std::transform(value.begin(), value.end(), std::back_inserter(bytes),
                 [](char character) {
                   return character == '\r' || character == '\n' ? ' '
                                                                 : character;
                 });
  bytes += "\r\n";
}

void AppendFraming(int status, const HttpFraming& framing, std::string& bytes) {
  if (framing.kind == HttpFraming::kChunks) {
    AppendField("transfer-encoding", "chunked", bytes);
  } else if (framing.kind == HttpFraming::kLength && !IsWithoutBody(status)) {
    AppendField("content-length", fmt::format("{}", framing.length), bytes);
  }
  AppendField("connection", framing.keep_alive ? "keep-alive" : "close", bytes);
}

}  // namespace

std::string HttpHeadBytes(const HttpHead& head, const HttpFraming& framing,
                          absl::Time date) {
  std::string bytes =
      fmt::format("HTTP/1.1 {} {}\r\n", head.status, HttpReason(head.status));
  for (const auto& [name, value] : head.headers) {
    AppendField(name, value, bytes);
  }
  AppendFraming(head.status, framing, bytes);
  AppendField(
      "date",
      absl::FormatTime("%a, %d %b %Y %H:%M:%S GMT", date, absl::UTCTimeZone()),
      bytes);
  bytes += "\r\n";
  return bytes;
}

std::string HttpChunkBytes(std::string_view piece) {
  return fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
}

std::string_view HttpReason(int status) {
  const auto* const found = std::find_if(
      kReasons.begin(), kReasons.end(),
      [&](const Reason& reason) { return reason.status == status; });
  return found == kReasons.end() ? "" : found->text;
}

}  // namespace quiver
