#include "dialogue/reply.h"

namespace quiver {

std::string_view OutcomeName(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAnswered:
      return "answered";
    case Outcome::kAsked:
      return "asked";
    case Outcome::kClarify:
      return "clarify";
    case Outcome::kFallback:
      return "fallback";
    case Outcome::kSafety:
      return "safety";
    case Outcome::kSocial:
      return "social";
    case Outcome::kControl:
      return "control";
  }
  return "unknown";
}

}  // namespace quiver
