#ifndef QUIVER_BASE_DIGEST_H_
#define QUIVER_BASE_DIGEST_H_

#include <string>
#include <string_view>

namespace quiver {

// SHA-256 of `data` (FIPS 180-4): 32 bytes.
std::string Sha256(std::string_view data);

// HMAC-SHA-256 of `data` under `key` (RFC 2104): 32 bytes.
std::string HmacSha256(std::string_view key, std::string_view data);

// Lower-case hexadecimal form of `bytes`, two characters a byte.
std::string Hex(std::string_view bytes);

// Whether two secrets are equal, in time that depends on their sizes only.
bool EqualSecrets(std::string_view left, std::string_view right);

}  // namespace quiver

#endif  // QUIVER_BASE_DIGEST_H_
