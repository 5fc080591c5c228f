#include "dialogue/known_details.h"

#include <algorithm>
#include <utility>

#include "dialogue/asking.h"

namespace quiver {
namespace {

bool Contains(const std::vector<std::string_view>& values,
              std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

KnownDetails::KnownDetails(const Turn& turn) {
  for (const Mention& mention : turn.understanding().mentions) {
    // What is long past is not what is asked about.
    if (mention.assertion.negated ||
        mention.assertion.temporality == Temporality::kPast) {
      continue;
    }
    KnownEntity& known = Of(mention.entity);
    known.now = true;
    known.values.push_back(mention.value);
    if (!mention.implied) known.said.push_back(mention.value);
  }
  for (const RememberedSlot& slot : turn.learnt) {
    if (slot.negated) continue;
    KnownEntity& known = Of(turn.catalog().FindEntity(slot.name));
    known.now = true;
    known.values.push_back(slot.value);
  }
  for (const RememberedSlot& slot : turn.state.slots) {
    if (slot.negated || slot.declined) continue;
    KnownEntity& known = Of(turn.catalog().FindEntity(slot.name));
    if (!known.now) known.values.push_back(slot.value);
  }
  std::erase_if(entities_, [&](const KnownEntity& known) {
    return MakesNoDifference(turn, known.entity->name);
  });
  for (KnownEntity& known : entities_) {
    known.values = known.entity->Amounting(std::move(known.values));
    known.said = known.entity->Amounting(std::move(known.said));
  }
  for (const uint32_t document : DocumentsAbout(KnownValues())) {
    const Fit fit = FitOf(turn.catalog().documents[document]);
    if (fit.specificity > 0) fitting_.push_back(fit);
  }
}

std::vector<Detail> KnownDetails::KnownValues() const {
  std::vector<Detail> details;
  for (const KnownEntity& known : entities_) {
    for (const std::string_view value : known.values) {
      details.push_back({known.entity, value});
    }
  }
  return details;
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

Fit KnownDetails::FitOf(const Document& document) const {
  Fit fit{&document};
  const std::vector<About>& about = document.about;
  for (size_t i = 0; i < about.size(); ++i) {
    const auto same = [&](const About& other) {
      return other.entity == about[i].entity;
    };
    const auto here = about.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(about.begin(), here, same)) continue;
    const KnownEntity* known = Find(about[i].entity);
    if (known == nullptr) return {&document};
    const auto meets = [&](const std::vector<std::string_view>& values) {
      return std::any_of(here, about.end(), [&](const About& other) {
        return same(other) && Contains(values, other.value);
      });
    };
    if (!meets(known->values)) return {&document};
    fit.said |= meets(known->said);
    fit.specificity += known->entity->specificity;
    fit.given_now |= known->now;
  }
  return fit;
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
