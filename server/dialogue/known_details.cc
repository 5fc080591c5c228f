#include "dialogue/known_details.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "dialogue/asking.h"

namespace quiver {
namespace {

bool Contains(const std::vector<std::string_view>& values,
              std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

void AddOnce(std::string_view value, std::vector<std::string_view>& values) {
  if (!Contains(values, value)) values.push_back(value);
}

}  // namespace

KnownDetails::KnownDetails(const Turn& turn) {
  Learn(turn);
  std::erase_if(entities_, [&](const KnownEntity& known) {
    return MakesNoDifference(turn, known.entity->name);
  });
  for (KnownEntity& known : entities_) {
    known.values = known.entity->Amounting(std::move(known.values));
    known.said = known.entity->Amounting(std::move(known.said));
  }
  FindFitting(turn.catalog());
}

void KnownDetails::Learn(const Turn& turn) {
  entities_.reserve(turn.understanding().mentions.size() +
                    turn.state.slots.size());
  for (const Mention& mention : turn.understanding().mentions) {
    // What is long past is not what is asked about.
    if (mention.assertion.negated ||
        mention.assertion.temporality == Temporality::kPast) {
      continue;
    }
    KnownEntity& known = Of(mention.entity);
    known.now = true;
    AddOnce(mention.value, known.values);
    if (!mention.implied) AddOnce(mention.value, known.said);
  }
  for (const RememberedSlot& slot : turn.learnt) {
    if (slot.negated) continue;
    KnownEntity& known = Of(turn.catalog(), slot.name);
    known.now = true;
    AddOnce(slot.value, known.values);
  }
  for (const RememberedSlot& slot : turn.state.slots) {
    if (slot.negated || slot.declined) continue;
    KnownEntity& known = Of(turn.catalog(), slot.name);
    if (!known.now) AddOnce(slot.value, known.values);
  }
}

KnownDetails::KnownEntity& KnownDetails::Of(const Catalog& catalog,
                                            std::string_view name) {
  for (KnownEntity& known : entities_) {
    if (known.entity->name == name) return known;
  }
  return Of(catalog.FindEntity(name));
}

KnownDetails::KnownEntity& KnownDetails::Of(const Entity* entity) {
  for (KnownEntity& known : entities_) {
    if (known.entity == entity) return known;
  }
  KnownEntity& added = entities_.emplace_back();
  added.entity = entity;
  return added;
}

const KnownDetails::KnownEntity* KnownDetails::Find(
    std::string_view entity) const {
  const auto found = std::find_if(
      entities_.begin(), entities_.end(),
      [&](const KnownEntity& known) { return known.entity->name == entity; });
  return found == entities_.end() ? nullptr : &*found;
}

void KnownDetails::FindFitting(const Catalog& catalog) {
  const Hits hits = FindHits();
  for (auto begin = hits.begin(); begin != hits.end();) {
    const auto end = std::find_if(begin, hits.end(), [&](const Hit& hit) {
      return hit.document != begin->document;
    });
    const Fit fit = FitOf(catalog.documents[begin->document], begin, end);
    if (fit.specificity > 0) fitting_.push_back(fit);
    begin = end;
  }
}

// All hits, those of a document one after the other, and of these those of an
// entity.
KnownDetails::Hits KnownDetails::FindHits() const {
  constexpr size_t kOften = 16;
  Hits hits;
  hits.reserve(kOften);
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const auto add = [&](std::string_view name, bool said) {
      const EntityValue* const value = entities_[i].entity->Find(name);
      if (value == nullptr) return;
      for (const uint32_t document : value->documents) {
        hits.push_back({document, i, said});
      }
    };
    for (const std::string_view value : entities_[i].values) add(value, false);
    for (const std::string_view value : entities_[i].said) add(value, true);
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& left, const Hit& right) {
    return std::tie(left.document, left.entity, left.said) <
           std::tie(right.document, right.entity, right.said);
  });
  return hits;
}

// The fit of the document whose hits are from `begin` to `end`.
Fit KnownDetails::FitOf(const Document& document, Hits::const_iterator begin,
                        Hits::const_iterator end) const {
  Fit fit{&document};
  size_t met = 0;
  for (auto hit = begin; hit != end; ++hit) {
    fit.said |= hit->said;
    const bool counted = hit != begin && std::prev(hit)->entity == hit->entity;
    if (hit->said || counted) continue;
    const KnownEntity& known = entities_[hit->entity];
    ++met;
    fit.specificity += known.entity->specificity;
    fit.given_now |= known.now;
  }
  return met == document.entities.size() ? fit : Fit{&document};
}

bool KnownDetails::Fits(const Document& document) const {
  return std::any_of(fitting_.begin(), fitting_.end(),
                     [&](const Fit& fit) { return fit.document == &document; });
}

bool KnownDetails::Adds(const Document& document, const Document& lead,
                        bool now_only) const {
  return std::any_of(
      document.about.begin(), document.about.end(), [&](const About& about) {
        const KnownEntity* known = Find(about.entity);
        return known != nullptr && (known->now || !now_only) &&
               Contains(known->values, about.value) &&
               std::find(lead.about.begin(), lead.about.end(), about) ==
                   lead.about.end();
      });
}

}  // namespace quiver
