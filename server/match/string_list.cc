#include "match/string_list.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace quiver {
namespace {

using Kind = RegexNode::Kind;

constexpr size_t kMaxStrings = 256;
constexpr size_t kMaxProduct = 64;  // Of two lists of more than one string.
constexpr size_t kMaxLength = 64;
constexpr size_t kMaxClass = 8;
constexpr int kMaxCount = 4;

size_t Longest(const StringList& strings) {
  size_t longest = 0;
  for (const std::string& string : strings) {
    longest = std::max(longest, string.size());
  }
  return longest;
}

bool IsControl(size_t c) { return c < ' ' || c == 127; }

std::optional<StringList> StringsOfClass(const CharacterSet& characters) {
  if (characters.open || characters.ascii.count() > kMaxClass) {
    return std::nullopt;
  }
  StringList strings;
  for (size_t c = characters.ascii._Find_first(); c < characters.ascii.size();
       c = characters.ascii._Find_next(c)) {
    // Marks are control characters, so no control character stands for
    // itself.
    if (IsControl(c)) return std::nullopt;
    strings.emplace_back(1, static_cast<char>(c));
  }
  if (!characters.beyond.empty()) strings.push_back(characters.beyond);
  return strings;
}

// Whether each character and repetition of `regex` is one of few: only then
// can there be a list, and it is much more work to find out by listing.
bool IsListable(const RegexNode& regex) {
  if (regex.Is(Kind::kCharacter)) {
    return !regex.characters.open &&
           regex.characters.ascii.count() <= kMaxClass;
  }
  if (regex.Is(Kind::kRepetition) &&
      (regex.max == RegexNode::kUnbounded || regex.max > kMaxCount)) {
    return false;
  }
  return std::all_of(regex.children.begin(), regex.children.end(), IsListable);
}

// What stands for `regex` when that is one byte: an ASCII character or a mark.
std::optional<char> ByteOf(const RegexNode& regex) {
  switch (regex.kind) {
    case Kind::kTextBegin:
      return kAssertBegin;
    case Kind::kTextEnd:
      return kAssertEnd;
    case Kind::kWordBoundary:
      return kAssertBoundary;
    case Kind::kCharacter: {
      const CharacterSet& characters = regex.characters;
      if (characters.open || !characters.beyond.empty()) return std::nullopt;
      const size_t first = characters.ascii._Find_first();
      if (first >= characters.ascii.size() || IsControl(first) ||
          characters.ascii._Find_next(first) < characters.ascii.size()) {
        return std::nullopt;
      }
      return static_cast<char>(first);
    }
    default:
      return std::nullopt;
  }
}

std::optional<StringList> StringsIn(const RegexNode& regex);

std::optional<StringList> StringsOfConcatenation(const RegexNode& regex) {
  StringList strings = {""};
  for (const RegexNode& child : regex.children) {
    if (const std::optional<char> byte = ByteOf(child)) {
      if (Longest(strings) >= kMaxLength) return std::nullopt;
      for (std::string& string : strings) string += *byte;
      continue;
    }
    const std::optional<StringList> next = StringsIn(child);
    if (!next.has_value() || !MayJoin(strings, *next)) return std::nullopt;
    strings = Join(std::move(strings), *next);
  }
  return strings;
}

std::optional<StringList> StringsOfAlternation(const RegexNode& regex) {
  StringList strings;
  for (const RegexNode& child : regex.children) {
    std::optional<StringList> branch = StringsIn(child);
    if (!branch.has_value()) return std::nullopt;
    std::move(branch->begin(), branch->end(), std::back_inserter(strings));
    if (strings.size() > kMaxStrings) return std::nullopt;
  }
  return strings;
}

std::optional<StringList> StringsOfRepetition(const RegexNode& regex) {
  if (regex.max == RegexNode::kUnbounded || regex.max > kMaxCount) {
    return std::nullopt;
  }
  const std::optional<StringList> once = StringsIn(regex.children.front());
  if (!once.has_value()) return std::nullopt;
  StringList strings;
  StringList power = {""};
  for (int count = 0; count <= regex.max; ++count) {
    if (count >= regex.min) {
      strings.insert(strings.end(), power.begin(), power.end());
    }
    if (count == regex.max) break;
    if (!MayJoin(power, *once)) return std::nullopt;
    power = Join(std::move(power), *once);
  }
  if (strings.size() > kMaxStrings) return std::nullopt;
  return strings;
}

std::optional<StringList> StringsIn(const RegexNode& regex) {
  switch (regex.kind) {
    case Kind::kEmpty:
    case Kind::kNotWordBoundary:
      return StringList{""};
    case Kind::kTextBegin:
    case Kind::kTextEnd:
    case Kind::kWordBoundary:
      return StringList{std::string(1, *ByteOf(regex))};
    case Kind::kCharacter:
      return StringsOfClass(regex.characters);
    case Kind::kCapture:
      return StringsIn(regex.children.front());
    case Kind::kConcatenation:
      return StringsOfConcatenation(regex);
    case Kind::kAlternation:
      return StringsOfAlternation(regex);
    case Kind::kRepetition:
      return StringsOfRepetition(regex);
  }
  return std::nullopt;
}

}  // namespace

bool MayJoin(const StringList& left, const StringList& right) {
  const bool product = left.size() > 1 && right.size() > 1;
  return left.size() * right.size() <= (product ? kMaxProduct : kMaxStrings) &&
         Longest(left) + Longest(right) <= kMaxLength;
}

StringList Join(StringList left, const StringList& right) {
  if (right.size() == 1) {
    for (std::string& head : left) head += right.front();
    return left;
  }
  StringList joined;
  joined.reserve(left.size() * right.size());
  for (const std::string& head : left) {
    for (const std::string& tail : right) joined.push_back(head + tail);
  }
  return joined;
}

std::optional<StringList> StringsOf(const RegexNode& regex) {
  if (!IsListable(regex)) return std::nullopt;
  return StringsIn(regex);
}

}  // namespace quiver
