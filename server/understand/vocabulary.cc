#include "understand/vocabulary.h"

#include <string>
#include <string_view>

namespace quiver {
namespace {

constexpr int kNameWeight = 20;
constexpr int kQuestionWeight = 5;
constexpr int kTextWeight = 1;

void AddWords(std::string_view text, int weight, Vocabulary& vocabulary) {
  const std::string normalized = Normalize(text);
  for (const Token& token : Tokenize(normalized)) {
    vocabulary.words[normalized.substr(token.span.begin, token.span.size())] +=
        weight;
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
    for (const EntityValue& value : entity.values) {
      for (const std::string& synonym : value.synonyms) {
        AddWords(synonym, kNameWeight, vocabulary);
      }
    }
  }
  for (const Intent& intent : catalog.intents) {
    for (const std::string& example : intent.examples) {
      AddWords(example, kQuestionWeight, vocabulary);
    }
  }
  for (const Document& document : catalog.documents) {
    AddDocument(document, vocabulary);
  }
  return vocabulary;
}

}  // namespace quiver
