#include "content/pattern_error.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <vector>

#include "content/pattern_shape.h"

namespace quiver {
namespace {

RE2::Options Quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);  // Half the work; the same language.
  return options;
}

re2::StringPiece ToPiece(std::string_view text) {
  return {text.data(), text.size()};
}

// The byte after the class that begins at `at`.
size_t SkipClass(std::string_view regex, size_t at) {
  ++at;
  if (at < regex.size() && regex[at] == '^') ++at;
  if (at < regex.size() && regex[at] == ']') ++at;
  while (at < regex.size() && regex[at] != ']') {
    at += regex[at] == '\\' ? 2 : 1;
  }
  return at + 1;
}

// The bracket without its partner in `written`; 0 when all have one.
size_t LoneBracket(std::string_view written) {
  std::vector<size_t> open;
  for (size_t at = 0; at < written.size();) {
    const char c = written[at];
    if (c == '[') {
      at = SkipClass(written, at);
      continue;
    }
    if (c == '(') open.push_back(at);
    if (c == ')') {
      if (open.empty()) return at;
      open.pop_back();
    }
    at += c == '\\' ? 2 : 1;
  }
  return open.empty() ? 0 : open.back();
}

std::string Advice(RE2::ErrorCode code) {
  switch (code) {
    case RE2::ErrorMissingParen:
      return "close the group, or write \\( for a bracket";
    case RE2::ErrorUnexpectedParen:
      return "open the group, or write \\) for a bracket";
    case RE2::ErrorMissingBracket:
      return "close the class, or write \\[ for a bracket";
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      return "put what repeats before it, or write \\ before the sign";
    case RE2::ErrorBadPerlOp:
      return "RE2 has no look-around: say what is not meant in `except` or "
             "`refuses`";
    case RE2::ErrorBadEscape:
    case RE2::ErrorTrailingBackslash:
      return "RE2 does not know this escape; \\\\ is a backslash";
    case RE2::ErrorRepeatSize:
      return "repetitions go up to 1000";
    case RE2::ErrorPatternTooLarge:
      return "split it into several patterns";
    default:
      return "";
  }
}

size_t OffsetOf(std::string_view written, const RE2& compiled) {
  if (compiled.error_code() == RE2::ErrorMissingParen ||
      compiled.error_code() == RE2::ErrorUnexpectedParen) {
    return LoneBracket(written);
  }
  const std::string& part = compiled.error_arg();
  const size_t found = part.empty() ? 0 : written.find(part);
  return found == std::string_view::npos ? 0 : found;
}

std::optional<PatternError> FindError(std::string_view written,
                                      const RE2& compiled) {
  if (compiled.ok()) return std::nullopt;
  return PatternError{"bad pattern: " + compiled.error(),
                      Advice(compiled.error_code()),
                      OffsetOf(written, compiled)};
}

// Whether RE2 can parse `regex`: a tenth of the work of compiling it.
bool IsParsed(std::string_view regex) {
  RE2::Set set(Quiet(), RE2::UNANCHORED);
  return set.Add(ToPiece(regex), nullptr) >= 0;
}

// Whether the program of what has `shape` is small enough for RE2.
bool Fits(const std::optional<PatternShape>& shape) {
  // RE2 has room for 170,000 by default.
  constexpr size_t kSurelyFit = 100'000;
  return shape && shape->most_instructions < kSurelyFit;
}

bool IsFoundEverywhere(const RE2& compiled) {
  for (const char* text : {"", "0", "zq vx"}) {
    if (!RE2::PartialMatch(text, compiled)) return false;
  }
  return true;
}

}  // namespace

std::optional<PatternError> FindPatternError(std::string_view written,
                                             std::string_view regex) {
  const std::optional<PatternShape> shape = ShapeOf(regex);
  if (Fits(shape) && !shape->may_be_empty && IsParsed(regex)) {
    return std::nullopt;
  }
  const RE2 compiled(ToPiece(regex), Quiet());
  std::optional<PatternError> error = FindError(written, compiled);
  if (!error && IsFoundEverywhere(compiled)) {
    error = PatternError{"the pattern is found in every message",
                         "name a word that must be there", 0};
  }
  return error;
}

std::optional<PatternError> FindMacroError(std::string_view written,
                                           std::string_view regex) {
  if (Fits(ShapeOf(regex)) && IsParsed(regex)) return std::nullopt;
  return FindError(written, RE2(ToPiece(regex), Quiet()));
}

}  // namespace quiver
