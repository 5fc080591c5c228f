// Takes any bytes for the body of a gRPC-Web call, and checks that what is
// read does not depend on how they arrive.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/web_frames.h"

namespace quiver {
namespace {

constexpr size_t kMaxPayload = 1000;

void Require(bool holds) {
  if (!holds) std::abort();
}

// What became of a body; nothing is left of one that was refused.
template <typename Result>
struct Outcome {
  bool refused = false;
  bool complete = false;
  Result result;

  bool operator==(const Outcome&) const = default;
};

Outcome<std::vector<WebFrame>> ReadFrames(std::string_view bytes, size_t part) {
  Outcome<std::vector<WebFrame>> outcome;
  WebFrameReader reader(kMaxPayload);
  for (size_t at = 0; at < bytes.size() && !outcome.refused; at += part) {
    outcome.refused = !reader.Feed(bytes.substr(at, part), outcome.result).ok();
  }
  outcome.complete = !outcome.refused && reader.AtFrameEnd();
  return outcome;
}

Outcome<std::string> ReadBase64(std::string_view text, size_t part) {
  Outcome<std::string> outcome;
  Base64Reader reader;
  for (size_t at = 0; at < text.size() && !outcome.refused; at += part) {
    outcome.refused = !reader.Feed(text.substr(at, part), outcome.result).ok();
  }
  outcome.complete = !outcome.refused && reader.AtGroupEnd();
  return outcome;
}

// Frames that were read are those that were written.
void RequireSameBytes(const std::vector<WebFrame>& frames,
                      std::string_view bytes) {
  for (const WebFrame& frame : frames) {
    std::string written = MessageFrame(frame.payload);
    written.front() = static_cast<char>(frame.flags);
    Require(frame.payload.size() <= kMaxPayload);
    Require(bytes.starts_with(written));
    bytes.remove_prefix(written.size());
  }
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace quiver;  // NOLINT: the names of a test.
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);

  const auto frames = ReadFrames(bytes, size == 0 ? 1 : size);
  RequireSameBytes(frames.result, bytes);
  const auto decoded = ReadBase64(bytes, size == 0 ? 1 : size);
  for (const size_t part : {1, 2, 3, 5, 7}) {
    Require(ReadFrames(bytes, part) == frames);
    Require(ReadBase64(bytes, part) == decoded);
  }
  for (const char character : PercentEncode(bytes)) {
    Require(character >= ' ' && character <= '~');
  }
  return 0;
}
