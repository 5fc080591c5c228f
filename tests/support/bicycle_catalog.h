#ifndef QUIVER_TESTS_SUPPORT_BICYCLE_CATALOG_H_
#define QUIVER_TESTS_SUPPORT_BICYCLE_CATALOG_H_

#include <memory>
#include <string>

#include "content/catalog.h"

namespace quiver {

// The small assistant in tests/support/content, which knows about noises of
// bicycles: its content root, its name, and its catalog.  Content with errors
// ends the test program with what is wrong.
std::string BicycleContent();
inline constexpr char kBicycle[] = "bicycle";
std::shared_ptr<const Catalog> BicycleCatalog();

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_BICYCLE_CATALOG_H_
