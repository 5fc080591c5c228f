#ifndef QUIVER_TESTS_SESSION_SEEDED_ENTROPY_H_
#define QUIVER_TESTS_SESSION_SEEDED_ENTROPY_H_

#include <cstdint>
#include <mutex>
#include <random>
#include <string>

#include "base/entropy.h"

namespace quiver {

// Bytes that look random and are the same in every run.
class SeededEntropy final : public Entropy {
 public:
  std::string Bytes(size_t count) override {
    const std::lock_guard lock(mutex_);
    std::string bytes(count, '\0');
    for (char& byte : bytes) byte = static_cast<char>(generator_() & 0xFF);
    return bytes;
  }

 private:
  std::mutex mutex_;
  std::mt19937 generator_;  // Under mutex_; of the default seed.
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_SEEDED_ENTROPY_H_
