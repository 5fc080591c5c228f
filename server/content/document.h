#ifndef QUIVER_CONTENT_DOCUMENT_H_
#define QUIVER_CONTENT_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "base/source_position.h"

namespace quiver {

enum class BlockKind { kParagraph, kList, kLink };

// A paragraph, a list or a link: what passages and replies are made of.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;                // Of a paragraph; the label of a link.
  std::vector<std::string> items;  // Of a list.
  bool ordered = false;            // Of a list.
  std::string url;                 // Of a link: https, mailto or tel.

  friend bool operator==(const Block&, const Block&) = default;
};

// The blocks as plain text: paragraphs and lists apart by an empty line, list
// items after "- " or "1. ", links as "label: url".
std::string PlainText(const std::vector<Block>& blocks);

// About how many words they are: one at least for each block.
size_t WordCount(const std::vector<Block>& blocks);

// Where a statement comes from.
struct Source {
  std::string name;  // The author's short name for it.
  std::string organisation;
  std::string title;
  int year = 0;      // 0: the source has none.
  std::string note;  // May be empty.
  std::string url;   // https, or empty.

  friend bool operator==(const Source&, const Source&) = default;
};

// A part of a document that can be given by itself.
struct Passage {
  std::string heading;  // Empty for the short answer.
  std::string aspect;   // Empty: none.
  std::vector<Block> blocks;
  std::vector<std::string> sources;  // Names, in order of first mention.
  size_t words = 0;                  // WordCount() of the blocks.
};

// What a document is about: a value of an entity.
struct About {
  std::string entity;
  std::string value;

  friend bool operator==(const About&, const About&) = default;
};

enum class DocumentStatus { kDraft, kApproved };

// One authored document.
struct Document {
  std::string id;
  std::string title;
  std::string topic;  // May be empty.
  std::vector<About> about;
  std::vector<std::string> questions;
  std::vector<std::string> aliases;
  std::vector<std::string> follow_ups;  // Slots.
  std::string plain;                    // May be empty.
  std::vector<Source> sources;
  DocumentStatus status = DocumentStatus::kDraft;
  absl::CivilDay reviewed;
  absl::CivilDay review_by;
  std::vector<Passage> passages;  // The first is the short answer.
  // The entities that it is about: indices into Catalog::entities, ascending,
  // each once.
  std::vector<uint32_t> entities;
  int specificity = 0;  // The sum of theirs.
  SourcePosition position;

  // Index of the passage that treats `aspect`, or -1.
  int FindAspect(std::string_view aspect) const;
  // The source called `name`, or null.
  const Source* FindSource(std::string_view name) const;
};

}  // namespace quiver

#endif  // QUIVER_CONTENT_DOCUMENT_H_
