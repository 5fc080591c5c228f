#ifndef QUIVER_BASE_STRING_MAP_H_
#define QUIVER_BASE_STRING_MAP_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace quiver {

// Hashes every kind of string alike, so that a std::string_view looks up a
// std::string key without a copy.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// A hash map, or set, of strings.  Iteration order is unspecified: sort before
// anything that a reply, a file or a hash depends on.
template <typename Value>
using StringMap =
    std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

}  // namespace quiver

#endif  // QUIVER_BASE_STRING_MAP_H_
