#include "content/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/limits.h"
#include "text/edit_distance.h"

namespace quiver {
namespace {

bool IsLowerOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool IsName(std::string_view text) {
  return !text.empty() && text.size() <= kMaxNameBytes &&
         IsLowerOrDigit(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLowerOrDigit(c) || c == '_'; });
}

bool IsDocumentId(std::string_view text) {
  return !text.empty() && text.size() <= kMaxDocumentId &&
         text.front() != '-' && text.back() != '-' &&
         text.find("--") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLowerOrDigit(c) || c == '-'; });
}

std::string DidYouMean(std::string_view text,
                       const std::vector<std::string_view>& names) {
  if (text.empty() || text.size() > kMaxComparedWord) return "";
  size_t limit = text.size() < 4 ? 1 : text.size() < 8 ? 2 : 3;
  std::string_view best;
  for (const std::string_view name : names) {
    if (name.empty() || name.size() > kMaxComparedWord) continue;
    const size_t distance = EditDistance(text, name, limit);
    if (distance > limit) continue;
    if (distance == limit && !best.empty() && best < name) continue;
    // All letters changed is no resemblance.
    if (distance >= std::max(text.size(), name.size())) continue;
    best = name;
    limit = distance;
  }
  return best.empty() ? "" : fmt::format("did you mean \"{}\"?", best);
}

std::string Alternatives(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace quiver
