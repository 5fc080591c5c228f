#include "content/yaml_parser.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/string_map.h"
#include "content/limits.h"

namespace quiver {
namespace {

// yaml-cpp ends a text without quotes at a "?" inside [...], where YAML 1.2
// does not.  Questions are what authors write most, so it gets to see another
// character, which no file may hold (FindBadCharacter()).
constexpr char kQuestionMark = '\x01';

// Builds the tree of the one document of a file.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {
    root_.source = &source;
  }

  // The tree; nothing when a part of it was refused.
  std::optional<YamlNode> TakeRoot() {
    if (refused_) return std::nullopt;
    return std::move(root_);
  }

  // Whether it was not yaml-cpp that ended the parsing.
  bool stopped() const { return stopped_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      Stop(mark, "only one document may stand in a file");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    RefuseAnchor(mark, anchor);
    Add(MakeNode(YamlKind::kNull, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Refuse(mark, "aliases (*name) are not supported",
           "write it out, or use a macro");
    Add(MakeNode(YamlKind::kNull, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override {
    RefuseTag(mark, tag, anchor);
    YamlNode node = MakeNode(YamlKind::kText, mark);
    node.text = value;
    std::replace(node.text.begin(), node.text.end(), kQuestionMark, '?');
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

  [[noreturn]] void Stop(const YAML::Mark& mark, const std::string& why) {
    stopped_ = true;
    throw YAML::ParserException(mark, why);
  }

  void Refuse(const YAML::Mark& mark, std::string message, std::string advice) {
    refused_ = true;
    diagnostics_.Error(At(mark), std::move(message), std::move(advice));
  }

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
    Refuse(mark, "anchors (&name) are not supported",
           "write it out, or use a macro");
  }

  void RefuseTag(const YAML::Mark& mark, const std::string& tag,
                 YAML::anchor_t anchor) {
    RefuseAnchor(mark, anchor);
    if (tag.empty() || tag == "?" || tag == "!") return;
    Refuse(mark, "tags (!name) are not supported",
           "leave it out; quote a text that begins with !");
  }

  void Open(YamlKind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    if (open_.size() >= kMaxYamlDepth) {
      Stop(mark, fmt::format("nested deeper than {} levels", kMaxYamlDepth));
    }
    RefuseTag(mark, tag, anchor);
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
  bool refused_ = false;
  bool stopped_ = false;
};

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

}  // namespace

std::optional<YamlNode> ParseYaml(const SourceText& source, size_t begin,
                                  size_t end, Diagnostics& diagnostics) {
  // Blanks before `begin`, so that yaml-cpp's places are the file's.
  std::string text(source.text().substr(0, end));
  for (size_t i = 0; i < begin; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
  std::replace(text.begin(), text.end(), '?', kQuestionMark);
  std::istringstream stream(text);
  TreeBuilder builder(source, diagnostics);
  // yaml-cpp reports mistakes by exceptions; they end here.
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.TakeRoot();
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<size_t>(std::max(error.mark.pos, 0));
    diagnostics.Error(source.At(offset), error.msg,
                      builder.stopped() ? "" : SyntaxAdvice(source, offset));
  } catch (const std::exception& error) {
    diagnostics.Error(source.Whole(), error.what());
  }
  return std::nullopt;
}

}  // namespace quiver
