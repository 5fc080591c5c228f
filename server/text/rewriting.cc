#include "text/rewriting.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "text/reader.h"

namespace quiver {
namespace {

// Builds a Reading out of parts of another one and new words.
class Rewriter {
 public:
  explicit Rewriter(const Reading& raw) : raw_(raw) {
    result_.text.reserve(raw.text.size() + kSlack);
    result_.origin.reserve(raw.text.size() + kSlack);
    result_.tokens.reserve(raw.tokens.size() + kSlack);
  }

  // Takes over the tokens up to `end` (not included) and the text up to byte
  // `position`.
  void CopyTo(uint32_t end, uint32_t position) {
    const auto size = static_cast<uint32_t>(result_.text.size());
    const uint32_t shift = size - position_;  // Modulo 2^32.
    result_.text.append(raw_.text, position_, position - position_);
    result_.origin.insert(result_.origin.end(), raw_.origin.begin() + position_,
                          raw_.origin.begin() + position);
    for (; token_ < end; ++token_) {
      result_.tokens.push_back(raw_.tokens[token_]);
      Span& span = result_.tokens.back().span;
      span = {span.begin + shift, span.end + shift};
    }
    position_ = position;
  }

  // Puts the words of `replacement` in the place of its tokens.
  void Replace(const Replacement& replacement) {
    const Span place = {raw_.tokens[replacement.first_token].span.begin,
                        raw_.tokens[replacement.last_token - 1].span.end};
    CopyTo(replacement.first_token, place.begin);
    const auto shift = static_cast<uint32_t>(result_.text.size());
    result_.text += replacement.text;
    AppendOrigins(replacement.text, place);
    for (Token& token : Tokenize(replacement.text)) {
      token.span = {token.span.begin + shift, token.span.end + shift};
      result_.tokens.push_back(std::move(token));
    }
    position_ = place.end;
    token_ = replacement.last_token;
  }

  Reading Finish() && {
    CopyTo(static_cast<uint32_t>(raw_.tokens.size()),
           static_cast<uint32_t>(raw_.text.size()));
    result_.origin.push_back(raw_.origin.back());
    return std::move(result_);
  }

 private:
  static constexpr size_t kSlack = 16;

  // Each word begins where its share of `place` does, rounded up so that even
  // the first of many has one.
  void AppendOrigins(const std::string& words, const Span& place) {
    const size_t spaces = std::count(words.begin(), words.end(), ' ');
    const size_t letters = std::max<size_t>(words.size() - spaces, 1);
    size_t seen = 0;
    uint32_t origin = raw_.origin[place.begin];
    for (const char c : words) {
      if (c == ' ') {
        const size_t share = (seen * place.size() + letters - 1) / letters;
        origin = raw_.origin[place.begin + share];
      } else {
        ++seen;
      }
      result_.origin.push_back(origin);
    }
  }

  const Reading& raw_;
  Reading result_;
  uint32_t token_ = 0;     // The first one not yet taken over.
  uint32_t position_ = 0;  // The first byte not yet taken over.
};

}  // namespace

Reading Rewrite(const Reading& raw,
                const std::vector<Replacement>& replacements) {
  Rewriter rewriter(raw);
  for (const Replacement& replacement : replacements) {
    rewriter.Replace(replacement);
  }
  return std::move(rewriter).Finish();
}

}  // namespace quiver
