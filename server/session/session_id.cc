#include "session/session_id.h"

#include <fmt/format.h>

#include <cstddef>

#include "base/digest.h"

namespace quiver {
namespace {

constexpr size_t kIdBytes = 16;

// The value of a lower-case hexadecimal digit, -1 for any other character.
int DigitValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

}  // namespace

std::optional<SessionId> SessionId::Parse(std::string_view text) {
  if (text.size() != 2 * kIdBytes) return std::nullopt;
  std::string bytes;
  bytes.reserve(kIdBytes);
  for (size_t i = 0; i < text.size(); i += 2) {
    const int high = DigitValue(text[i]);
    const int low = DigitValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  return SessionId(std::move(bytes));
}

SessionId SessionId::Derive(std::string_view secret, std::string_view assistant,
                            std::string_view previous,
                            std::string_view request_id) {
  // With their sizes, so that no two triples are hashed as the same text.
  const std::string opening =
      fmt::format("{}:{}{}:{}{}:{}", assistant.size(), assistant,
                  previous.size(), previous, request_id.size(), request_id);
  return SessionId(HmacSha256(secret, opening).substr(0, kIdBytes));
}

std::string SessionId::ToString() const { return Hex(bytes_); }

}  // namespace quiver
