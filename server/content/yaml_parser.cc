#include "content/yaml_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/string_map.h"
#include "content/limits.h"
#include "content/yaml_events.h"

namespace quiver {
namespace {

std::string_view ToView(const yaml_char_t* text) {
  return text == nullptr ? std::string_view()
                         : reinterpret_cast<const char*>(text);
}

// Whether a text without quotes stands for no value.
bool IsNull(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" ||
         text == "NULL";
}

std::string SyntaxAdvice(const SourceText& source, size_t offset) {
  const std::string_view text = source.text();
  const size_t end = std::min(offset, text.size());
  const size_t begin = text.substr(0, end).rfind('\n') + 1;  // npos + 1 is 0.
  const size_t first = text.find_first_not_of(" \t", begin);
  if (text.substr(begin, first - begin).find('\t') != std::string_view::npos) {
    return "indent with spaces, not with tabs";
  }
  return "look at this line and those before it: a text stands in quotes when "
         "it holds \": \" or \" #\", or begins with a sign such as * & { [ ! "
         "%";
}

// Builds the tree of the one document of a file.
class TreeBuilder {
 public:
  TreeBuilder(const SourceText& source, size_t begin, size_t end,
              Diagnostics& diagnostics)
      : source_(source),
        begin_(begin),
        events_(source.text().substr(begin, end - begin)),
        diagnostics_(diagnostics) {
    root_.source = &source;
  }

  // The tree; nothing when a part of it was refused.
  std::optional<YamlNode> Build() {
    while (const yaml_event_t* const event = events_.Next()) {
      if (event->type == YAML_STREAM_END_EVENT) break;
      Take(*event);
      if (stopped_) return std::nullopt;
    }
    if (const auto error = events_.error()) {
      Report(*error);
      return std::nullopt;
    }
    if (refused_) return std::nullopt;
    return std::move(root_);
  }

 private:
  // A list or map whose end was not seen yet.
  struct OpenNode {
    YamlNode node;
    std::optional<YamlNode> key;  // Of a map, waiting for its value.
  };

  void Take(const yaml_event_t& event) {
    const size_t offset = begin_ + events_.OffsetOf(event.start_mark);
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (++documents_ > 1) {
          Stop(offset, "only one document may stand in a file");
        }
        break;
      case YAML_ALIAS_EVENT:
        Refuse(offset, "aliases (*name) are not supported",
               "write it out, or use a macro");
        Add(MakeNode(YamlKind::kNull, offset));
        break;
      case YAML_SCALAR_EVENT:
        AddScalar(event.data.scalar, offset);
        break;
      case YAML_SEQUENCE_START_EVENT:
        Open(YamlKind::kList, event.data.sequence_start.anchor,
             event.data.sequence_start.tag, offset);
        break;
      case YAML_MAPPING_START_EVENT:
        Open(YamlKind::kMap, event.data.mapping_start.anchor,
             event.data.mapping_start.tag, offset);
        break;
      case YAML_MAPPING_END_EVENT:
        RemoveRepeatedKeys(open_.back().node);
        [[fallthrough]];
      case YAML_SEQUENCE_END_EVENT:
        Close();
        break;
      default:
        break;
    }
  }

  void Report(const YamlError& error) {
    const SourcePosition at = source_.At(begin_ + error.offset);
    const int from = source_.At(begin_ + error.inside_from).line;
    std::string message = error.message;
    if (!error.inside.empty()) message += " " + error.inside;
    if (!error.inside.empty() && from != at.line) {
      message += fmt::format(" that begins in line {}", from);
    }
    diagnostics_.Error(at, std::move(message),
                       SyntaxAdvice(source_, begin_ + error.offset));
  }

  // No more is read: there would be too much, or what follows means nothing.
  void Stop(size_t offset, std::string why) {
    stopped_ = true;
    diagnostics_.Error(source_.At(offset), std::move(why), "");
  }

  void Refuse(size_t offset, std::string message, std::string advice) {
    refused_ = true;
    diagnostics_.Error(source_.At(offset), std::move(message),
                       std::move(advice));
  }

  YamlNode MakeNode(YamlKind kind, size_t offset) const {
    YamlNode node;
    node.kind = kind;
    node.source = &source_;
    node.offset = offset;
    return node;
  }

  template <typename Scalar>
  void AddScalar(const Scalar& scalar, size_t offset) {
    RefuseMarks(scalar.anchor, scalar.tag, offset);
    const std::string_view text(reinterpret_cast<const char*>(scalar.value),
                                scalar.length);
    if (scalar.style == YAML_PLAIN_SCALAR_STYLE && IsNull(text)) {
      return Add(MakeNode(YamlKind::kNull, offset));
    }
    YamlNode node = MakeNode(YamlKind::kText, offset);
    node.text = text;
    Add(std::move(node));
  }

  void RefuseMarks(const yaml_char_t* anchor, const yaml_char_t* tag,
                   size_t offset) {
    if (anchor != nullptr) {
      Refuse(offset, "anchors (&name) are not supported",
             "write it out, or use a macro");
    }
    if (!ToView(tag).empty() && ToView(tag) != "!") {
      Refuse(offset, "tags (!name) are not supported",
             "leave it out; quote a text that begins with !");
    }
  }

  void Open(YamlKind kind, const yaml_char_t* anchor, const yaml_char_t* tag,
            size_t offset) {
    if (open_.size() >= kMaxYamlDepth) {
      return Stop(offset,
                  fmt::format("nested deeper than {} levels", kMaxYamlDepth));
    }
    RefuseMarks(anchor, tag, offset);
    open_.push_back({MakeNode(kind, offset), std::nullopt});
  }

  void Close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    Add(std::move(node));
  }

  void Add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == YamlKind::kList) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().key) {
      open_.back().key = std::move(node);
    } else {
      AddEntry(open_.back(), std::move(node));
    }
  }

  void AddEntry(OpenNode& map, YamlNode value) {
    YamlNode key = *std::exchange(map.key, std::nullopt);
    if (key.kind != YamlKind::kText) {
      diagnostics_.Error(
          key.Position(),
          fmt::format("a key must be a text, this is {}", KindName(key.kind)),
          "put it in quotes");
      return;
    }
    // libyaml gives a missing value the place of what comes next.
    if (value.kind == YamlKind::kNull) value.offset = key.offset;
    map.node.entries.push_back({std::move(key), std::move(value)});
  }

  void RemoveRepeatedKeys(YamlNode& map) {
    StringMap<size_t> first;  // Key to its offset.
    std::erase_if(map.entries, [&](const YamlEntry& entry) {
      const auto [found, is_new] =
          first.emplace(entry.key.text, entry.key.offset);
      if (is_new) return false;
      diagnostics_.Error(
          entry.key.Position(),
          fmt::format("\"{}\" stands here twice", entry.key.text),
          fmt::format("it stands in line {} already: join the two, or rename "
                      "one",
                      source_.At(found->second).line));
      return true;
    });
  }

  const SourceText& source_;
  const size_t begin_;
  YamlEvents events_;
  Diagnostics& diagnostics_;
  YamlNode root_;
  std::vector<OpenNode> open_;
  int documents_ = 0;
  bool refused_ = false;
  bool stopped_ = false;
};

}  // namespace

std::optional<YamlNode> ParseYaml(const SourceText& source, size_t begin,
                                  size_t end, Diagnostics& diagnostics) {
  return TreeBuilder(source, begin, end, diagnostics).Build();
}

}  // namespace quiver
