#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "content/assistant_reader.h"
#include "content/map_reader.h"
#include "content/message_keys.h"
#include "content/name_lists.h"
#include "content/names.h"
#include "text/reader.h"

namespace quiver {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

// Whether `code` has the form of a BCP 47 tag: "en", "pt-BR".
bool IsLanguageCode(std::string_view code) {
  const std::string_view language = code.substr(0, code.find('-'));
  const std::string_view rest = code.substr(language.size());
  return language.size() >= 2 && language.size() <= 3 &&
         std::all_of(language.begin(), language.end(), IsLower) &&
         std::all_of(rest.begin(), rest.end(),
                     [](unsigned char c) {
                       return c == '-' || std::isalnum(c) != 0;
                     }) &&
         code.back() != '-' && code.find("--") == std::string_view::npos;
}

std::string ReadLanguage(const MapReader& reader) {
  std::string code = reader.Text("language");
  if (!code.empty() && !IsLanguageCode(code)) {
    reader.diagnostics().Error(
        reader.Find("language")->Position(),
        fmt::format("\"{}\" is no code of a language", code),
        "write it as BCP 47 has it: en, pt-BR");
  }
  return code;
}

std::vector<std::string> ReadAspects(const MapReader& reader) {
  const std::vector<const YamlNode*> nodes = reader.TextNodes("aspects");
  RefuseRepeated(nodes, "aspects", reader.diagnostics());
  std::vector<std::string> aspects;
  for (const YamlNode* node : nodes) {
    if (ExpectName(*node, "an aspect", reader.diagnostics())) {
      aspects.push_back(node->text);
    }
  }
  return aspects;
}

std::vector<std::string> ReadAdvice(const MapReader& reader,
                                    const ReadContext& context) {
  const std::vector<const YamlNode*> nodes = reader.TextNodes("advice");
  RefuseRepeated(nodes, "advice", reader.diagnostics());
  std::vector<std::string> advice;
  for (const YamlNode* node : nodes) {
    if (context.names.aspects.Resolve(node->text, node->Position(),
                                      reader.diagnostics())) {
      advice.push_back(node->text);
    }
  }
  return advice;
}

void ReadSpelling(const YamlEntry& entry, StringMap<std::string>& spellings,
                  Diagnostics& diagnostics) {
  const std::string written = Normalize(entry.key.text);
  if (Tokenize(written).size() != 1 || written.find(' ') != std::string::npos) {
    diagnostics.Error(
        entry.key.Position(),
        fmt::format("spelling \"{}\" is not one word", entry.key.text),
        "a synonym or a pattern may have several words");
    return;
  }
  if (!ExpectText(entry.value, fmt::format("spelling \"{}\"", entry.key.text),
                  diagnostics)) {
    return;
  }
  if (!spellings.emplace(written, Normalize(entry.value.text)).second) {
    diagnostics.Error(entry.key.Position(),
                      fmt::format("spelling \"{}\" stands twice", written),
                      "capitals and kinds of apostrophes make no difference");
  }
}

std::vector<std::string> ReadVariants(const YamlEntry& entry,
                                      const MessageKey& key,
                                      Diagnostics& diagnostics) {
  const std::string what = fmt::format("message `{}`", key.name);
  std::vector<std::string> variants;
  if (!Expect(entry.value, YamlKind::kList, what, diagnostics)) return variants;
  for (const YamlNode& variant : entry.value.items) {
    if (!ExpectText(variant, what, diagnostics)) continue;
    CheckFields(variant, key.fields, diagnostics);
    variants.emplace_back(Trim(variant.text));
  }
  if (entry.value.items.empty()) {
    diagnostics.Error(entry.value.Position(), what + " has no variants",
                      "give at least one");
  }
  return variants;
}

void ReportMissing(const StringMap<std::vector<std::string>>& messages,
                   const SourcePosition& where, Diagnostics& diagnostics) {
  for (const MessageKey& key : MessageKeys()) {
    if (messages.contains(key.name) || !key.instead.empty()) continue;
    diagnostics.Error(where, fmt::format("there is no message `{}`", key.name),
                      "all messages of docs/authoring.md are needed");
  }
}

// Fills in what may be left out.
void AddSubstitutes(StringMap<std::vector<std::string>>& messages) {
  for (const MessageKey& key : MessageKeys()) {
    if (key.instead.empty() || messages.contains(key.name)) continue;
    const auto instead = messages.find(key.instead);
    if (instead == messages.end()) continue;
    std::vector<std::string> variants = instead->second;
    messages.emplace(key.name, std::move(variants));
  }
}

}  // namespace

Profile ReadProfile(const YamlEntry& entry, const ReadContext& context) {
  const MapReader reader(entry.value, AssistantKeys(), "", entry.key.Position(),
                         context.diagnostics);
  Profile profile;
  profile.name = reader.Text("name");
  profile.language = ReadLanguage(reader);
  profile.greeting = reader.Text("greeting");
  profile.disclaimer = reader.Text("disclaimer");
  profile.contact = reader.Text("contact");
  profile.starters = reader.Texts("starters");
  profile.aspects = ReadAspects(reader);
  profile.advice = ReadAdvice(reader, context);
  profile.animals = reader.Flag("animals", false);
  profile.default_intent =
      ReadName(reader, "default_intent", context.names.intents);
  return profile;
}

StringMap<std::string> ReadSpellings(
    const std::vector<const YamlEntry*>& entries, Diagnostics& diagnostics) {
  StringMap<std::string> spellings;
  for (const YamlEntry* entry : entries) {
    ReadSpelling(*entry, spellings, diagnostics);
  }
  return spellings;
}

StringMap<std::vector<std::string>> ReadMessages(
    const std::vector<const YamlEntry*>& entries, bool complete,
    const SourcePosition& where, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const MessageKey& key : MessageKeys()) names.push_back(key.name);
  StringMap<std::vector<std::string>> messages;
  for (const YamlEntry* entry : entries) {
    const auto found = std::find(names.begin(), names.end(), entry->key.text);
    if (found == names.end()) {
      diagnostics.Error(
          entry->key.Position(),
          fmt::format("there is no message `{}`", entry->key.text),
          DidYouMean(entry->key.text, names));
      continue;
    }
    const auto index = static_cast<size_t>(found - names.begin());
    messages[entry->key.text] =
        ReadVariants(*entry, MessageKeys()[index], diagnostics);
  }
  if (complete) ReportMissing(messages, where, diagnostics);
  AddSubstitutes(messages);
  return messages;
}

}  // namespace quiver
