#ifndef QUIVER_UNDERSTAND_SAFETY_H_
#define QUIVER_UNDERSTAND_SAFETY_H_

#include <compare>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "content/catalog.h"
#include "text/utterance.h"
#include "understand/understanding.h"

namespace quiver {

// What was found in one reading of a message.
struct ReadMentions {
  const Reading& reading;
  const std::vector<Mention>& mentions;
};

// Finds the safety rules that hold.  Immutable: any number of threads may ask.
class DangerFinder {
 public:
  // `catalog` must outlive it.
  explicit DangerFinder(const Catalog& catalog);

  // The rules that hold, most urgent first, then by name.
  //
  // A reference holds for a mention that is present (Assertion::Present()) in
  // any of `readings`: a sign must not be lost to a spelling correction, nor
  // missed for want of one.
  //
  // Signs that must go together are one person's: what the visitor has ("my
  // arm") does not join with what somebody else has.  What is told of nobody in
  // particular joins with both.
  //
  // What a rule's `unless` names excuses the signs of its own clause.  It
  // excuses those of other clauses too when its clause tells it of nothing in
  // particular: names neither the subject nor a value of the sign's entity.
  // "It came slowly.  My arm is weak" excuses the arm; "my eyelid has twitched
  // for months, my arm is weak" does not, nor is a sign of today excused from
  // another clause.
  std::vector<SafetyFinding> Find(
      const std::vector<ReadMentions>& readings) const;

 private:
  // A reference with its entity looked up.
  struct Sign {
    const Entity* entity = nullptr;
    std::string_view value;  // Empty: any.

    friend bool operator==(const Sign&, const Sign&) = default;
    template <typename H>
    friend H AbslHashValue(H hash, const Sign& sign) {
      return H::combine(std::move(hash), sign.entity, sign.value);
    }
  };
  using SignConjunction = std::vector<Sign>;  // They must all be there.
  struct WatchedRule {
    const SafetyRule* rule = nullptr;
    std::vector<SignConjunction> when;
    std::vector<SignConjunction> unless;
  };
  // A conjunction of the `when` of a rule, both by index.
  struct Place {
    uint32_t rule = 0;
    uint32_t conjunction = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
  };

  std::vector<SignConjunction> Resolve(const Condition& condition) const;
  void Index();
  // Adds the conjunctions of which `mention` may be the rarest sign.
  void AddPlaces(const Mention& mention, std::vector<Place>& places) const;

  const Catalog& catalog_;
  std::vector<WatchedRule> rules_;  // In the order in which they are told.
  // Where a sign is the rarest of a conjunction, which cannot hold without it.
  absl::flat_hash_map<Sign, std::vector<Place>> watched_;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_SAFETY_H_
