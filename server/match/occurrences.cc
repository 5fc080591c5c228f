#include "match/occurrences.h"

#include <algorithm>

namespace quiver {
namespace {

// A text with more occurrences than this does not leave its room behind.
constexpr size_t kKeptLinks = 16384;

}  // namespace

void Occurrences::Clear(size_t groups) {
  if (links_.capacity() > kKeptLinks) links_ = {};
  links_.clear();
  groups_.clear();
  if (chains_.size() < groups) chains_.resize(groups);
  if (++epoch_ != 0) return;
  chains_.assign(chains_.size(), Chain());
  epoch_ = 1;
}

void Occurrences::Add(uint32_t group, Span span) {
  const auto link = static_cast<uint32_t>(links_.size());
  links_.push_back({.span = span});
  Chain& chain = chains_[group];
  if (chain.epoch == epoch_) {
    links_[chain.tail].next = link;
  } else {
    chain.epoch = epoch_;
    chain.head = link;
    chain.last_begin = 0;
    groups_.push_back(group);
  }
  chain.tail = link;
  chain.last_begin = std::max(chain.last_begin, span.begin);
}

uint32_t Occurrences::EndAfter(uint32_t group, uint32_t from) const {
  if (!Occurs(group)) return kNone;
  for (uint32_t link = chains_[group].head; link != kNone;
       link = links_[link].next) {
    if (links_[link].span.begin >= from) return links_[link].span.end;
  }
  return kNone;
}

}  // namespace quiver
