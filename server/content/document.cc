#include "content/document.h"

#include <fmt/format.h>

#include <algorithm>

namespace quiver {
namespace {

std::string ListText(const Block& list) {
  std::string text;
  for (size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) text.push_back('\n');
    text += list.ordered ? fmt::format("{}. {}", i + 1, list.items[i])
                         : "- " + list.items[i];
  }
  return text;
}

std::string BlockText(const Block& block) {
  switch (block.kind) {
    case BlockKind::kParagraph:
      return block.text;
    case BlockKind::kList:
      return ListText(block);
    case BlockKind::kLink:
      return fmt::format("{}: {}", block.text, block.url);
  }
  return "";
}

size_t WordCount(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

std::string PlainText(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (!text.empty()) text += "\n\n";
    text += BlockText(block);
  }
  return text;
}

size_t WordCount(const std::vector<Block>& blocks) {
  size_t words = 0;
  for (const Block& block : blocks) {
    words += WordCount(block.text);
    for (const std::string& item : block.items) words += WordCount(item);
  }
  return words;
}

int Document::FindAspect(std::string_view aspect) const {
  if (aspect.empty()) return -1;
  const auto found = std::find_if(
      passages.begin(), passages.end(),
      [&](const Passage& passage) { return passage.aspect == aspect; });
  return found == passages.end() ? -1
                                 : static_cast<int>(found - passages.begin());
}

const Source* Document::FindSource(std::string_view name) const {
  const auto found =
      std::find_if(sources.begin(), sources.end(),
                   [&](const Source& source) { return source.name == name; });
  return found == sources.end() ? nullptr : &*found;
}

}  // namespace quiver
