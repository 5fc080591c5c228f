#include "base/entropy.h"

#include <openssl/rand.h>

#include <cstdio>
#include <cstdlib>

namespace quiver {

std::string SystemEntropy::Bytes(size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()),
                 static_cast<int>(count)) != 1) {
    std::fputs("no cryptographic randomness from the system\n", stderr);
    std::abort();
  }
  return bytes;
}

}  // namespace quiver
