#include "understand/entity_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/status_macros.h"
#include "base/string_map.h"
#include "context/context.h"
#include "understand/claim_finder.h"
#include "understand/duration.h"
#include "understand/side.h"

namespace quiver {
namespace {

// A value of the catalog, and what is worth knowing when a text names it.
struct ValueEntry {
  const Entity* entity = nullptr;
  const EntityValue* value = nullptr;  // Null: a length of time.
  bool names_matter = false;      // It, or what it implies, is of the subject.
  std::vector<uint32_t> implied;  // Values, by number.
};

// A value that a text names.
struct NamedValue {
  const ValueEntry* entry = nullptr;
  Span span;
  bool linked = false;   // Claim::linked.
  std::string duration;  // The value of a length of time.
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
        finder->duration_ = {&entity, nullptr, entity.subject, {}};
        continue;
      }
      for (const EntityValue& value : entity.values) {
        finder->values_.push_back({&entity, &value, entity.subject, {}});
        values.push_back(&value);
      }
    }
    finder->LinkImplied();
    QUIVER_ASSIGN_OR_RETURN(finder->claims_, ClaimFinder::Make(values));
    return finder;
  }

  std::vector<Mention> Find(const Reading& reading) const override {
    std::vector<NamedValue> named = Settle(claims_->Find(reading));
    AddDurations(reading, named);
    std::sort(named.begin(), named.end(),
              [this](const auto& left, const auto& right) {
                return std::make_tuple(left.span.begin, right.span.end,
                                       Number(left)) <
                       std::make_tuple(right.span.begin, left.span.end,
                                       Number(right));
              });
    std::vector<Mention> mentions;
    mentions.reserve(named.size());
    for (const NamedValue& value : named) {
      mentions.push_back(MakeMention(value, reading));
    }
    Assert(reading, named, mentions);
    EraseIncidental(named, mentions);
    return WithImplied(named, std::move(mentions));
  }

 private:
  // The numbers of values are those that claims have.
  void LinkImplied() {
    StringMap<uint32_t> numbers;
    for (uint32_t i = 0; i < values_.size(); ++i) {
      numbers[Key(values_[i].entity->name, values_[i].value->name)] = i;
    }
    for (ValueEntry& entry : values_) {
      for (const Reference& reference : entry.value->implies) {
        const auto found = numbers.find(Key(reference.entity, reference.value));
        if (found == numbers.end()) continue;
        entry.implied.push_back(found->second);
        entry.names_matter |= values_[found->second].entity->subject;
      }
    }
  }

  static std::string Key(std::string_view entity, std::string_view value) {
    return fmt::format("{}={}", entity, value);
  }

  // The number of the value; durations come after all others.
  size_t Number(const NamedValue& named) const {
    return named.entry == &duration_
               ? values_.size()
               : static_cast<size_t>(named.entry - values_.data());
  }

  // Keeps the longest of the claims of one entity on the same words.
  std::vector<NamedValue> Settle(std::vector<Claim> claims) const {
    std::sort(
        claims.begin(), claims.end(),
        [this](const Claim& left, const Claim& right) {
          return std::make_tuple(values_[left.value].entity, right.span.size(),
                                 left.value, left.span.begin, left.linked) <
                 std::make_tuple(values_[right.value].entity, left.span.size(),
                                 right.value, right.span.begin, right.linked);
        });
    std::vector<NamedValue> settled;
    settled.reserve(claims.size());
    std::vector<Span> taken;  // Of the entity, by place.
    for (const Claim& claim : claims) {
      const ValueEntry& entry = values_[claim.value];
      if (settled.empty() || settled.back().entry->entity != entry.entity) {
        taken.clear();
      }
      const auto next = std::partition_point(
          taken.begin(), taken.end(),
          [&](const Span& span) { return span.end <= claim.span.begin; });
      if (next != taken.end() && next->begin < claim.span.end) continue;
      taken.insert(next, claim.span);
      settled.push_back({&entry, claim.span, claim.linked, {}});
    }
    return settled;
  }

  void AddDurations(const Reading& reading,
                    std::vector<NamedValue>& named) const {
    if (duration_.entity == nullptr) return;
    for (DurationMention& found : FindDurations(reading)) {
      named.push_back({&duration_, found.span, false, std::move(found.value)});
    }
  }

  static Mention MakeMention(const NamedValue& named, const Reading& reading) {
    const ValueEntry& entry = *named.entry;
    Mention mention;
    mention.entity = entry.entity;
    mention.value = entry.value != nullptr ? entry.value->name : named.duration;
    mention.span = named.span;
    if (entry.entity->sides) mention.side = FindSide(reading, named.span);
    return mention;
  }

  void Assert(const Reading& reading, const std::vector<NamedValue>& named,
              std::vector<Mention>& mentions) const {
    std::vector<Span> spans;
    std::vector<bool> is_matter;
    spans.reserve(named.size());
    is_matter.reserve(named.size());
    for (const NamedValue& value : named) {
      spans.push_back(value.span);
      is_matter.push_back(value.entry->names_matter);
    }
    const std::vector<Assertion> assertions =
        DetectContext(reading, spans, is_matter);
    for (size_t i = 0; i < mentions.size(); ++i) {
      mentions[i].assertion = assertions[i];
      mentions[i].origin = reading.Origin(spans[i]);
      mentions[i].clause = ClauseOf(reading, spans[i]);
      LetLinger(*named[i].entry, mentions[i]);
      CountAnimal(mentions[i]);
    }
  }

  // The first clause with bytes of `span`; 0 where there is none.
  static uint32_t ClauseOf(const Reading& reading, const Span& span) {
    const std::vector<Clause>& clauses = reading.clauses;
    const auto found = std::upper_bound(
        clauses.begin(), clauses.end(), span.begin,
        [](uint32_t at, const Clause& clause) { return at < clause.span.end; });
    if (found == clauses.end() || !found->span.Overlaps(span)) return 0;
    return static_cast<uint32_t>(found - clauses.begin());
  }

  // A sign of weeks ago is over; what may have brought one on is not.
  static void LetLinger(const ValueEntry& entry, Mention& mention) {
    if (!mention.assertion.weeks_ago) return;
    if (entry.value == nullptr || !entry.value->lingers) return;
    mention.assertion.temporality = Temporality::kCurrent;
  }

  // Whether an animal is someone else, or nobody, is up to the assistant.
  void CountAnimal(Mention& mention) const {
    if (catalog_.profile.animals &&
        mention.assertion.experiencer == Experiencer::kAnimal) {
      mention.assertion.experiencer = Experiencer::kOther;
    }
  }

  // Erases what was said by the way, and remedies from among causes.
  static void EraseIncidental(std::vector<NamedValue>& named,
                              std::vector<Mention>& mentions) {
    size_t kept = 0;
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (IsIncidental(named[i], mentions[i].assertion)) continue;
      if (kept < i) {
        named[kept] = std::move(named[i]);
        mentions[kept] = std::move(mentions[i]);
      }
      ++kept;
    }
    named.resize(kept);
    mentions.resize(kept);
  }

  static bool IsIncidental(const NamedValue& named,
                           const Assertion& assertion) {
    if (named.linked && !assertion.tied) return true;
    const ValueEntry& entry = *named.entry;
    if (!entry.entity->causes || entry.value == nullptr) return false;
    // What people also take as a remedy is one when they tell of it, and worth
    // knowing when they ask about it.
    return entry.value->remedy ? assertion.taken : assertion.remedy;
  }

  // `mentions`, each followed by what it implies and nothing else names.
  std::vector<Mention> WithImplied(const std::vector<NamedValue>& named,
                                   std::vector<Mention> mentions) const {
    std::vector<bool> is_named(values_.size() + 1);
    size_t count = mentions.size();
    for (const NamedValue& value : named) {
      is_named[Number(value)] = true;
      count += value.entry->implied.size();
    }
    if (count == mentions.size()) return mentions;
    std::vector<Mention> all;
    all.reserve(count);
    for (size_t i = 0; i < mentions.size(); ++i) {
      const size_t own = all.size();
      all.push_back(std::move(mentions[i]));
      for (const uint32_t number : named[i].entry->implied) {
        const ValueEntry& entry = values_[number];
        if (is_named[number] || IsOnlyRemedy(all[own], entry)) continue;
        is_named[number] = true;
        all.push_back(ImpliedBy(all[own], entry));
      }
    }
    return all;
  }

  // Whether `entry` would make a cause of what `mention` tells as a remedy.
  static bool IsOnlyRemedy(const Mention& mention, const ValueEntry& entry) {
    return entry.entity->causes && !mention.entity->causes &&
           mention.assertion.remedy;
  }

  static Mention ImpliedBy(const Mention& mention, const ValueEntry& entry) {
    Mention implied = mention;
    implied.entity = entry.entity;
    implied.value = entry.value->name;
    implied.side = {};
    implied.implied = true;
    return implied;
  }

  const Catalog& catalog_;
  std::vector<ValueEntry> values_;  // By number.
  ValueEntry duration_;             // No entity: there is none of the kind.
  std::unique_ptr<ClaimFinder> claims_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<EntityFinder>> MakeEntityFinder(
    const Catalog& catalog) {
  return CatalogEntityFinder::Make(catalog);
}

}  // namespace quiver
