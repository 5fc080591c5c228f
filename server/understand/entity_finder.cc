#include "understand/entity_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/status_macros.h"
#include "context/context.h"
#include "understand/claim_finder.h"
#include "understand/duration.h"
#include "understand/side.h"

namespace quiver {
namespace {

// A value of the catalog, in the order of the catalog.
struct ValueEntry {
  const Entity* entity;
  const EntityValue* value;
};

class CatalogEntityFinder final : public EntityFinder {
 public:
  explicit CatalogEntityFinder(const Catalog& catalog) : catalog_(catalog) {}

  static absl::StatusOr<std::unique_ptr<EntityFinder>> Make(
      const Catalog& catalog) {
    auto finder = std::make_unique<CatalogEntityFinder>(catalog);
    std::vector<const EntityValue*> values;
    for (const Entity& entity : catalog.entities) {
      if (entity.kind == EntityKind::kDuration) {
        finder->duration_ = &entity;
        continue;
      }
      for (const EntityValue& value : entity.values) {
        finder->values_.push_back({&entity, &value});
        values.push_back(&value);
      }
    }
    QUIVER_ASSIGN_OR_RETURN(finder->claims_, ClaimFinder::Make(values));
    return finder;
  }

  std::vector<Mention> Find(const Reading& reading) const override {
    const std::vector<Claim> claims = Settle(claims_->Find(reading));
    std::vector<Mention> mentions;
    mentions.reserve(claims.size());
    for (const Claim& claim : claims) {
      mentions.push_back(MakeMention(claim, reading));
    }
    AddDurations(reading, mentions);
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& left, const Mention& right) {
                       return std::make_tuple(left.span.begin, right.span.end) <
                              std::make_tuple(right.span.begin, left.span.end);
                     });
    Assert(reading, mentions);
    EraseIncidental(claims, mentions);
    return WithImplied(mentions);
  }

 private:
  // Keeps the longest of the claims of one entity on the same words.
  std::vector<Claim> Settle(std::vector<Claim> claims) const {
    std::sort(claims.begin(), claims.end(),
              [](const Claim& left, const Claim& right) {
                return std::make_tuple(right.span.size(), left.value,
                                       left.span.begin, left.linked) <
                       std::make_tuple(left.span.size(), right.value,
                                       right.span.begin, right.linked);
              });
    std::vector<Claim> settled;
    for (const Claim& claim : claims) {
      const bool taken =
          std::any_of(settled.begin(), settled.end(), [&](const Claim& other) {
            return values_[other.value].entity == values_[claim.value].entity &&
                   other.span.Overlaps(claim.span);
          });
      if (!taken) settled.push_back(claim);
    }
    return settled;
  }

  Mention MakeMention(const Claim& claim, const Reading& reading) const {
    const ValueEntry& entry = values_[claim.value];
    Mention mention;
    mention.entity = entry.entity;
    mention.value = entry.value->name;
    mention.span = claim.span;
    if (entry.entity->sides) mention.side = FindSide(reading, claim.span);
    return mention;
  }

  void AddDurations(const Reading& reading,
                    std::vector<Mention>& mentions) const {
    if (duration_ == nullptr) return;
    for (DurationMention& found : FindDurations(reading)) {
      Mention mention;
      mention.entity = duration_;
      mention.value = std::move(found.value);
      mention.span = found.span;
      mentions.push_back(std::move(mention));
    }
  }

  void Assert(const Reading& reading, std::vector<Mention>& mentions) const {
    std::vector<Span> spans;
    std::vector<bool> is_matter;
    spans.reserve(mentions.size());
    is_matter.reserve(mentions.size());
    for (const Mention& mention : mentions) {
      spans.push_back(mention.span);
      is_matter.push_back(NamesMatter(mention));
    }
    const std::vector<Assertion> assertions =
        DetectContext(reading, spans, is_matter);
    for (size_t i = 0; i < mentions.size(); ++i) {
      mentions[i].assertion = assertions[i];
      mentions[i].origin = reading.Origin(mentions[i].span);
      LetLinger(mentions[i]);
      CountAnimal(mentions[i]);
      for (uint32_t c = 0; c < reading.clauses.size(); ++c) {
        if (reading.clauses[c].span.Overlaps(mentions[i].span)) {
          mentions[i].clause = c;
          break;
        }
      }
    }
  }

  // Whether `mention` names, or implies, what the assistant is about.
  bool NamesMatter(const Mention& mention) const {
    if (mention.entity->subject) return true;
    const EntityValue* const value = mention.entity->Find(mention.value);
    return value != nullptr &&
           std::any_of(value->implies.begin(), value->implies.end(),
                       [&](const Reference& reference) {
                         return catalog_.FindEntity(reference.entity)->subject;
                       });
  }

  // Erases what was said by the way, and remedies from among causes.
  void EraseIncidental(const std::vector<Claim>& claims,
                       std::vector<Mention>& mentions) const {
    const auto is_linked = [&](const Mention& mention) {
      return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return claim.linked && claim.span == mention.span &&
               values_[claim.value].entity == mention.entity;
      });
    };
    std::erase_if(mentions, [&](const Mention& mention) {
      if (!mention.assertion.tied && is_linked(mention)) return true;
      const EntityValue* const value = mention.entity->Find(mention.value);
      return mention.entity->causes && value != nullptr &&
             IsRemedy(mention, *value);
    });
  }

  // What people also take as a remedy is one when they tell of it, and worth
  // knowing when they ask about it.
  static bool IsRemedy(const Mention& mention, const EntityValue& value) {
    const Assertion& assertion = mention.assertion;
    return value.remedy ? assertion.taken : assertion.remedy;
  }

  // Whether an animal is someone else, or nobody, is up to the assistant.
  void CountAnimal(Mention& mention) const {
    if (catalog_.profile.animals &&
        mention.assertion.experiencer == Experiencer::kAnimal) {
      mention.assertion.experiencer = Experiencer::kOther;
    }
  }

  // A sign of weeks ago is over; what may have brought one on is not.
  static void LetLinger(Mention& mention) {
    if (!mention.assertion.weeks_ago) return;
    const EntityValue* const value = mention.entity->Find(mention.value);
    if (value == nullptr || !value->lingers) return;
    mention.assertion.temporality = Temporality::kCurrent;
  }

  std::vector<Mention> WithImplied(const std::vector<Mention>& mentions) const {
    std::vector<Mention> all;
    for (const Mention& mention : mentions) {
      all.push_back(mention);
      const EntityValue* value = mention.entity->Find(mention.value);
      if (value == nullptr) continue;
      for (const Reference& reference : value->implies) {
        if (Names(mentions, reference) || Names(all, reference)) continue;
        const Entity* const entity = catalog_.FindEntity(reference.entity);
        const bool is_remedy = entity->causes && !mention.entity->causes &&
                               mention.assertion.remedy;
        if (is_remedy) continue;
        Mention implied = mention;
        implied.entity = entity;
        implied.value = reference.value;
        implied.side = {};
        implied.implied = true;
        all.push_back(std::move(implied));
      }
    }
    return all;
  }

  static bool Names(const std::vector<Mention>& mentions,
                    const Reference& reference) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& mention) {
                         return mention.entity->name == reference.entity &&
                                mention.value == reference.value;
                       });
  }

  const Catalog& catalog_;
  std::vector<ValueEntry> values_;
  std::unique_ptr<ClaimFinder> claims_;
  const Entity* duration_ = nullptr;
};

}  // namespace

absl::StatusOr<std::unique_ptr<EntityFinder>> MakeEntityFinder(
    const Catalog& catalog) {
  return CatalogEntityFinder::Make(catalog);
}

}  // namespace quiver
