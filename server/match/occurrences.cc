#include "match/occurrences.h"

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

uint32_t Occurrences::EndAfter(uint32_t group, uint32_t from) const {
  if (!Occurs(group)) return kNone;
  for (uint32_t link = chains_[group].head; link != kNone;
       link = links_[link].next) {
    if (links_[link].span.begin >= from) return links_[link].span.end;
  }
  return kNone;
}

}  // namespace quiver
