#include "understand/safety.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace quiver {
namespace {

// Whether the clause of `excuse` tells it of something in particular, so that
// it says nothing of `sign` elsewhere.
bool IsToldOfOther(const std::vector<Mention>& mentions, const Mention& excuse,
                   const Mention& sign) {
  return std::any_of(
      mentions.begin(), mentions.end(), [&](const Mention& other) {
        return other.clause == excuse.clause &&
               !other.span.Overlaps(excuse.span) &&
               other.entity != excuse.entity &&
               (other.entity->subject || other.entity == sign.entity);
      });
}

bool Excuses(const std::vector<Mention>& mentions, const Mention& excuse,
             const Mention& sign) {
  if (!excuse.assertion.Present()) return false;
  if (excuse.clause == sign.clause) return true;
  return sign.assertion.temporality != Temporality::kRecent &&
         !IsToldOfOther(mentions, excuse, sign);
}

// A mention that is present, and where it was found.
struct PresentMention {
  const ReadMentions* read = nullptr;
  const Mention* mention = nullptr;
};

std::vector<PresentMention> PresentIn(
    const std::vector<ReadMentions>& readings) {
  std::vector<PresentMention> present;
  for (const ReadMentions& read : readings) {
    for (const Mention& mention : read.mentions) {
      if (mention.assertion.Present()) present.push_back({&read, &mention});
    }
  }
  return present;
}

Span Hull(const Span& one, const Span& other) {
  return {std::min(one.begin, other.begin), std::max(one.end, other.end)};
}

template <typename Sign>
bool Names(const Sign& sign, const Mention& mention) {
  return mention.entity == sign.entity &&
         (sign.value.empty() || mention.value == sign.value);
}

// Whom the signs of a conjunction are told of.  A sign that nobody is named
// for may be of either.
enum class Patient { kAnyone, kVisitor, kOther };

bool IsOf(Patient patient, const Mention& mention) {
  const bool is_visitors =
      mention.assertion.experiencer == Experiencer::kVisitor;
  if (patient == Patient::kVisitor) return is_visitors;
  return patient == Patient::kAnyone || !mention.assertion.is_own;
}

// Looks for what makes the rules hold in one message.
template <typename Rule>
class EvidenceFinder {
 public:
  explicit EvidenceFinder(const std::vector<PresentMention>& present)
      : present_(present) {}

  // What makes `conjunction` of `rule` hold: signs that go together are one
  // person's.
  std::optional<SafetyFinding> Find(const auto& conjunction,
                                    const Rule& rule) const {
    if (conjunction.size() == 1) {
      return FindAllOf(Patient::kAnyone, conjunction, rule);
    }
    auto finding = FindAllOf(Patient::kVisitor, conjunction, rule);
    if (finding) return finding;
    return FindAllOf(Patient::kOther, conjunction, rule);
  }

 private:
  std::optional<SafetyFinding> FindAllOf(Patient patient,
                                         const auto& conjunction,
                                         const Rule& rule) const {
    SafetyFinding finding;
    finding.rule = rule.rule;
    const bool holds = std::all_of(
        conjunction.begin(), conjunction.end(), [&](const auto& sign) {
          return AddWords(patient, sign, rule, finding);
        });
    return holds ? std::optional(std::move(finding)) : std::nullopt;
  }

  // Adds the words of the first mention of `patient` that `sign` names and
  // nothing excuses.
  bool AddWords(Patient patient, const auto& sign, const Rule& rule,
                SafetyFinding& finding) const {
    for (const auto& [read, mention] : present_) {
      if (!Names(sign, *mention) || !IsOf(patient, *mention)) continue;
      if (IsExcused(rule, read->mentions, *mention)) continue;
      const bool is_first = finding.evidence.empty();
      if (!is_first) finding.evidence += " + ";
      finding.evidence += read->reading.Text(mention->span);
      finding.origin =
          is_first ? mention->origin : Hull(finding.origin, mention->origin);
      return true;
    }
    return false;
  }

  // Whether the `unless` of `rule` holds of `sign`, one of `mentions`.
  static bool IsExcused(const Rule& rule, const std::vector<Mention>& mentions,
                        const Mention& sign) {
    const auto holds = [&](const auto& excuse) {
      return std::any_of(
          mentions.begin(), mentions.end(), [&](const Mention& mention) {
            return Names(excuse, mention) && Excuses(mentions, mention, sign);
          });
    };
    return std::any_of(
        rule.unless.begin(), rule.unless.end(), [&](const auto& conjunction) {
          return std::all_of(conjunction.begin(), conjunction.end(), holds);
        });
  }

  const std::vector<PresentMention>& present_;
};

}  // namespace

DangerFinder::DangerFinder(const Catalog& catalog) : catalog_(catalog) {
  for (const SafetyRule& rule : catalog.safety_rules) {
    rules_.push_back({&rule, Resolve(rule.when), Resolve(rule.unless)});
  }
  // Rules are tried in the order in which they are told.
  std::sort(rules_.begin(), rules_.end(),
            [](const WatchedRule& left, const WatchedRule& right) {
              return left.rule->level != right.rule->level
                         ? left.rule->level > right.rule->level
                         : left.rule->name < right.rule->name;
            });
  Index();
}

std::vector<DangerFinder::SignConjunction> DangerFinder::Resolve(
    const Condition& condition) const {
  std::vector<SignConjunction> resolved;
  for (const Conjunction& conjunction : condition) {
    SignConjunction& added = resolved.emplace_back();
    for (const Reference& reference : conjunction) {
      added.push_back({catalog_.FindEntity(reference.entity), reference.value});
    }
  }
  return resolved;
}

void DangerFinder::Index() {
  absl::flat_hash_map<Sign, size_t> uses;
  for (const WatchedRule& rule : rules_) {
    for (const SignConjunction& conjunction : rule.when) {
      for (const Sign& sign : conjunction) ++uses[sign];
    }
  }
  const auto is_rarer = [&](const Sign& left, const Sign& right) {
    return uses[left] < uses[right];
  };
  for (uint32_t r = 0; r < rules_.size(); ++r) {
    for (uint32_t c = 0; c < rules_[r].when.size(); ++c) {
      const SignConjunction& signs = rules_[r].when[c];
      watched_[*std::min_element(signs.begin(), signs.end(), is_rarer)]
          .push_back({r, c});
    }
  }
}

void DangerFinder::AddPlaces(const Mention& mention,
                             std::vector<Place>& places) const {
  for (const Sign& sign :
       {Sign{mention.entity, mention.value}, Sign{mention.entity, {}}}) {
    const auto found = watched_.find(sign);
    if (found == watched_.end()) continue;
    places.insert(places.end(), found->second.begin(), found->second.end());
  }
}

std::vector<SafetyFinding> DangerFinder::Find(
    const std::vector<ReadMentions>& readings) const {
  std::vector<SafetyFinding> findings;
  const std::vector<PresentMention> present = PresentIn(readings);
  std::vector<Place> places;
  for (const PresentMention& found : present) AddPlaces(*found.mention, places);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const EvidenceFinder<WatchedRule> evidence(present);
  for (const Place& place : places) {
    const WatchedRule& rule = rules_[place.rule];
    if (!findings.empty() && findings.back().rule == rule.rule) continue;
    std::optional<SafetyFinding> finding =
        evidence.Find(rule.when[place.conjunction], rule);
    if (finding) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace quiver
