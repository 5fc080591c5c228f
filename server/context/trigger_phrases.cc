#include "context/trigger_phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "context/trigger_tables.h"
#include "text/word_table.h"

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

// All phrases, in a trie of their words.  A node stands for the words that lead
// to it; node 0 for none.
class PhraseTrie {
 public:
  PhraseTrie() {
    for (const auto lists :
         {PhrasesOfSpeech(), PhrasesOfEvents(), PhrasesOfUse()}) {
      for (const PhraseList& list : lists) {
        for (const std::string_view phrase : Split(list.phrases, '|')) {
          Add(Split(phrase, ' '), {list.group, list.kind});
        }
      }
    }
  }

  // A word of phrases.
  struct Word {
    uint32_t number = 0;  // 0: it is in no phrase.
    uint32_t node = 0;    // Where phrases that begin with it go on; 0: none do.
  };

  Word Find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? Word{} : found->second;
  }

  // The node that the word of `number` leads to from `node`; 0: none.
  uint32_t Next(uint32_t node, uint32_t number) const {
    if (number == 0 || !nodes_[node].leads_on) return 0;
    const auto found = next_.find(Step(node, number));
    return found == next_.end() ? 0 : found->second;
  }

  // What the phrase that ends at `node` is, in the order of the tables.
  const std::vector<Ending>& EndingsAt(uint32_t node) const {
    return nodes_[node].endings;
  }

 private:
  struct Node {
    bool leads_on = false;
    std::vector<Ending> endings;
  };

  static uint64_t Step(uint32_t node, uint32_t number) {
    return uint64_t{node} << 32 | number;
  }

  void Add(const std::vector<std::string_view>& words, const Ending& ending) {
    uint32_t node = 0;
    for (const std::string_view word : words) {
      Word& known = words_[word];
      if (known.number == 0) {
        known.number = static_cast<uint32_t>(words_.size());
      }
      nodes_[node].leads_on = true;
      const auto [next, is_new] = next_.try_emplace(
          Step(node, known.number), static_cast<uint32_t>(nodes_.size()));
      if (node == 0) known.node = next->second;
      node = next->second;
      if (is_new) nodes_.emplace_back();
    }
    nodes_[node].endings.push_back(ending);
  }

  WordTable<std::string_view, Word> words_;
  absl::flat_hash_map<uint64_t, uint32_t> next_;  // Step to node.
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

// Never destroyed, so that threads may outlive main().
const PhraseTrie& Trie() {
  static const PhraseTrie& trie = *new PhraseTrie;
  return trie;
}

// Finds the phrases in the words of one clause.
class TriggerFinder {
 public:
  TriggerFinder(std::span<const std::string_view> words,
                std::span<const MentionPart> parts)
      : trie_(Trie()), words_(words), parts_(parts) {
    known_.reserve(words.size());
    for (const std::string_view word : words) {
      known_.push_back(trie_.Find(word));
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

  // Adds the phrases that begin at `at`, the longest first.
  void FindAt(size_t at) {
    uint32_t node = NodeOfFirst(at);
    for (size_t next = at + 1; node != 0; ++next) {
      path_.push_back(node);
      node = next < words_.size() ? trie_.Next(node, known_[next].number) : 0;
    }
    for (; !path_.empty(); path_.pop_back()) {
      for (const Ending& ending : trie_.EndingsAt(path_.back())) {
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
    return trie_.Find(word).node;
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

  const PhraseTrie& trie_;
  const std::span<const std::string_view> words_;
  const std::span<const MentionPart> parts_;
  std::vector<PhraseTrie::Word> known_;    // Of each word.
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
