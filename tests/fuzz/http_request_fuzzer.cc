// Takes any bytes for requests on a connection, and checks that what is read
// does not depend on how they arrive.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/http_request_parser.h"

namespace quiver {
namespace {

using Stage = HttpRequestParser::Stage;

// Heads are never too long: close to that limit it matters how they arrive.
constexpr HttpParserLimits kLimits = {1 << 20, 300};

void Require(bool holds) {
  if (!holds) std::abort();
}

std::string Summary(const HttpRequest& request) {
  std::string summary =
      request.method + " " + request.path + "?" + request.query + "\n";
  for (const auto& [name, value] : request.headers) {
    Require(value.find_first_of("\r\n") == std::string::npos);
    summary += name + ": " + value + "\n";
  }
  Require(request.body.size() <= kLimits.max_body_bytes);
  return summary + request.body;
}

// The requests that come whole.
std::vector<std::string> Read(std::string_view bytes, size_t part) {
  std::vector<std::string> requests;
  HttpRequestParser parser(kLimits);
  std::string waiting;
  for (size_t at = 0; at < bytes.size(); at += part) {
    waiting += bytes.substr(at, part);
    while (true) {
      const size_t taken = parser.Feed(waiting);
      Require(taken <= waiting.size());
      waiting.erase(0, taken);
      if (parser.refusal() != 0) return requests;
      if (parser.stage() != Stage::kComplete) break;
      requests.push_back(Summary(parser.Take()));
    }
  }
  return requests;
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto byte_by_byte = quiver::Read(bytes, 1);
  for (const size_t part : {size_t{2}, size_t{7}, std::max<size_t>(size, 1)}) {
    quiver::Require(quiver::Read(bytes, part) == byte_by_byte);
  }
  return 0;
}
