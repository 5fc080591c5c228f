#ifndef QUIVER_TESTS_SUPPORT_COUNTING_ENTROPY_H_
#define QUIVER_TESTS_SUPPORT_COUNTING_ENTROPY_H_

#include <atomic>
#include <cstdint>
#include <string>

#include "base/entropy.h"

namespace quiver {

// Bytes that differ from call to call and are the same in every run.
class CountingEntropy final : public Entropy {
 public:
  std::string Bytes(size_t count) override {
    const uint64_t call = ++calls_;
    std::string bytes(count, '\0');
    for (size_t i = 0; i < count; ++i) {
      bytes[i] = static_cast<char>((call >> (8 * (i % 8))) & 0xFF);
    }
    return bytes;
  }

 private:
  std::atomic<uint64_t> calls_ = 0;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_COUNTING_ENTROPY_H_
