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
  // `entities` are those of `present`, as bits.
  EvidenceFinder(const std::vector<PresentMention>& present, uint64_t entities)
      : present_(present), entities_(entities) {}

  // What makes `rule` hold, or nothing.
  std::optional<SafetyFinding> Find(const Rule& rule) const {
    for (const auto& conjunction : rule.when) {
      if ((conjunction.entities & ~entities_) != 0) continue;
      auto finding = FindAll(conjunction, rule);
      if (finding) return finding;
    }
    return std::nullopt;
  }

 private:
  // What makes `conjunction` hold: signs that go together are one person's.
  std::optional<SafetyFinding> FindAll(const auto& conjunction,
                                       const Rule& rule) const {
    if (conjunction.signs.size() == 1) {
      return FindAllOf(Patient::kAnyone, conjunction, rule);
    }
    auto finding = FindAllOf(Patient::kVisitor, conjunction, rule);
    if (finding) return finding;
    return FindAllOf(Patient::kOther, conjunction, rule);
  }

  std::optional<SafetyFinding> FindAllOf(Patient patient,
                                         const auto& conjunction,
                                         const Rule& rule) const {
    SafetyFinding finding;
    finding.rule = rule.rule;
    const bool holds =
        std::all_of(conjunction.signs.begin(), conjunction.signs.end(),
                    [&](const auto& sign) {
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
    return std::any_of(rule.unless.begin(), rule.unless.end(),
                       [&](const auto& conjunction) {
                         return std::all_of(conjunction.signs.begin(),
                                            conjunction.signs.end(), holds);
                       });
  }

  const std::vector<PresentMention>& present_;
  const uint64_t entities_;
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
}

std::vector<DangerFinder::SignConjunction> DangerFinder::Resolve(
    const Condition& condition) const {
  std::vector<SignConjunction> resolved;
  for (const Conjunction& conjunction : condition) {
    SignConjunction& added = resolved.emplace_back();
    for (const Reference& reference : conjunction) {
      const Entity* const entity = catalog_.FindEntity(reference.entity);
      added.signs.push_back({entity, reference.value});
      added.entities |= BitOf(*entity);
    }
  }
  return resolved;
}

uint64_t DangerFinder::BitOf(const Entity& entity) const {
  constexpr size_t kBits = 64;
  const auto index = static_cast<size_t>(&entity - catalog_.entities.data());
  return uint64_t{1} << index % kBits;
}

std::vector<SafetyFinding> DangerFinder::Find(
    const std::vector<ReadMentions>& readings) const {
  std::vector<SafetyFinding> findings;
  const std::vector<PresentMention> present = PresentIn(readings);
  if (present.empty()) return findings;
  uint64_t entities = 0;
  for (const PresentMention& found : present) {
    entities |= BitOf(*found.mention->entity);
  }
  const EvidenceFinder<WatchedRule> evidence(present, entities);
  for (const WatchedRule& rule : rules_) {
    std::optional<SafetyFinding> finding = evidence.Find(rule);
    if (finding) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace quiver
