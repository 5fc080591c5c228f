#ifndef QUIVER_BASE_ENTROPY_H_
#define QUIVER_BASE_ENTROPY_H_

#include <cstddef>
#include <string>

namespace quiver {

// A source of unguessable bytes, for ids and keys.
//
// Implementations are safe for concurrent use.
class Entropy {
 public:
  virtual ~Entropy() = default;

  // Returns `count` bytes.
  virtual std::string Bytes(size_t count) = 0;
};

// The operating system's cryptographic generator.  Terminates the process when
// it is not available: ids that can be guessed must never be handed out.
class SystemEntropy final : public Entropy {
 public:
  std::string Bytes(size_t count) override;
};

}  // namespace quiver

#endif  // QUIVER_BASE_ENTROPY_H_
