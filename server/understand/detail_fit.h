#ifndef QUIVER_UNDERSTAND_DETAIL_FIT_H_
#define QUIVER_UNDERSTAND_DETAIL_FIT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "content/catalog.h"

namespace quiver {

// A value that documents may be about.  Points into the catalog, or a message.
struct Detail {
  const Entity* entity = nullptr;
  std::string_view value;
};

// The details that count for a part of a message.
struct PartDetails {
  std::vector<Detail> own;     // Named in the part itself.
  std::vector<Detail> around;  // Named elsewhere in the message.
};

// `details`, those of one entity as what they amount to (Entity::Amounting).
std::vector<Detail> Amounting(const std::vector<Detail>& details);

// How far what a document is about agrees with details.  Each entity weighs
// as much as its specificity.
struct DetailFit {
  uint32_t document = 0;  // Index into Catalog::documents.
  int met = 0;            // Of what it is about, what the part names.
  int around = 0;         // Of what it is about, what is named elsewhere.
  int unmet = 0;          // Of what it is about, what is not named.
  int ignored = 0;        // Of what the part names, what it is not about.
};

// The documents that are about at least one of `details`: indices into
// Catalog::documents, ascending.
std::vector<uint32_t> DocumentsAbout(const std::vector<Detail>& details);

// Tells the fit of documents.  Immutable: any number of threads may ask.
class DetailFitter {
 public:
  // `catalog` must outlive it.
  explicit DetailFitter(const Catalog& catalog);

  DetailFit FitOf(uint32_t document, const PartDetails& details) const;

 private:
  // What a document is about, by entity.
  struct Subject {
    const Entity* entity = nullptr;
    std::vector<std::string_view> values;
  };

  static bool NamedBy(const Subject& subject,
                      const std::vector<Detail>& details);

  std::vector<std::vector<Subject>> subjects_;  // By document.
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DETAIL_FIT_H_
