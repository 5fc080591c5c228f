#ifndef QUIVER_BASE_CLOCK_H_
#define QUIVER_BASE_CLOCK_H_

#include "absl/time/time.h"

namespace quiver {

// Tells the time of day.  Whatever needs the time takes a Clock, so that tests
// move it by hand instead of sleeping.
//
// Implementations are safe for concurrent use.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
};

// The machine's clock.
class SystemClock final : public Clock {
 public:
  absl::Time Now() const override;
};

}  // namespace quiver

#endif  // QUIVER_BASE_CLOCK_H_
