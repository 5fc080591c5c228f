#include "understand/vocabulary.h"

#include <string>
#include <string_view>

#include "match/pattern_words.h"
#include "text/tokenizer.h"

namespace quiver {
namespace {

// How often a word counts for standing once in what visitors type, in what is
// like it, and in what they read.
constexpr int kNameWeight = 20;
constexpr int kQuestionWeight = 5;
constexpr int kTextWeight = 1;

void AddWords(std::string_view text, int weight, Vocabulary& vocabulary) {
  const std::string normalized = Normalize(text);
  for (const TokenSpan& token : FindTokens(normalized)) {
    vocabulary.words[normalized.substr(token.span.begin, token.span.size())] +=
        weight;
  }
}

void AddPattern(std::string_view regex, int weight, Vocabulary& vocabulary) {
  for (const std::string& word : PatternWords(regex)) {
    vocabulary.words[word] += weight;
  }
}

void AddValue(const EntityValue& value, Vocabulary& vocabulary) {
  for (const std::string& synonym : value.synonyms) {
    AddWords(synonym, kNameWeight, vocabulary);
  }
  for (const std::string& regex : value.patterns) {
    AddPattern(regex, kNameWeight, vocabulary);
  }
}

void AddIntent(const Intent& intent, Vocabulary& vocabulary) {
  for (const std::string& example : intent.examples) {
    AddWords(example, kQuestionWeight, vocabulary);
  }
  for (const AuthoredPattern& pattern : intent.patterns) {
    AddPattern(pattern.regex, kQuestionWeight, vocabulary);
  }
}

void AddBlocks(const std::vector<Block>& blocks, Vocabulary& vocabulary) {
  for (const Block& block : blocks) {
    AddWords(block.text, kTextWeight, vocabulary);
    for (const std::string& item : block.items) {
      AddWords(item, kTextWeight, vocabulary);
    }
  }
}

void AddDocument(const Document& document, Vocabulary& vocabulary) {
  AddWords(document.title, kQuestionWeight, vocabulary);
  for (const std::string& question : document.questions) {
    AddWords(question, kQuestionWeight, vocabulary);
  }
  for (const std::string& alias : document.aliases) {
    AddWords(alias, kNameWeight, vocabulary);
  }
  for (const Passage& passage : document.passages) {
    AddWords(passage.heading, kTextWeight, vocabulary);
    AddBlocks(passage.blocks, vocabulary);
  }
}

}  // namespace

Vocabulary VocabularyOf(const Catalog& catalog) {
  Vocabulary vocabulary;
  vocabulary.spellings = catalog.spellings;
  for (const Entity& entity : catalog.entities) {
    for (const EntityValue& value : entity.values) AddValue(value, vocabulary);
  }
  for (const Intent& intent : catalog.intents) AddIntent(intent, vocabulary);
  for (const Document& document : catalog.documents) {
    AddDocument(document, vocabulary);
  }
  return vocabulary;
}

}  // namespace quiver
