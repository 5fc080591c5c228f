#include "context/word_traits.h"

#include <cstddef>

#include "text/word_table.h"

namespace quiver {
namespace {

using Table = WordTable<std::string_view, uint32_t>;

constexpr WordList kTraits[] = {
    {kPresentTense,
     "is are am i'm im he's hes she's shes it's they're has have can't cant "
     "cannot can isn't aren't keeps keep gets again still hasn't won't wont "
     "feels"},
    {kPastTense,
     "had was were did could got went felt lost fell woke broke came took "
     "became kept couldn't wasn't didn't couldnt wasnt didnt hurt began would"},
    {kPastVerb,
     "couldn't couldnt could was wasn't wasnt were didn't didnt did had hadn't "
     "felt got lost woke went began started would kept wouldn't"},
    {kNegativeVerb, "cannot cant wont unable"},
    {kOnset,
     "since after afterwards ever began started worse caused triggered"},
    {kDateOpener, "in around when aged age at once"},
    {kJoiner, "and plus"},
    {kPointer, "my his her their our this these"},
    {kHolder, "i i'm my mine his her"},
    {kForeseeing, "would could might will"},
};

// Never destroyed, so that threads may outlive main().
const Table& Words() {
  static const Table& table = *new Table(BitsOfWords(kTraits));
  return table;
}

// What the ending of `word` tells.
uint32_t TraitsOfEnding(std::string_view word) {
  uint32_t traits = kPlainWord;
  if (word.ends_with("'ve")) traits |= kPresentTense;
  if (word.ends_with("n't")) traits |= kNegativeVerb;
  constexpr size_t kShortest = 5;  // "ached", but not "need".
  if (word.size() >= kShortest && word.ends_with("ed")) traits |= kPastTense;
  return traits;
}

}  // namespace

uint32_t TraitsOf(std::string_view word) {
  const auto found = Words().find(word);
  const uint32_t own = found == Words().end() ? kPlainWord : found->second;
  return own | TraitsOfEnding(word);
}

}  // namespace quiver
