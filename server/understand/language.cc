#include "understand/language.h"

#include <cstddef>
#include <string_view>
#include <unordered_set>

namespace quiver {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// Words that English does not share, among the hundred commonest of Spanish,
// French, German, Italian, Portuguese, Dutch, Polish, Turkish and Swedish.
bool IsForeignWord(std::string_view word) {
  static const WordSet& words = *new WordSet{
      "por",    "qué",    "que",      "porque", "mi",     "el",    "los",
      "las",    "una",    "está",     "cómo",   "como",   "tengo", "ojo",
      "con",    "para",   "pourquoi", "mon",    "ma",     "est",   "les",
      "une",    "des",    "dans",     "je",     "j'ai",   "c'est", "avec",
      "pas",    "qu'est", "du",       "mes",    "warum",  "mein",  "meine",
      "ich",    "ist",    "nicht",    "und",    "das",    "der",   "ein",
      "eine",   "habe",   "mit",      "wie",    "mir",    "wenn",  "perché",
      "perche", "mio",    "mia",      "sono",   "della",  "il",    "che",
      "meu",    "minha",  "não",      "tenho",  "olho",   "os",    "uma",
      "são",    "waarom", "mijn",     "het",    "een",    "ik",    "niet",
      "hoe",    "wat",    "dlaczego", "jest",   "się",    "moje",  "mam",
      "neden",  "benim",  "bir",      "gözüm",  "varför", "jag",   "är",
      "min",    "och",    "det",      "muszę"};
  return words.contains(word);
}

bool IsEnglishWord(std::string_view word) {
  static const WordSet& words = *new WordSet{
      "the",  "a",   "i",    "my",   "is",   "it",  "and",  "to",  "of", "in",
      "why",  "how", "do",   "does", "what", "can", "have", "for", "on", "that",
      "this", "are", "with", "when", "be",   "not", "you",  "if",  "or", "am"};
  return words.contains(word);
}

// Whether most letters of `text` are of a script other than Latin.  In UTF-8
// Latin letters, accented ones included, start below 0xC9.
bool IsOtherScript(std::string_view text) {
  size_t latin = 0;
  size_t other = 0;
  for (const char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    if ((c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xC8)) ++latin;
    // Greek to CJK; emoji and punctuation (0xE2, 0xF0) are no letters.
    if ((c >= 0xC9 && c <= 0xE1) || (c >= 0xE3 && c <= 0xED)) ++other;
  }
  return other > latin && other >= 3;
}

}  // namespace

bool IsOtherLanguage(const Reading& reading) {
  if (IsOtherScript(reading.text)) return true;
  size_t foreign = 0;
  size_t english = 0;
  for (const Token& token : reading.tokens) {
    const std::string_view word = reading.Text(token.span);
    foreign += IsForeignWord(word) ? 1 : 0;
    english += IsEnglishWord(word) ? 1 : 0;
  }
  return foreign >= 2 && foreign > english;
}

}  // namespace quiver
