#include "gateway/web_frames.h"

#include <fmt/format.h>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"

namespace quiver {
namespace {

constexpr size_t kHeadBytes = 5;
constexpr uint8_t kCompressed = 0x01;
constexpr uint8_t kTrailers = 0x80;

uint32_t PayloadBytes(std::string_view head) {
  uint32_t bytes = 0;
  for (const char byte : head.substr(1, 4)) {
    bytes = bytes << 8 | static_cast<uint8_t>(byte);
  }
  return bytes;
}

std::string Frame(uint8_t flags, std::string_view payload) {
  const auto length = static_cast<uint32_t>(payload.size());
  std::string frame;
  frame.reserve(kHeadBytes + payload.size());
  frame += static_cast<char>(flags);
  for (const int shift : {24, 16, 8, 0}) {
    frame += static_cast<char>(length >> shift & 0xff);
  }
  frame += payload;
  return frame;
}

bool IsBase64(char character) {
  return absl::ascii_isalnum(static_cast<unsigned char>(character)) ||
         character == '+' || character == '/';
}

absl::Status NotBase64() {
  return absl::InvalidArgumentError("the body is not base64");
}

}  // namespace

WebFrameReader::WebFrameReader(size_t max_payload_bytes)
    : max_payload_bytes_(max_payload_bytes) {}

absl::Status WebFrameReader::Feed(std::string_view bytes,
                                  std::vector<WebFrame>& frames) {
  pending_ += bytes;
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const auto flags = static_cast<uint8_t>(rest.front());
    if ((flags & ~(kCompressed | kTrailers)) != 0) {
      return absl::InvalidArgumentError(
          fmt::format("a frame has the unknown flags {:#04x}", flags));
    }
    if (rest.size() < kHeadBytes) break;
    const uint32_t length = PayloadBytes(rest);
    if (length > max_payload_bytes_) {
      return absl::ResourceExhaustedError(
          fmt::format("a message of {} bytes is above the limit of {}", length,
                      max_payload_bytes_));
    }
    if (rest.size() < kHeadBytes + length) break;
    frames.push_back({flags, std::string(rest.substr(kHeadBytes, length))});
    rest.remove_prefix(kHeadBytes + length);
  }
  pending_.erase(0, pending_.size() - rest.size());
  return absl::OkStatus();
}

absl::Status Base64Reader::Feed(std::string_view text, std::string& bytes) {
  for (const char character : text) {
    const bool padding = character == '=' && pending_.size() >= 2;
    const bool padded = pending_.ends_with('=');
    if (!padding && (padded || !IsBase64(character))) return NotBase64();
    pending_ += character;
    if (pending_.size() < 4) continue;
    std::string decoded;
    if (!absl::Base64Unescape(pending_, &decoded)) return NotBase64();
    bytes += decoded;
    pending_.clear();
  }
  return absl::OkStatus();
}

std::string MessageFrame(std::string_view message) { return Frame(0, message); }

WebMetadata TrailerFields(const absl::Status& status,
                          const WebMetadata& metadata) {
  WebMetadata fields;
  fields.emplace_back("grpc-status",
                      fmt::format("{}", static_cast<int>(status.code())));
  if (!status.message().empty()) {
    fields.emplace_back("grpc-message",
                        PercentEncode(std::string(status.message())));
  }
  for (const auto& [name, value] : metadata) {
    fields.emplace_back(
        name, name.ends_with("-bin") ? absl::Base64Escape(value) : value);
  }
  return fields;
}

std::string TrailersFrame(const absl::Status& status,
                          const WebMetadata& metadata) {
  std::string block;
  for (const auto& [name, value] : TrailerFields(status, metadata)) {
    block += fmt::format("{}: {}\r\n", name, value);
  }
  return Frame(kTrailers, block);
}

std::string PercentEncode(std::string_view text) {
  std::string encoded;
  for (const char character : text) {
    if (character >= ' ' && character <= '~' && character != '%') {
      encoded += character;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<uint8_t>(character));
    }
  }
  return encoded;
}

}  // namespace quiver
