#include "understand/ellipsis.h"

#include <algorithm>
#include <string>
#include <utility>

#include "match/pattern_words.h"
#include "text/word_classes.h"
#include "understand/question_parts.h"

namespace quiver {
namespace {

// The words that patterns of questions spell out: "how", "long", "serious".
StringSet AskingWords(const Catalog& catalog) {
  StringSet words;
  for (const Intent& intent : catalog.intents) {
    if (intent.kind != IntentKind::kQuestion) continue;
    for (const AuthoredPattern& pattern : intent.patterns) {
      for (std::string& word : PatternWords(pattern.regex)) {
        words.insert(std::move(word));
      }
    }
  }
  // What names a detail does not only ask: an exception may have hidden it.
  for (const Entity& entity : catalog.entities) {
    for (const EntityValue& value : entity.values) {
      for (const std::string& synonym : value.synonyms) words.erase(synonym);
    }
  }
  return words;
}

}  // namespace

Ellipsis::Ellipsis(const Catalog& catalog)
    : catalog_(catalog), asking_words_(AskingWords(catalog)) {}

bool Ellipsis::NamesUnaskedDetail(const Understanding& understanding) const {
  return std::any_of(understanding.mentions.begin(),
                     understanding.mentions.end(), [&](const Mention& mention) {
                       return IsDetail(mention) &&
                              catalog_.FindSlot(mention.entity->name) ==
                                  nullptr;
                     });
}

// Whether `mention` is a detail that the talk may be about: not a sign that
// only safety rules look for.
bool Ellipsis::Explains(const Mention& mention) const {
  return mention.entity->specificity > 0 ||
         mention.entity->kind == EntityKind::kDuration ||
         catalog_.FindSlot(mention.entity->name) != nullptr;
}

bool Ellipsis::IsExplained(const Understanding& understanding,
                           const Token& token) const {
  const std::string_view word =
      understanding.utterance.corrected.Text(token.span);
  return token.classes != kOtherWord || asking_words_.contains(word) ||
         std::any_of(understanding.mentions.begin(),
                     understanding.mentions.end(), [&](const Mention& mention) {
                       return mention.span.Overlaps(token.span) &&
                              Explains(mention);
                     });
}

size_t Ellipsis::CountUnexplained(const Understanding& understanding) const {
  const std::vector<Token>& tokens = understanding.utterance.corrected.tokens;
  const auto count = std::count_if(
      tokens.begin(), tokens.end(),
      [&](const Token& token) { return !IsExplained(understanding, token); });
  return static_cast<size_t>(count);
}

}  // namespace quiver
