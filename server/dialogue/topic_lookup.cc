// "Iron?", "and for the saliva", "only when I write": what is said in the
// middle of a talk, in words that only the documents of the talk explain.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/rules.h"
#include "retrieve/stop_words.h"

namespace quiver {
namespace {

// A shorter stem must be a whole word.
constexpr size_t kLeastPrefix = 4;
constexpr size_t kLeastWord = 3;

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

// The words of the message that say what it is about, as the beginnings that
// all their forms share.
std::vector<std::string> TellingWords(const Turn& turn) {
  std::vector<std::string> words;
  for (const Token& token : turn.understanding().utterance.corrected.tokens) {
    std::string word = token.stem;
    if (IsStopStem(word) || word.size() < kLeastWord ||
        !std::all_of(word.begin(), word.end(), IsLetter)) {
      continue;
    }
    const bool mute = word.back() == 'e' || word.back() == 'i';
    if (mute && word.size() > kLeastPrefix) word.pop_back();
    words.push_back(std::move(word));
  }
  return words;
}

// Whether a word of `text` begins with `word`, or is it when it is short.
// `text` is in lower case.
bool Holds(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != text.npos;
       at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !IsLetter(text[at - 1]);
    const bool ends = end == text.size() || !IsLetter(text[end]);
    if (begins && (ends || word.size() >= kLeastPrefix)) return true;
  }
  return false;
}

struct Place {
  PassageChoice choice;
  std::string text;  // In lower case.
};

std::vector<Place> PlacesOfTalk(const Turn& turn) {
  std::vector<Place> places;
  for (const std::string& id : turn.state.topic.documents) {
    const Document* document = turn.catalog().FindDocument(id);
    if (document == nullptr) continue;
    for (size_t i = 0; i < document->passages.size(); ++i) {
      Place& place = places.emplace_back();
      place.choice = {document, i};
      place.text = PlainText(document->passages[i].blocks);
      for (char& c : place.text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
    }
  }
  return places;
}

// The passage of the talk's documents that holds the most of `words`; of those
// that hold as many the first, before those that were told.  None when it holds
// less than half.
std::optional<PassageChoice> FindPassage(
    const Turn& turn, const std::vector<std::string>& words) {
  size_t most = 0;
  std::optional<PassageChoice> best;
  for (const Place& place : PlacesOfTalk(turn)) {
    const bool was_told =
        turn.state.WasTold(place.choice.document->id, place.choice.passage);
    const auto held = static_cast<size_t>(std::count_if(
        words.begin(), words.end(),
        [&](const std::string& word) { return Holds(place.text, word); }));
    const size_t rank = 2 * held + (held > 0 && !was_told ? 1 : 0);
    if (rank <= most || 2 * held < words.size()) continue;
    most = rank;
    best = place.choice;
  }
  return best;
}

}  // namespace

bool LookUpInTalk(Turn& turn) {
  if (turn.state.topic.empty() || turn.state.urgent ||
      turn.understanding().other_language) {
    return false;
  }
  const auto found = FindPassage(turn, TellingWords(turn));
  if (!found) return false;
  if (turn.state.WasTold(found->document->id, found->passage)) {
    // Only what is asked is told again.
    if (!turn.understanding().Asks()) return false;
  }
  TellPassage(turn, *found->document, found->passage);
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
  GoOnAsking(turn);
  return true;
}

}  // namespace quiver
