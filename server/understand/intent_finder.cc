#include "understand/intent_finder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/status_macros.h"
#include "match/pattern_matcher.h"
#include "match/text_parts.h"

namespace quiver {
namespace {

bool IsBetter(const IntentHit& left, const IntentHit& right) {
  if (left.intent->priority != right.intent->priority) {
    return left.intent->priority > right.intent->priority;
  }
  if (left.span.size() != right.span.size()) {
    return left.span.size() > right.span.size();
  }
  if (left.intent != right.intent) {
    return left.intent->name < right.intent->name;
  }
  return left.pattern < right.pattern;
}

class PatternIntentFinder final : public IntentFinder {
 public:
  static absl::StatusOr<std::unique_ptr<IntentFinder>> Make(
      const Catalog& catalog) {
    auto finder = std::make_unique<PatternIntentFinder>();
    std::vector<Pattern> patterns;
    for (const Intent& intent : catalog.intents) {
      for (const AuthoredPattern& pattern : intent.patterns) {
        patterns.push_back(
            {pattern.regex, static_cast<uint32_t>(finder->owners_.size())});
        finder->owners_.push_back({&intent, &pattern, {}});
      }
    }
    QUIVER_ASSIGN_OR_RETURN(finder->matcher_, MakePatternMatcher(patterns));
    return finder;
  }

  std::vector<IntentHit> Find(std::string_view text,
                              Sought sought) const override {
    LabelFilter wanted;
    if (sought == Sought::kActs) {
      wanted = [&](uint32_t label) { return IsAct(*owners_[label].intent); };
    }
    std::vector<IntentHit> hits;
    for (const PatternMatch& match : MatchInParts(*matcher_, text, wanted)) {
      IntentHit hit = owners_[match.label];
      hit.span = match.span;
      hits.push_back(hit);
    }
    std::sort(hits.begin(), hits.end(), IsBetter);
    std::unordered_set<const Intent*> seen;
    std::erase_if(hits, [&](const IntentHit& hit) {
      return !seen.insert(hit.intent).second;
    });
    return hits;
  }

 private:
  std::vector<IntentHit> owners_;  // By label.
  std::unique_ptr<PatternMatcher> matcher_;
};

}  // namespace

bool IsAct(const Intent& intent) {
  return intent.kind != IntentKind::kQuestion;
}

absl::StatusOr<std::unique_ptr<IntentFinder>> MakeIntentFinder(
    const Catalog& catalog) {
  return PatternIntentFinder::Make(catalog);
}

}  // namespace quiver
