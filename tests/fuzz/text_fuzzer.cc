// Reads any bytes, and checks what every Utterance promises.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

const Reader& SmallReader() {
  static const std::unique_ptr<Dictionary> dictionary =
      MakeDictionary({"a", "eye", "is", "it"});
  static const std::unique_ptr<Reader> reader = [] {
    Vocabulary vocabulary;
    vocabulary.words = {{"eyelid", 9}, {"calf", 5}, {"muscle", 7}, {"aab", 1}};
    vocabulary.spellings = {{"alot", "a lot"}, {"b", "be"}, {"x", "one two"}};
    return MakeReader(std::move(vocabulary), *dictionary);
  }();
  return *reader;
}

void RequireSoundOrigin(const Reading& reading, std::string_view original) {
  Require(reading.origin.size() == reading.text.size() + 1);
  Require(reading.origin.back() == original.size());
  for (size_t i = 0; i < reading.text.size(); ++i) {
    Require(reading.origin[i] <= reading.origin[i + 1]);
  }
}

void RequireSoundTokens(const Reading& reading) {
  uint32_t end = 0;
  for (const Token& token : reading.tokens) {
    Require(token.span.begin >= end && token.span.size() > 0);
    Require(!token.stem.empty());
    end = token.span.end;
  }
  Require(end <= reading.text.size());
}

void RequireSoundClauses(const Reading& reading) {
  uint32_t next = 0;
  for (const Clause& clause : reading.clauses) {
    Require(clause.first_token == next && clause.last_token > next);
    Require(clause.span.Contains(reading.tokens[next].span));
    next = clause.last_token;
    Require(clause.span.Contains(reading.tokens[next - 1].span));
  }
  Require(next == reading.tokens.size());
}

void RequireSound(const Reading& reading, std::string_view original) {
  RequireSoundOrigin(reading, original);
  RequireSoundTokens(reading);
  RequireSoundClauses(reading);
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view original(reinterpret_cast<const char*>(data), size);
  if (!quiver::IsValidUtf8(original)) return 0;

  const quiver::Utterance utterance = quiver::SmallReader().Read(original);

  quiver::RequireSound(utterance.raw, original);
  quiver::RequireSound(utterance.corrected, original);
  quiver::Require(quiver::Normalize(utterance.raw.text) == utterance.raw.text);
  return 0;
}
