#include "content/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "content/names.h"

namespace quiver {
namespace {

std::string Describe(const AuthoredObject& object, std::string_view name) {
  return name.empty() ? fmt::format("the {}", object.name)
                      : fmt::format("{} \"{}\"", object.name, name);
}

std::string Quoted(std::string_view key) { return fmt::format("`{}`", key); }

bool IsFieldCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// The name of the {field} that begins at `at`, or "".
std::string_view FieldAt(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && IsFieldCharacter(text[end])) ++end;
  if (end == text.size() || text[end] != '}') return {};
  return text.substr(at + 1, end - at - 1);
}

std::string FieldAdvice(const std::vector<std::string_view>& fields) {
  if (fields.empty()) return "nothing is filled in here: write it out";
  std::vector<std::string> braced;
  braced.reserve(fields.size());
  for (const std::string_view field : fields) {
    braced.push_back(fmt::format("{{{}}}", field));
  }
  return "it may hold " + Alternatives({braced.begin(), braced.end()});
}

}  // namespace

MapReader::MapReader(const YamlNode& node, const AuthoredObject& object,
                     std::string_view name, SourcePosition where,
                     Diagnostics& diagnostics)
    : node_(node),
      description_(Describe(object, name)),
      where_(std::move(where)),
      diagnostics_(diagnostics) {
  if (Expect(node, YamlKind::kMap, description_, diagnostics)) {
    CheckKeys(object);
  }
}

void MapReader::CheckKeys(const AuthoredObject& object) const {
  std::vector<std::string_view> names;
  for (const AuthoredKey& key : object.keys) names.push_back(key.name);
  for (const YamlEntry& entry : node_.entries) {
    if (std::find(names.begin(), names.end(), entry.key.text) != names.end()) {
      continue;
    }
    std::string advice = DidYouMean(entry.key.text, names);
    if (advice.empty()) advice = "it may have " + Alternatives(names);
    diagnostics_.Error(
        entry.key.Position(),
        fmt::format("unknown key `{}` in {}", entry.key.text, description_),
        std::move(advice));
  }
  for (const AuthoredKey& key : object.keys) {
    if (key.required && !Has(key.name)) Missing(key.name);
  }
}

void MapReader::Missing(std::string_view key, std::string advice) const {
  if (node_.kind != YamlKind::kMap) return;
  diagnostics_.Error(where_, fmt::format("{} has no `{}`", description_, key),
                     std::move(advice));
}

const YamlNode* MapReader::Find(std::string_view key) const {
  return node_.Find(key);
}

std::string MapReader::Text(std::string_view key,
                            const std::vector<std::string_view>& fields) const {
  const YamlNode* node = Find(key);
  if (node == nullptr || !ExpectText(*node, Quoted(key), diagnostics_)) {
    return "";
  }
  CheckFields(*node, fields, diagnostics_);
  return std::string(Trim(node->text));
}

std::vector<const YamlNode*> MapReader::TextNodes(std::string_view key) const {
  const YamlNode* node = Find(key);
  if (node == nullptr ||
      !Expect(*node, YamlKind::kList, Quoted(key), diagnostics_)) {
    return {};
  }
  if (node->items.empty()) {
    diagnostics_.Error(node->Position(), fmt::format("`{}` is empty", key),
                       "fill it in, or leave the key out");
  }
  std::vector<const YamlNode*> nodes;
  for (const YamlNode& item : node->items) {
    if (ExpectText(item, fmt::format("an item of `{}`", key), diagnostics_)) {
      nodes.push_back(&item);
    }
  }
  return nodes;
}

std::vector<std::string> MapReader::Texts(
    std::string_view key, const std::vector<std::string_view>& fields) const {
  std::vector<std::string> texts;
  for (const YamlNode* node : TextNodes(key)) {
    CheckFields(*node, fields, diagnostics_);
    texts.emplace_back(Trim(node->text));
  }
  return texts;
}

bool MapReader::Flag(std::string_view key, bool otherwise) const {
  return Choose<bool>(key, {{"true", true}, {"false", false}}, otherwise);
}

int MapReader::Integer(std::string_view key, int least, int most,
                       int otherwise) const {
  const YamlNode* node = Find(key);
  if (node == nullptr) return otherwise;
  int number = 0;
  if (node->kind == YamlKind::kText && ParseInteger(node->text, number) &&
      number >= least && number <= most) {
    return number;
  }
  diagnostics_.Error(node->Position(),
                     fmt::format("`{}` must be a whole number from {} to {}",
                                 key, least, most));
  return otherwise;
}

int MapReader::ChooseIndex(std::string_view key,
                           const std::vector<std::string_view>& words) const {
  const YamlNode* node = Find(key);
  if (node == nullptr) return -1;
  const auto found = std::find(words.begin(), words.end(), node->text);
  if (node->kind == YamlKind::kText && found != words.end()) {
    return static_cast<int>(found - words.begin());
  }
  diagnostics_.Error(node->Position(),
                     fmt::format("`{}` must be {}", key, Alternatives(words)),
                     DidYouMean(node->text, words));
  return -1;
}

namespace {

std::string KindAdvice(YamlKind expected, YamlKind found) {
  if (found == YamlKind::kNull) return "fill it in, or leave the key out";
  if (expected == YamlKind::kList) {
    return "write [...], or one item a line after -";
  }
  if (expected == YamlKind::kText) {
    return "quote a text that begins with a sign, or that has \": \" in it";
  }
  return "";
}

}  // namespace

bool Expect(const YamlNode& node, YamlKind kind, std::string_view what,
            Diagnostics& diagnostics) {
  if (node.kind == kind) return true;
  diagnostics.Error(node.Position(),
                    fmt::format("{} must be {}, this is {}", what,
                                KindName(kind), KindName(node.kind)),
                    KindAdvice(kind, node.kind));
  return false;
}

bool ExpectText(const YamlNode& node, std::string_view what,
                Diagnostics& diagnostics) {
  if (!Expect(node, YamlKind::kText, what, diagnostics)) return false;
  if (!Trim(node.text).empty()) return true;
  diagnostics.Error(node.Position(), fmt::format("{} is empty", what));
  return false;
}

void CheckFields(const YamlNode& node,
                 const std::vector<std::string_view>& fields,
                 Diagnostics& diagnostics) {
  for (size_t at = node.text.find('{'); at != std::string::npos;
       at = node.text.find('{', at + 1)) {
    const std::string_view field = FieldAt(node.text, at);
    if (field.empty() ||
        std::find(fields.begin(), fields.end(), field) != fields.end()) {
      continue;
    }
    diagnostics.Error(node.PositionInside(at),
                      fmt::format("unknown field {{{}}}", field),
                      FieldAdvice(fields));
  }
}

bool ParseInteger(std::string_view text, int& number) {
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace quiver
