#include "context/trigger_phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "context/trigger_tables.h"
#include "text/word_trie.h"

namespace quiver {
namespace {

// A kind of trigger that a phrase is.
struct Ending {
  PhraseGroup group = PhraseGroup::kDenial;
  TriggerKind kind = TriggerKind::kPseudo;
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

// All phrases.
class Phrases {
 public:
  Phrases() {
    for (const auto lists :
         {PhrasesOfSpeech(), PhrasesOfEvents(), PhrasesOfUse()}) {
      for (const PhraseList& list : lists) {
        for (const std::string_view phrase : Split(list.phrases, '|')) {
          const uint32_t node = trie_.Add(Split(phrase, ' '));
          endings_.resize(trie_.size());
          endings_[node].push_back({list.group, list.kind});
        }
      }
    }
  }

  const WordTrie& trie() const { return trie_; }

  // What the phrase that ends at `node` is, in the order of the tables.
  const std::vector<Ending>& EndingsAt(uint32_t node) const {
    return endings_[node];
  }

 private:
  WordTrie trie_;
  std::vector<std::vector<Ending>> endings_;  // Of each node.
};

// Never destroyed, so that threads may outlive main().
const Phrases& AllPhrases() {
  static const Phrases& phrases = *new Phrases;
  return phrases;
}

// Finds the phrases in the words of one clause.
class TriggerFinder {
 public:
  TriggerFinder(std::span<const std::string_view> words,
                std::span<const MentionPart> parts)
      : phrases_(AllPhrases()), words_(words), parts_(parts) {
    known_.reserve(words.size());
    for (const std::string_view word : words) {
      known_.push_back(trie().Find(word));
    }
    triggers_.reserve(words.size());
  }

  std::vector<Trigger> Find() && {
    for (size_t at = 0; at < words_.size(); ++at) FindAt(at);
    return std::move(triggers_);
  }

 private:
  struct Range {
    size_t first = 0;
    size_t last = 0;
  };

  const WordTrie& trie() const { return phrases_.trie(); }

  // Adds the phrases that begin at `at`, the longest first.
  void FindAt(size_t at) {
    uint32_t node = NodeOfFirst(at);
    for (size_t next = at + 1; node != 0; ++next) {
      path_.push_back(node);
      node = next < words_.size() ? trie().Next(node, known_[next]) : 0;
    }
    for (; !path_.empty(); path_.pop_back()) {
      for (const Ending& ending : phrases_.EndingsAt(path_.back())) {
        Add(ending, {at, at + path_.size()});
      }
    }
  }

  // Where phrases with the word at `at` begin: "mother's" as "mother".
  uint32_t NodeOfFirst(size_t at) const {
    const uint32_t node = known_[at].node;
    std::string_view word = words_[at];
    if (node != 0 || word.size() <= 2 || !word.ends_with("'s")) return node;
    word.remove_suffix(2);
    return trie().Find(word).node;
  }

  void Add(const Ending& ending, const Range& range) {
    Range& hides = latest_[static_cast<size_t>(ending.group)];
    // Equals do not hide each other: a phrase may be of several kinds.
    const bool is_equal =
        hides.first == range.first && hides.last == range.last;
    if (range.first < hides.last && !is_equal) return;
    if (ending.kind == TriggerKind::kPseudo && CrossesIntoMention(range)) {
      return;
    }
    hides = range;
    triggers_.push_back({ending.kind, range.first, range.last});
  }

  // Whether a mention begins inside `range`.
  bool CrossesIntoMention(const Range& range) const {
    for (size_t i = range.first + 1; i < range.last; ++i) {
      if (parts_[i] == MentionPart::kStart) return true;
    }
    return false;
  }

  const Phrases& phrases_;
  const std::span<const std::string_view> words_;
  const std::span<const MentionPart> parts_;
  std::vector<WordTrie::Word> known_;      // Of each word.
  absl::InlinedVector<uint32_t, 8> path_;  // Nodes, from the first word.
  // The last phrase of each group.
  std::array<Range, static_cast<size_t>(PhraseGroup::kCount)> latest_{};
  std::vector<Trigger> triggers_;
};

}  // namespace

std::vector<Trigger> FindTriggers(std::span<const std::string_view> words,
                                  std::span<const MentionPart> parts) {
  return TriggerFinder(words, parts).Find();
}

}  // namespace quiver
