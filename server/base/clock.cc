#include "base/clock.h"

#include "absl/time/clock.h"

namespace quiver {

absl::Time SystemClock::Now() const { return absl::Now(); }

}  // namespace quiver
