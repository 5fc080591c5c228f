#include "evaluation/labeled_texts.h"

#include <fmt/format.h>

#include <fstream>

namespace quiver {

absl::StatusOr<std::vector<LabeledText>> ReadLabeledTexts(
    const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return absl::NotFoundError(fmt::format("{}: cannot be opened", path));
  }
  std::vector<LabeledText> texts;
  std::string line;
  while (std::getline(file, line)) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      return absl::InvalidArgumentError(
          fmt::format("{}:{}: no tab", path, texts.size() + 1));
    }
    texts.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return texts;
}

}  // namespace quiver
