#ifndef QUIVER_UNDERSTAND_CLAIM_FINDER_H_
#define QUIVER_UNDERSTAND_CLAIM_FINDER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/string_map.h"
#include "content/catalog.h"
#include "match/pattern_matcher.h"
#include "match/text_parts.h"
#include "text/utterance.h"
#include "understand/phrase_index.h"

namespace quiver {

// A claim of a value on a part of a text.
struct Claim {
  uint32_t value = 0;  // Its number, as passed to Make().
  Span span;           // Into the text; never empty.
  // By a word that counts only where it is tied to something.
  bool linked = false;
};

// Finds the values that a text may name: by their synonyms and patterns, but
// where their exceptions match.
//
// Immutable: any number of threads may use one.
class ClaimFinder {
 public:
  // Makes a finder of `values`, numbered from 0; they are not kept.
  //
  // InvalidArgument: a pattern does not compile.
  static absl::StatusOr<std::unique_ptr<ClaimFinder>> Make(
      const std::vector<const EntityValue*>& values);

  // All claims on `reading`, overlapping ones included, in no promised order.
  std::vector<Claim> Find(const Reading& reading) const;

 private:
  // Patterns, each once, and the values that have it.
  class SharedPatterns {
   public:
    void Add(const std::vector<std::string>& regexes, uint32_t value);
    // Moves the patterns to the end of `all`, labelled by their place there.
    // Not to be added to afterwards.
    void MoveTo(std::vector<Pattern>& all, Compilation compilation);

    // The values with the pattern that is labelled `label`.
    const std::vector<uint32_t>& ValuesOf(uint32_t label) const {
      return values_[label];
    }
    // The labels of the patterns of `value`, which are below size().
    std::span<const uint32_t> LabelsOf(uint32_t value) const {
      if (value >= labels_of_.size()) return {};
      return labels_of_[value];
    }
    bool Has(uint32_t label, uint32_t value) const;
    uint32_t size() const { return static_cast<uint32_t>(values_.size()); }

   private:
    StringMap<uint32_t> labels_;                    // Of each regex.
    std::vector<std::string> regexes_;              // By label.
    std::vector<std::vector<uint32_t>> values_;     // By label.
    std::vector<std::vector<uint32_t>> labels_of_;  // By value.
  };

  void EraseExceptions(const SearchedText& text,
                       std::vector<Claim>& claims) const;

  // The numbers of values twice, with 1 added for what is `linked`.
  PhraseIndex phrases_;
  SharedPatterns patterns_;
  SharedPatterns exceptions_;
  // Of both, so that a text is looked through once; labels of exceptions come
  // behind those of patterns.
  std::unique_ptr<PatternMatcher> matcher_;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_CLAIM_FINDER_H_
