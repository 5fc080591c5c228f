#include "understand/listed_questions.h"

#include <string>
#include <vector>

#include "text/reader.h"

namespace quiver {
namespace {

void AddStem(const Token& token, std::string& key) {
  key += token.stem;
  key += ' ';
}

}  // namespace

ListedQuestions::ListedQuestions(const Catalog& catalog) {
  for (const Document& document : catalog.documents) {
    for (const std::string& question : document.questions) {
      std::string key;
      for (const Token& token : Tokenize(Normalize(question))) {
        AddStem(token, key);
      }
      const auto [found, added] = documents_.emplace(key, &document);
      if (!added && found->second != &document) found->second = nullptr;
    }
  }
}

const Document* ListedQuestions::Find(const Reading& reading,
                                      const Span& span) const {
  std::string key;
  for (const Token& token : reading.TokensIn(span)) AddStem(token, key);
  const auto found = documents_.find(key);
  return found == documents_.end() ? nullptr : found->second;
}

}  // namespace quiver
