#include "context/trigger_phrases.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "base/string_map.h"
#include "context/trigger_tables.h"

namespace quiver {
namespace {

struct Phrase {
  std::vector<std::string_view> words;
  PhraseGroup group;
  TriggerKind kind;
};

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// Phrases by their first word, the longest first.
using PhraseTable = absl::flat_hash_map<std::string_view, std::vector<Phrase>,
                                        StringHash, std::equal_to<>>;

void AddTo(PhraseTable& table, std::span<const PhraseList> lists) {
  for (const PhraseList& list : lists) {
    for (const std::string_view phrase : Split(list.phrases, '|')) {
      std::vector<std::string_view> words = Split(phrase, ' ');
      const std::string_view first = words.front();
      table[first].push_back({std::move(words), list.group, list.kind});
    }
  }
}

PhraseTable MakeTable() {
  PhraseTable table;
  AddTo(table, PhrasesOfSpeech());
  AddTo(table, PhrasesOfEvents());
  AddTo(table, PhrasesOfUse());
  for (auto& [first, phrases] : table) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& left, const Phrase& right) {
                       return left.words.size() > right.words.size();
                     });
  }
  return table;
}

// Never destroyed, so that threads may outlive main().
const PhraseTable& Table() {
  static const PhraseTable& table = *new PhraseTable(MakeTable());
  return table;
}

bool MatchesAt(const Phrase& phrase, const std::vector<std::string_view>& words,
               size_t at) {
  if (at + phrase.words.size() > words.size()) return false;
  for (size_t i = 1; i < phrase.words.size(); ++i) {
    if (phrase.words[i] != words[at + i]) return false;
  }
  return true;
}

// Whether a mention begins after `first` and before `last`.
bool CrossesInto(const std::vector<bool>& is_mention_start, size_t first,
                 size_t last) {
  for (size_t i = first + 1; i < last; ++i) {
    if (is_mention_start[i]) return true;
  }
  return false;
}

const std::vector<Phrase>* PhrasesFrom(std::string_view word) {
  auto found = Table().find(word);
  if (found == Table().end() && word.size() > 2 && word.ends_with("'s")) {
    word.remove_suffix(2);
    found = Table().find(word);
  }
  return found == Table().end() ? nullptr : &found->second;
}

}  // namespace

std::vector<Trigger> FindTriggers(const std::vector<std::string_view>& words,
                                  const std::vector<bool>& is_mention_start) {
  struct Range {
    size_t first = 0;
    size_t last = 0;
  };
  // The last phrase of each group.
  std::array<Range, static_cast<size_t>(PhraseGroup::kCount)> latest{};
  std::vector<Trigger> triggers;
  triggers.reserve(words.size());
  for (size_t at = 0; at < words.size(); ++at) {
    const std::vector<Phrase>* phrases = PhrasesFrom(words[at]);
    if (phrases == nullptr) continue;
    for (const Phrase& phrase : *phrases) {
      Range& hides = latest[static_cast<size_t>(phrase.group)];
      const size_t last = at + phrase.words.size();
      // Equals do not hide each other: a phrase may be of several kinds.
      const bool is_equal = hides.first == at && hides.last == last;
      if (at < hides.last && !is_equal) continue;
      if (!MatchesAt(phrase, words, at)) continue;
      if (phrase.kind == TriggerKind::kPseudo &&
          CrossesInto(is_mention_start, at, last)) {
        continue;
      }
      hides = {at, last};
      triggers.push_back({phrase.kind, at, last});
    }
  }
  return triggers;
}

}  // namespace quiver
