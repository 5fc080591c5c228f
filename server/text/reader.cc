#include "text/reader.h"

#include <cstdint>
#include <utility>

#include "text/clauses.h"
#include "text/lexicon.h"
#include "text/normalizer.h"
#include "text/rewriting.h"
#include "text/speller.h"
#include "text/tokenizer.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using Entries = std::vector<const LexiconEntry*>;

Entries FindEntries(std::string_view text, const std::vector<TokenSpan>& found,
                    const Lexicon& lexicon) {
  Entries entries;
  entries.reserve(found.size());
  for (const TokenSpan& token : found) {
    entries.push_back(
        token.kind == TokenKind::kWord
            ? lexicon.Find(text.substr(token.span.begin, token.span.size()))
            : nullptr);
  }
  return entries;
}

std::vector<Token> MakeTokens(std::string_view text,
                              const std::vector<TokenSpan>& found,
                              const Entries& entries) {
  std::vector<Token> tokens;
  tokens.reserve(found.size());
  for (size_t i = 0; i < found.size(); ++i) {
    const Span& span = found[i].span;
    const std::string_view word = text.substr(span.begin, span.size());
    if (entries[i] != nullptr) {
      tokens.push_back({span, entries[i]->stem, entries[i]->classes});
    } else if (found[i].kind == TokenKind::kWord) {
      // The lexicon knows every word that has a class.
      tokens.push_back({span, Stem(word), kOtherWord});
    } else {
      tokens.push_back({span, std::string(word), kOtherWord});
    }
  }
  return tokens;
}

std::vector<Correction> MakeCorrections(
    const Reading& raw, const std::vector<Replacement>& replacements) {
  std::vector<Correction> corrections;
  corrections.reserve(replacements.size());
  for (const Replacement& replacement : replacements) {
    const Span span = {raw.tokens[replacement.first_token].span.begin,
                       raw.tokens[replacement.last_token - 1].span.end};
    corrections.push_back(
        {raw.Origin(span), std::string(raw.Text(span)), replacement.text});
  }
  return corrections;
}

class EnglishReader final : public Reader {
 public:
  EnglishReader(const Vocabulary& vocabulary, const Dictionary& dictionary)
      : lexicon_(vocabulary, dictionary), speller_(lexicon_) {}

  Utterance Read(std::string_view original) const override {
    Utterance utterance;
    utterance.original = original;
    NormalizedText normalized = NormalizeWithOrigin(original);
    Reading& raw = utterance.raw;
    raw.text = std::move(normalized.text);
    raw.origin = std::move(normalized.origin);
    const std::vector<TokenSpan> found = FindTokens(raw.text);
    const Entries entries = FindEntries(raw.text, found, lexicon_);
    raw.tokens = MakeTokens(raw.text, found, entries);
    raw.clauses = ClausesOf(raw, original);
    const std::vector<Replacement> replacements =
        speller_.FindReplacements(raw.text, found, entries);
    utterance.corrections = MakeCorrections(raw, replacements);
    utterance.corrected = Correct(raw, replacements, original);
    return utterance;
  }

 private:
  static std::vector<Clause> ClausesOf(const Reading& reading,
                                       std::string_view original) {
    return FindClauses(reading.text, reading.tokens, reading.origin, original);
  }

  static Reading Correct(const Reading& raw,
                         const std::vector<Replacement>& replacements,
                         std::string_view original) {
    if (replacements.empty()) return raw;
    Reading corrected = Rewrite(raw, replacements);
    corrected.clauses = ClausesOf(corrected, original);
    return corrected;
  }

  const Lexicon lexicon_;
  const Speller speller_;
};

}  // namespace

std::unique_ptr<Reader> MakeReader(Vocabulary vocabulary,
                                   const Dictionary& dictionary) {
  return std::make_unique<EnglishReader>(vocabulary, dictionary);
}

}  // namespace quiver
