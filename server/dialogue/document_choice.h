#ifndef QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_
#define QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_

#include <vector>

#include "dialogue/answering.h"
#include "dialogue/known_details.h"

namespace quiver {

// The documents that answer an inquiry, for dialogue/passage_selection.cc.
class DocumentChoice {
 public:
  // `turn` and `inquiry` must outlive it.  What is known is read here, once.
  DocumentChoice(const Turn& turn, const Inquiry& inquiry);

  // The inquiry's own, or one that is about it and something more that is known
  // and that nobody is asked for: the illness of those in whom it was found.
  const Document* Asked() const;

  // Those that fit the details better than the inquiry's own, best first.
  std::vector<const Document*> Better() const;

  // The best, and those about details that the best is not about, if there
  // are any: of "my eyelid, since I drink more coffee" one each.  At least one,
  // at most two, or three for advice.
  std::vector<const Document*> Leads() const;

  // The document about details of this message that `lead` is not about; null
  // when there is none.
  const Document* ComplementOf(const Document& lead) const;

 private:
  std::vector<const Document*> AdviceLeads() const;

  const Turn& turn_;
  const Inquiry& inquiry_;
  const bool now_only_;  // Whether only details of this message count.
  const KnownDetails details_;
  // The documents about those that count, the best first.
  const std::vector<const Document*> fitting_;
};

// Whether `document` is about `entity`, whatever its value.
bool IsAbout(const Document& document, std::string_view entity);

// Where `document` comes in when several are told: first (0) what is about
// things that nobody is asked for, such as a condition; then in the order of
// the slots, as a talk goes, for example the place before what sets it off.
size_t PlaceInTalk(const Catalog& catalog, const Document& document);

// Whether `document` is about a matter of its own, such as a condition: nobody
// is asked for it, and it is more specific than a place.  What is said of a
// place, or in general, does not hold for it.
bool IsOwnMatter(const Catalog& catalog, const Document& document);

// Whether `narrow` is about all that `wide` is about, and about something more
// that nobody is asked for: the illness of those in whom it was found.
bool Narrows(const Catalog& catalog, const Document& narrow,
             const Document& wide);

// The documents the talk is about, when this message names no other: "how long
// does it last?".
std::vector<const Document*> TopicDocuments(const Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_DOCUMENT_CHOICE_H_
