#include "text/utterance.h"

#include <algorithm>

namespace quiver {

std::span<const Token> Reading::TokensIn(const Span& span) const {
  const auto first = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& token, uint32_t at) { return token.span.begin < at; });
  const auto last = std::upper_bound(
      first, tokens.end(), span.end,
      [](uint32_t at, const Token& token) { return at < token.span.end; });
  return {first, last};
}

}  // namespace quiver
