#ifndef QUIVER_CONTENT_MAP_READER_H_
#define QUIVER_CONTENT_MAP_READER_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "content/authored_keys.h"
#include "content/yaml_node.h"

namespace quiver {

// A list of words that a key may hold, and what they mean.
template <typename Meaning>
using Choices = std::vector<std::pair<std::string_view, Meaning>>;

// Reads the keys of one authored object.  Whatever is missing, unknown or of
// the wrong type is recorded, and reads as if it had been left out.
class MapReader {
 public:
  // Checks that `node` is a map with the keys of `object`.  `name` tells which
  // one ("causes"; empty when there is only one), `where` is the place to name
  // when something is missing.  `node` and `diagnostics` must outlive the
  // reader.
  MapReader(const YamlNode& node, const AuthoredObject& object,
            std::string_view name, SourcePosition where,
            Diagnostics& diagnostics);

  // The value of `key`, which is one of the object's; null when it is absent.
  const YamlNode* Find(std::string_view key) const;
  bool Has(std::string_view key) const { return Find(key) != nullptr; }

  // The text of `key`, trimmed; "" when it is absent.  `fields` are the
  // {placeholders} that it may hold.
  std::string Text(std::string_view key,
                   const std::vector<std::string_view>& fields = {}) const;
  // The texts of the list under `key`, which must not be empty.
  std::vector<std::string> Texts(
      std::string_view key,
      const std::vector<std::string_view>& fields = {}) const;
  // The same as nodes, each of kind kText and not blank.
  std::vector<const YamlNode*> TextNodes(std::string_view key) const;
  bool Flag(std::string_view key, bool otherwise) const;
  int Integer(std::string_view key, int least, int most, int otherwise) const;

  template <typename Meaning>
  Meaning Choose(std::string_view key, const Choices<Meaning>& choices,
                 Meaning otherwise) const {
    std::vector<std::string_view> words;
    for (const auto& choice : choices) words.push_back(choice.first);
    const int index = ChooseIndex(key, words);
    return index < 0 ? otherwise : choices[static_cast<size_t>(index)].second;
  }

  // Records that `key` is missing, unless there are no keys at all.
  void Missing(std::string_view key, std::string advice = "") const;
  // "intent "causes""
  const std::string& Description() const { return description_; }
  const SourcePosition& where() const { return where_; }
  Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  int ChooseIndex(std::string_view key,
                  const std::vector<std::string_view>& words) const;
  void CheckKeys(const AuthoredObject& object) const;

  const YamlNode& node_;
  const std::string description_;
  const SourcePosition where_;
  Diagnostics& diagnostics_;
};

// Whether `node` is of `kind`; records an error about `what` otherwise.
bool Expect(const YamlNode& node, YamlKind kind, std::string_view what,
            Diagnostics& diagnostics);

// Whether `node` is a text that is not blank; records an error otherwise.
bool ExpectText(const YamlNode& node, std::string_view what,
                Diagnostics& diagnostics);

// Records every {placeholder} in `node` that is not one of `fields`.
void CheckFields(const YamlNode& node,
                 const std::vector<std::string_view>& fields,
                 Diagnostics& diagnostics);

// Whether `text` is all of a decimal number, which is then in `number`.
bool ParseInteger(std::string_view text, int& number);

}  // namespace quiver

#endif  // QUIVER_CONTENT_MAP_READER_H_
