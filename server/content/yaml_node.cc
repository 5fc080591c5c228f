#include "content/yaml_node.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

#include "base/string_map.h"
#include "content/limits.h"

namespace quiver {
namespace {

constexpr std::string_view kSyntaxAdvice =
    "look at this line and the one before it: a text with \": \" or \" #\" in "
    "it, or that begins with one of [ ] { } , & * # ? | - < > = ! % @ `, "
    "stands in quotes; indent with spaces";

// Builds the tree of the one document of a file.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {
    root_.source = &source;
  }

  YamlNode TakeRoot() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      throw YAML::ParserException(mark,
                                  "only one document may stand in a file");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    RefuseAnchor(mark, anchor);
    Add(MakeNode(YamlKind::kNull, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    diagnostics_.Error(At(mark), "aliases (*name) are not supported",
                       "write it out, or use a macro");
    Add(MakeNode(YamlKind::kNull, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override {
    Refuse(mark, tag, anchor);
    YamlNode node = MakeNode(YamlKind::kText, mark);
    node.text = value;
    Add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(YamlKind::kList, mark, tag, anchor);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    Open(YamlKind::kMap, mark, tag, anchor);
  }
  void OnMapEnd() override {
    RemoveRepeatedKeys(open_.back().node);
    Close();
  }

 private:
  // A list or map whose end was not seen yet.
  struct OpenNode {
    YamlNode node;
    std::optional<YamlNode> key;  // Of a map, waiting for its value.
  };

  SourcePosition At(const YAML::Mark& mark) const {
    return source_.At(static_cast<size_t>(std::max(mark.pos, 0)));
  }

  YamlNode MakeNode(YamlKind kind, const YAML::Mark& mark) const {
    YamlNode node;
    node.kind = kind;
    node.source = &source_;
    node.offset = std::min(static_cast<size_t>(std::max(mark.pos, 0)),
                           source_.text().size());
    return node;
  }

  void RefuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    diagnostics_.Error(At(mark), "anchors (&name) are not supported",
                       "write it out, or use a macro");
  }

  void Refuse(const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
    RefuseAnchor(mark, anchor);
    if (tag.empty() || tag == "?" || tag == "!") return;
    diagnostics_.Error(At(mark), "tags (!name) are not supported",
                       "leave it out; quote a text that begins with !");
  }

  void Open(YamlKind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    if (open_.size() >= kMaxYamlDepth) {
      throw YAML::ParserException(
          mark, fmt::format("nested deeper than {} levels", kMaxYamlDepth));
    }
    Refuse(mark, tag, anchor);
    open_.push_back({MakeNode(kind, mark), std::nullopt});
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
    // yaml-cpp gives a missing value the place of what comes next.
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
  Diagnostics& diagnostics_;
  YamlNode root_;
  std::vector<OpenNode> open_;
  int documents_ = 0;
};

// How many bytes of the source the byte of a value at `source` took.
size_t WrittenSize(std::string_view source, size_t at, char quote) {
  return quote == '\'' && source.substr(at, 2) == "''" ? 2 : 1;
}

}  // namespace

SourcePosition YamlNode::PositionInside(size_t index) const {
  const std::string_view written = source->text();
  if (offset >= written.size() || index > text.size()) return Position();
  const char first = written[offset];
  const bool quoted = first == '\'' || first == '"';
  size_t at = offset + (quoted ? 1 : 0);
  for (size_t i = 0; i < index; ++i) {
    // Folded lines, escapes and block texts: no simple way back.
    if (at >= written.size() || written[at] != text[i]) return Position();
    at += WrittenSize(written, at, first);
  }
  return source->At(at);
}

const YamlNode* YamlNode::Find(std::string_view key) const {
  const auto found = std::find_if(
      entries.begin(), entries.end(),
      [&](const YamlEntry& entry) { return entry.key.text == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string_view KindName(YamlKind kind) {
  switch (kind) {
    case YamlKind::kNull:
      return "nothing";
    case YamlKind::kText:
      return "a text";
    case YamlKind::kList:
      return "a list";
    case YamlKind::kMap:
      return "a map of keys";
  }
  return "";
}

std::optional<YamlNode> ParseYaml(const SourceText& source, size_t begin,
                                  size_t end, Diagnostics& diagnostics) {
  // Blanks before `begin`, so that yaml-cpp's places are the file's.
  std::string text(source.text().substr(0, end));
  for (size_t i = 0; i < begin; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
  std::istringstream stream(text);
  TreeBuilder builder(source, diagnostics);
  // yaml-cpp reports mistakes by exceptions; they end here.
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.TakeRoot();
  } catch (const YAML::Exception& error) {
    diagnostics.Error(
        source.At(static_cast<size_t>(std::max(error.mark.pos, 0))), error.msg,
        std::string(kSyntaxAdvice));
  } catch (const std::exception& error) {
    diagnostics.Error(source.Whole(), error.what());
  }
  return std::nullopt;
}

}  // namespace quiver
