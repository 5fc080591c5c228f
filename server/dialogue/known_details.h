#ifndef QUIVER_DIALOGUE_KNOWN_DETAILS_H_
#define QUIVER_DIALOGUE_KNOWN_DETAILS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "dialogue/turn.h"

namespace quiver {

// How well a document fits the details known.
struct Fit {
  const Document* document = nullptr;
  int specificity = 0;     // 0: it does not fit.
  bool given_now = false;  // By a detail of this very message.
  bool said = false;       // By a value that was said, not only implied.
};

// The details that are held as true, by entity.  What this message says of an
// entity, in words or by tapping, outweighs what was said of it before.
class KnownDetails {
 public:
  // Nothing is known.
  KnownDetails() = default;
  // `turn` must outlive it.
  explicit KnownDetails(const Turn& turn);

  // The documents that fit, in the catalog's order.  One fits when it is about
  // something and, for every entity that it is about, one of its values is
  // known.
  const std::vector<Fit>& fitting() const { return fitting_; }

  bool Fits(const Document& document) const;

  // Whether `document` is about a known value that `lead` is not about.  With
  // `now_only` just what this message gives counts.
  bool Adds(const Document& document, const Document& lead,
            bool now_only) const;

 private:
  struct KnownEntity {
    const Entity* entity = nullptr;
    bool now = false;
    std::vector<std::string_view> values;
    std::vector<std::string_view> said;  // Of `values`, not only implied.
  };

  // That a document is about a value of one of `entities_`.
  struct Hit {
    uint32_t document = 0;  // Index into Catalog::documents.
    uint32_t entity = 0;    // Index into `entities_`.
    bool said = false;      // Among KnownEntity::said, not among its values.
  };
  using Hits = std::vector<Hit>;

  void Learn(const Turn& turn);
  KnownEntity& Of(const Catalog& catalog, std::string_view name);
  KnownEntity& Of(const Entity* entity);
  const KnownEntity* Find(std::string_view entity) const;
  void FindFitting(const Catalog& catalog);
  Hits FindHits() const;
  Fit FitOf(const Document& document, Hits::const_iterator begin,
            Hits::const_iterator end) const;

  std::vector<KnownEntity> entities_;
  std::vector<Fit> fitting_;
};

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_KNOWN_DETAILS_H_
