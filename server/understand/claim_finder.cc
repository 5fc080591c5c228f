#include "understand/claim_finder.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"

namespace quiver {

void ClaimFinder::SharedPatterns::Add(const std::vector<std::string>& regexes,
                                      uint32_t value) {
  for (const std::string& regex : regexes) {
    const auto [found, is_new] = labels_.try_emplace(regex, size());
    if (is_new) {
      regexes_.push_back(regex);
      values_.emplace_back();
    }
    values_[found->second].push_back(value);
    if (labels_of_.size() <= value) labels_of_.resize(value + 1);
    labels_of_[value].push_back(found->second);
  }
}

void ClaimFinder::SharedPatterns::MoveTo(std::vector<Pattern>& all,
                                         Compilation compilation) {
  for (std::string& regex : regexes_) {
    const auto label = static_cast<uint32_t>(all.size());
    all.push_back({std::move(regex), label, compilation});
  }
  regexes_.clear();
  labels_.clear();
}

bool ClaimFinder::SharedPatterns::Has(uint32_t label, uint32_t value) const {
  const std::span<const uint32_t> labels = LabelsOf(value);
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

absl::StatusOr<std::unique_ptr<ClaimFinder>> ClaimFinder::Make(
    const std::vector<const EntityValue*>& values) {
  auto finder = std::make_unique<ClaimFinder>();
  for (uint32_t i = 0; i < values.size(); ++i) {
    const std::vector<std::string>& linked = values[i]->linked;
    for (const std::string& synonym : values[i]->synonyms) {
      const bool is_linked =
          std::find(linked.begin(), linked.end(), synonym) != linked.end();
      finder->phrases_.Add(synonym, 2 * i + (is_linked ? 1 : 0));
    }
    finder->patterns_.Add(values[i]->patterns, i);
    finder->exceptions_.Add(values[i]->except, i);
  }
  std::vector<Pattern> patterns;
  finder->patterns_.MoveTo(patterns, Compilation::kAtOnce);
  // Most messages have none of them.
  finder->exceptions_.MoveTo(patterns, Compilation::kAtFirstUse);
  QUIVER_ASSIGN_OR_RETURN(finder->matcher_, MakePatternMatcher(patterns));
  return finder;
}

std::vector<Claim> ClaimFinder::Find(const Reading& reading) const {
  std::vector<Claim> claims;
  for (const PhraseIndex::Hit& hit : phrases_.Find(reading)) {
    claims.push_back({hit.label / 2,
                      {reading.tokens[hit.first_token].span.begin,
                       reading.tokens[hit.last_token - 1].span.end},
                      hit.label % 2 != 0});
  }
  const SearchedText text(*matcher_, reading.text);
  for (const PatternMatch& match :
       text.FindAll([&](uint32_t label) { return label < patterns_.size(); })) {
    if (match.span.size() == 0) continue;
    for (const uint32_t value : patterns_.ValuesOf(match.label)) {
      claims.push_back({value, match.span});
    }
  }
  if (!claims.empty()) EraseExceptions(text, claims);
  return claims;
}

// Only exceptions of claimed values are looked for.
void ClaimFinder::EraseExceptions(const SearchedText& text,
                                  std::vector<Claim>& claims) const {
  std::vector<bool> is_wanted;  // By label; empty: none is.
  for (const Claim& claim : claims) {
    for (const uint32_t label : exceptions_.LabelsOf(claim.value)) {
      is_wanted.resize(exceptions_.size());
      is_wanted[label] = true;
    }
  }
  if (is_wanted.empty()) return;
  const uint32_t first = patterns_.size();
  const std::vector<PatternMatch> exceptions =
      text.FindAll([&](uint32_t label) {
        return label >= first && is_wanted[label - first];
      });
  if (exceptions.empty()) return;
  std::erase_if(claims, [&](const Claim& claim) {
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [&](const PatternMatch& exception) {
                         return exception.span.Overlaps(claim.span) &&
                                exceptions_.Has(exception.label - first,
                                                claim.value);
                       });
  });
}

}  // namespace quiver
