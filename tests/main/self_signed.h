#ifndef QUIVER_TESTS_MAIN_SELF_SIGNED_H_
#define QUIVER_TESTS_MAIN_SELF_SIGNED_H_

#include <string>

namespace quiver {

// A certificate that vouches for itself, and its key; both PEM.
struct SelfSigned {
  std::string certificate;
  std::string private_key;
};
SelfSigned MakeSelfSigned(const std::string& host);

}  // namespace quiver

#endif  // QUIVER_TESTS_MAIN_SELF_SIGNED_H_
