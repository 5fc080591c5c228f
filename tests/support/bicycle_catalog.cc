#include "support/bicycle_catalog.h"

#include <cstdio>
#include <cstdlib>

#include "base/diagnostics.h"
#include "content/content_loader.h"

namespace quiver {
namespace {

std::shared_ptr<const Catalog> LoadBicycleCatalog() {
  Diagnostics diagnostics;
  const auto files = ReadContentFiles(BicycleContent(), kBicycle);
  std::shared_ptr<const Catalog> catalog;
  if (files.ok()) catalog = LoadCatalog(*files, diagnostics);
  if (catalog == nullptr) {
    std::fputs(files.status().ToString().c_str(), stderr);
    std::fputs(diagnostics.FormatAll().c_str(), stderr);
    std::abort();
  }
  return catalog;
}

}  // namespace

std::string BicycleContent() {
  return std::string(QUIVER_SOURCE_DIR) + "/tests/support/content";
}

std::shared_ptr<const Catalog> BicycleCatalog() {
  static const std::shared_ptr<const Catalog>& catalog =
      *new std::shared_ptr<const Catalog>(LoadBicycleCatalog());
  return catalog;
}

}  // namespace quiver
