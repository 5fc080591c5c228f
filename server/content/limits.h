#ifndef QUIVER_CONTENT_LIMITS_H_
#define QUIVER_CONTENT_LIMITS_H_

#include <cstddef>

namespace quiver {

// What one assistant may hold.  Far above what people write by hand; they keep
// a wrong folder or a hostile file from filling the memory.
inline constexpr size_t kMaxContentFiles = 10'000;
inline constexpr size_t kMaxFolderDepth = 16;
inline constexpr size_t kMaxFileBytes = 1 << 20;
inline constexpr size_t kMaxContentBytes = 64 << 20;
inline constexpr size_t kMaxYamlDepth = 16;
inline constexpr size_t kMaxDocumentId = 40;
inline constexpr size_t kMaxOptionId = 48;  // "slot.value".
inline constexpr size_t kMaxNameBytes = 40;
inline constexpr size_t kMaxLineBytes = 16'384;
inline constexpr size_t kMaxMacroDepth = 32;
inline constexpr size_t kMaxPatternBytes = 32'768;  // Macros expanded.

}  // namespace quiver

#endif  // QUIVER_CONTENT_LIMITS_H_
