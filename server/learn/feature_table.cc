#include "learn/feature_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace quiver {
namespace {

constexpr size_t kEntryBytes = sizeof(uint64_t) + sizeof(float);
// What the characters of a text count, the words counting 1.
constexpr float kCharacterLength = 1.2F;

float TermWeight(uint32_t count) {
  return count == 1 ? 1.0F : 1.0F + std::log(static_cast<float>(count));
}

float InverseDocumentFrequency(size_t texts, size_t holding) {
  return static_cast<float>(1 + std::log(static_cast<double>(1 + texts) /
                                         static_cast<double>(1 + holding)));
}

// Hashes of all `kind` n-grams of `texts`, and in how many texts each stands.
std::vector<NGram> CountTexts(const std::vector<NGrams>& texts,
                              std::vector<NGram> NGrams::*kind) {
  std::vector<uint64_t> hashes;
  for (const NGrams& text : texts) {
    for (const NGram& ngram : text.*kind) hashes.push_back(ngram.hash);
  }
  std::sort(hashes.begin(), hashes.end());
  std::vector<NGram> counts;
  for (const uint64_t hash : hashes) {
    if (counts.empty() || counts.back().hash != hash) {
      counts.push_back({hash, 0});
    }
    ++counts.back().count;
  }
  return counts;
}

}  // namespace

FeatureTable::FeatureTable(const std::vector<NGrams>& texts,
                           uint32_t least_texts)
    : FeatureTable(EntriesOf(texts, least_texts),
                   InverseDocumentFrequency(texts.size(), 0)) {}

FeatureTable::FeatureTable(const std::vector<Entry>& entries,
                           float unknown_word_weight)
    : size_(entries.size()),
      unknown_word_weight_(unknown_word_weight),
      slots_(std::bit_ceil(2 * entries.size() + 2)) {
  const size_t mask = slots_.size() - 1;
  for (const Entry& entry : entries) {
    size_t slot = entry.hash & mask;
    while (slots_[slot].index != kFree) slot = (slot + 1) & mask;
    slots_[slot] = entry;
  }
}

void FeatureTable::AddEntries(const std::vector<NGrams>& texts,
                              std::vector<NGram> NGrams::*kind,
                              uint32_t least_texts,
                              std::vector<Entry>& entries) {
  for (const NGram& ngram : CountTexts(texts, kind)) {
    if (ngram.count < least_texts) continue;
    entries.push_back({ngram.hash,
                       InverseDocumentFrequency(texts.size(), ngram.count),
                       static_cast<uint32_t>(entries.size())});
  }
}

std::vector<FeatureTable::Entry> FeatureTable::EntriesOf(
    const std::vector<NGrams>& texts, uint32_t least_texts) {
  std::vector<Entry> entries;
  AddEntries(texts, &NGrams::words, least_texts, entries);
  const size_t words = entries.size();
  AddEntries(texts, &NGrams::characters, least_texts, entries);
  for (size_t i = words; i < entries.size(); ++i) {
    entries[i].weight = std::sqrt(entries[i].weight);
  }
  return entries;
}

const FeatureTable::Entry* FeatureTable::Find(uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  for (size_t slot = hash & mask; slots_[slot].index != kFree;
       slot = (slot + 1) & mask) {
    if (slots_[slot].hash == hash) return &slots_[slot];
  }
  return nullptr;
}

void FeatureTable::AddBlock(const std::vector<NGram>& ngrams,
                            float unknown_weight, float length,
                            std::vector<Feature>& features) const {
  const size_t begin = features.size();
  float squares = 0;
  // A look into the table waits for memory: ask for all at once.
  for (const NGram& ngram : ngrams) {
    __builtin_prefetch(&slots_[ngram.hash & (slots_.size() - 1)]);
  }
  for (const NGram& ngram : ngrams) {
    const Entry* const entry = Find(ngram.hash);
    const float value = TermWeight(ngram.count) *
                        (entry != nullptr ? entry->weight : unknown_weight);
    squares += value * value;
    if (entry != nullptr) features.push_back({entry->index, value});
  }
  if (squares == 0) return;
  const float scale = length / std::sqrt(squares);
  for (size_t i = begin; i < features.size(); ++i) features[i].value *= scale;
}

std::vector<Feature> FeatureTable::Vectorize(const NGrams& ngrams) const {
  std::vector<Feature> features;
  features.reserve(ngrams.words.size() + ngrams.characters.size());
  AddBlock(ngrams.words, unknown_word_weight_, 1, features);
  AddBlock(ngrams.characters, std::sqrt(unknown_word_weight_), kCharacterLength,
           features);
  return features;
}

void FeatureTable::Serialize(ByteWriter& writer) const {
  std::vector<Entry> entries(size_);
  for (const Entry& entry : slots_) {
    if (entry.index != kFree) entries[entry.index] = entry;
  }
  writer.WriteFloat(unknown_word_weight_);
  writer.WriteUint32(static_cast<uint32_t>(size_));
  for (const Entry& entry : entries) {
    writer.WriteUint64(entry.hash);
    writer.WriteFloat(entry.weight);
  }
}

absl::StatusOr<FeatureTable> FeatureTable::Deserialize(ByteReader& reader) {
  const float unknown_word_weight = reader.ReadFloat();
  const size_t size = reader.ReadUint32();
  if (!reader.ok() || !reader.Has(size, kEntryBytes)) {
    return absl::DataLossError("the feature table is cut short");
  }
  std::vector<Entry> entries;
  entries.reserve(size);
  for (size_t i = 0; i < size; ++i) {
    const uint64_t hash = reader.ReadUint64();
    const float weight = reader.ReadFloat();
    entries.push_back({hash, weight, static_cast<uint32_t>(i)});
  }
  return FeatureTable(entries, unknown_word_weight);
}

}  // namespace quiver
