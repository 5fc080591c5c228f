#include "evaluation/yardstick.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace quiver {

bool Yardstick::SameFamily(const std::string& left,
                           const std::string& right) const {
  return left == right ||
         std::any_of(families.begin(), families.end(),
                     [&](const std::set<std::string>& family) {
                       return family.contains(left) && family.contains(right);
                     });
}

absl::StatusOr<Yardstick> ReadYardstick(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return absl::NotFoundError(fmt::format("{}: cannot be opened", path));
  }
  Yardstick yardstick;
  try {
    const nlohmann::json json = nlohmann::json::parse(file);
    for (const nlohmann::json& slot : json.at("slots")) {
      yardstick.slots.push_back(
          {slot.at("name"), slot.at("field"), slot.at("values")});
    }
    yardstick.families = json.at("families");
  } catch (const nlohmann::json::exception& error) {
    return absl::InvalidArgumentError(
        fmt::format("{}: {}", path, error.what()));
  }
  return yardstick;
}

}  // namespace quiver
