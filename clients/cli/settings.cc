#include "cli/settings.h"

#include <cstdlib>

#include "main/config.h"

namespace quiver {
namespace {

std::string EnvironmentOr(const char* name, const std::string& otherwise) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

}  // namespace

Settings UsualSettings() {
  Settings settings;
  settings.word_lists = Config().word_lists;
  const std::string home = EnvironmentOr("HOME", ".");
  settings.cache =
      EnvironmentOr("XDG_CACHE_HOME", home + "/.cache") + "/quiver";
  return settings;
}

}  // namespace quiver
