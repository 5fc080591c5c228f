#include "match/occurrences.h"

#include <algorithm>

namespace quiver {
namespace {

// A text with more occurrences than this does not leave its room behind.
constexpr size_t kKeptLinks = 16384;

}  // namespace

void Occurrences::Clear(size_t groups, uint32_t listed) {
  if (links_.capacity() > kKeptLinks) links_ = {};
  links_.clear();
  groups_.clear();
  listed_ = listed;
  if (chains_.size() < groups) chains_.resize(groups);
  if (++epoch_ != 0) return;
  chains_.assign(chains_.size(), Chain());
  epoch_ = 1;
}

void Occurrences::AddFurther(Chain& chain, Span span) {
  const auto link = static_cast<uint32_t>(links_.size());
  if (chain.last == kNone) {
    links_.push_back({span, link});
  } else {
    links_.push_back({span, links_[chain.last].next});
    links_[chain.last].next = link;
  }
  chain.last = link;
}

template <typename Visit>
void Occurrences::VisitFurther(const Chain& chain, Visit visit) const {
  if (chain.last == kNone) return;
  uint32_t link = chain.last;
  do {
    link = links_[link].next;
    if (!visit(links_[link].span)) return;
  } while (link != chain.last);
}

uint32_t Occurrences::LastBegin(uint32_t group) const {
  uint32_t begin = chains_[group].first.begin;
  VisitFurther(chains_[group], [&](const Span& span) {
    begin = std::max(begin, span.begin);
    return true;
  });
  return begin;
}

uint32_t Occurrences::FurtherEndAfter(const Chain& chain, uint32_t from) const {
  uint32_t end = kNone;
  VisitFurther(chain, [&](const Span& span) {
    if (span.begin < from) return true;
    end = span.end;
    return false;
  });
  return end;
}

}  // namespace quiver
