// Reads lines of regular expressions and, last, a text; what the matcher finds
// in the text must be what a plain loop over the expressions finds.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/pattern_matcher.h"
#include "match/pattern_words.h"
#include "match/text_parts.h"
#include "re2/re2.h"
#include "text/reader.h"

namespace quiver {
namespace {

using re2::RE2;

constexpr size_t kMaxPatterns = 8;
// RE2's own bounds make larger input slow without making it interesting.
constexpr size_t kMaxPatternBytes = 64;
constexpr size_t kMaxTextBytes = 1000;

void Require(bool holds) {
  if (!holds) std::abort();
}

struct Input {
  std::vector<Pattern> patterns;
  std::vector<std::unique_ptr<RE2>> references;
  std::string text;
};

std::unique_ptr<RE2> Reference(const std::string& regex) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(1 << 20);
  return std::make_unique<RE2>(regex, options);
}

Input ReadInput(std::string_view bytes) {
  Input input;
  while (input.patterns.size() < kMaxPatterns) {
    const size_t end = bytes.find('\n');
    if (end == std::string_view::npos) break;
    const std::string regex(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
    if (regex.size() > kMaxPatternBytes) continue;
    std::unique_ptr<RE2> reference = Reference(regex);
    if (!reference->ok()) continue;
    const auto label = static_cast<uint32_t>(input.patterns.size());
    input.patterns.push_back({regex, label});
    input.references.push_back(std::move(reference));
  }
  input.text = Normalize(bytes.substr(0, kMaxTextBytes));
  return input;
}

std::optional<Span> FindByRe2(const RE2& regex, const std::string& text) {
  re2::StringPiece found;
  if (!regex.Match(text, 0, text.size(), RE2::UNANCHORED, &found, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<uint32_t>(found.data() - text.data());
  return Span{begin, begin + static_cast<uint32_t>(found.size())};
}

void RequireWhatALoopFinds(const PatternMatcher& matcher, const Input& input) {
  const std::vector<PatternMatch> matches = matcher.Match(input.text);
  size_t next = 0;
  for (uint32_t i = 0; i < input.patterns.size(); ++i) {
    const std::optional<Span> expected =
        FindByRe2(*input.references[i], input.text);
    const bool is_found = next < matches.size() && matches[next].pattern == i;
    Require(is_found == expected.has_value());
    if (is_found) Require(matches[next++].span == *expected);
  }
  Require(next == matches.size());
}

void RequireSoundParts(const PatternMatcher& matcher, const Input& input) {
  const SearchedText searched(matcher, input.text);
  for (const PatternMatch& match : searched.FindAll(nullptr)) {
    Require(match.span.begin <= match.span.end);
    Require(match.span.end <= input.text.size());
  }
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!quiver::IsValidUtf8(bytes)) return 0;
  const quiver::Input input = quiver::ReadInput(bytes);

  const auto matcher = quiver::MakePatternMatcher(input.patterns);
  if (!matcher.ok()) return 0;  // Larger than a matcher's memory allows.

  quiver::RequireWhatALoopFinds(**matcher, input);
  quiver::RequireSoundParts(**matcher, input);
  for (const quiver::Pattern& pattern : input.patterns) {
    quiver::PatternWords(pattern.regex);
  }
  return 0;
}
