#include "benchmarks/synthetic_patterns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string_view>
#include <utility>

namespace quiver {
namespace {

constexpr char kWordList[] = "/usr/share/dict/words";
constexpr size_t kGroups = 8000;
constexpr double kZipfExponent = 0.9;

const std::vector<std::vector<std::string>>& CommonGroups() {
  static const auto& groups = *new std::vector<std::vector<std::string>>{
      {"why", "how come", "what causes", "what makes"},
      {"how", "in what way"},
      {"when", "what time", "how soon"},
      {"what", "which"},
      {"can", "could", "may", "might"},
      {"is", "are", "was", "were"},
      {"stop", "stops", "end", "ends", "quit", "go away"},
      {"start", "starts", "begin", "begins", "began"},
      {"cancel", "cancels", "cancelled", "undo", "call off"},
      {"order", "orders", "purchase", "booking"},
      {"pay", "pays", "paid", "payment"},
      {"refund", "refunds", "money back"},
      {"account", "profile", "login"},
      {"change", "changes", "changed", "update", "edit"},
      {"delete", "remove", "erase", "drop"},
      {"help", "assist", "support"},
      {"worried", "afraid", "scared", "anxious"},
      {"doctor", "physician", "clinic"},
      {"pain", "pains", "ache", "aches", "hurt", "hurts"},
      {"leg", "legs", "calf", "calves"},
      {"arm", "arms", "elbow"},
      {"night", "evening", "bedtime"},
      {"coffee", "caffeine", "tea"},
      {"exercise", "workout", "training", "running"},
      {"dangerous", "serious", "harmful", "bad"},
      {"normal", "common", "usual"},
      {"today", "now", "right now"},
      {"long", "many days", "weeks"},
      {"child", "children", "kid", "kids", "son", "daughter"},
      {"ship", "ships", "shipping", "delivery", "deliver"},
  };
  return groups;
}

std::vector<std::string> ReadWords() {
  std::ifstream file(kWordList);
  std::vector<std::string> words;
  for (std::string word; std::getline(file, word);) {
    const bool plain = std::all_of(word.begin(), word.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && word.size() >= 4 && word.size() <= 10) words.push_back(word);
  }
  if (words.size() < kGroups) {
    std::cerr << kWordList << " is missing: install wamerican\n";
    std::exit(1);
  }
  return words;
}

}  // namespace

SyntheticPatterns::SyntheticPatterns(uint32_t seed)
    : random_(seed), words_(ReadWords()), groups_(CommonGroups()) {
  while (groups_.size() < kGroups) {
    std::vector<std::string> group;
    for (size_t i = 1 + Below(5); i > 0; --i) group.push_back(Filler());
    groups_.push_back(std::move(group));
  }
  double total = 0;
  for (size_t rank = 1; rank <= groups_.size(); ++rank) {
    total += 1 / std::pow(static_cast<double>(rank), kZipfExponent);
    popularity_.push_back(total);
  }
}

size_t SyntheticPatterns::Below(size_t limit) { return random_() % limit; }

size_t SyntheticPatterns::PopularGroup() {
  const double point = popularity_.back() * (random_() / 4294967296.0);
  return std::upper_bound(popularity_.begin(), popularity_.end(), point) -
         popularity_.begin();
}

const std::string& SyntheticPatterns::Word(size_t group) {
  return groups_[group][Below(groups_[group].size())];
}

const std::string& SyntheticPatterns::Filler() {
  return words_[Below(words_.size())];
}

std::string SyntheticPatterns::Common() {
  static constexpr std::array<std::string_view, 12> kCommon = {
      "i",  "my", "the", "do", "it",  "a",
      "to", "of", "and", "in", "not", "please"};
  return std::string(kCommon[Below(kCommon.size())]);
}

std::string SyntheticPatterns::Alternatives(size_t group) const {
  std::string alternatives = "(?:";
  for (const std::string& word : groups_[group]) {
    if (alternatives.size() > 3) alternatives += '|';
    alternatives += word;
  }
  return alternatives + ")";
}

std::string SyntheticPatterns::Pattern(const std::vector<size_t>& groups) {
  const std::string a = Alternatives(groups[0]);
  const std::string b = Alternatives(groups[1]);
  const std::string c = Alternatives(groups[2]);
  const std::string d = Alternatives(groups[3]);
  const std::string word = Word(groups[1]);
  switch (Below(12)) {
    case 0:
      return "\\b" + a + "\\b.*\\b" + b + "\\b";
    case 1:
      return "\\b" + a + "\\b.*\\b" + b + "\\b.*\\b" + c + "\\b";
    case 2:
      return "\\b" + a + "\\b.*\\b" + b + "\\b.*\\b" + c + "\\b.*\\b" + d +
             "\\b";
    case 3:
      return "^(?:please |can you |i want to )?" + a + "\\b.*\\b" + b + "\\b";
    case 4:
      return "\\b" + a + "\\s+(?:\\w+\\s+){0,4}" + b + "\\b";
    case 5:
      return "\\b" + a + "\\b.*\\b" + b + " (?P<value>\\w+)";
    case 6:
      return "\\b(?:not|never|don't|doesn't) (?:\\w+\\s+){0,2}" + a +
             "\\b.*\\b" + b + "\\b";
    case 7:
      return "^" + a + " (?:the |my |an? )?" + b + "[?.! ]*$";
    case 8:
      return "\\b" + a + "\\b (?:my|the|your) " + word + "(?:s|ed|ing)?\\b";
    case 9:
      return "\\b" + b + "(?: of| in| on)? (?:my |the )?" + c + "\\b";
    case 10:
      return "\\b" + a + "\\b.{0,20}\\b" + b + "\\b";
    default:
      return "\\b(?:" + word + "|" + Word(groups[2]) + " " + Word(groups[3]) +
             ")\\b";
  }
}

std::vector<std::string> SyntheticPatterns::Patterns(size_t size) {
  std::vector<std::string> patterns = {
      "\\b\\d{1,3} ?(?:y|m)\\b",
      "^\\W*$",
      "\\w+\\?+$",
      "^(?:\\w+\\s*){1,2}[?]\\s*$",
      "\\b(?:[a-z]{12,})\\b.*\\d",
      "\\?.*\\?",
  };
  while (patterns.size() < size) {
    intents_.push_back({PopularGroup(), Below(groups_.size()), PopularGroup(),
                        PopularGroup()});
    for (size_t i = 3 + Below(8); i > 0 && patterns.size() < size; --i) {
      patterns.push_back(Pattern(intents_.back()));
    }
  }
  return patterns;
}

std::vector<std::string> SyntheticPatterns::RequestWords() {
  std::vector<std::string> words;
  for (size_t group : intents_[Below(intents_.size())]) {
    words.push_back(Word(group));
    for (size_t i = Below(3); i > 0; --i) {
      words.push_back(Below(3) == 0 ? Filler() : Common());
    }
  }
  return words;
}

std::vector<std::string> SyntheticPatterns::RandomWords() {
  std::vector<std::string> words;
  for (size_t i = 4 + Below(12); i > 0; --i) {
    const size_t kind = Below(10);
    words.push_back(kind < 3   ? Word(PopularGroup())
                    : kind < 4 ? Word(Below(groups_.size()))
                    : kind < 6 ? Filler()
                               : Common());
  }
  return words;
}

std::string SyntheticPatterns::Message() {
  std::string message;
  for (const std::string& word :
       Below(2) == 0 ? RequestWords() : RandomWords()) {
    if (!message.empty()) message += ' ';
    message += word;
  }
  return message + (Below(3) == 0 ? "?" : "");
}

std::vector<std::string> SyntheticPatterns::Messages(size_t size) {
  std::vector<std::string> messages;
  while (messages.size() < size) messages.push_back(Message());
  return messages;
}

std::string SyntheticPatterns::Paste(size_t bytes) {
  std::string paste;
  while (paste.size() < bytes) paste += Message() + ". ";
  return paste;
}

}  // namespace quiver
