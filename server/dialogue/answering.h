#ifndef QUIVER_DIALOGUE_ANSWERING_H_
#define QUIVER_DIALOGUE_ANSWERING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/turn.h"

namespace quiver {

// Words of an answer, at most: a screen of a phone.
inline constexpr size_t kMostWords = 130;

// What is asked: which document, and which aspect of whatever fits better.
struct Inquiry {
  // How far details of the conversation may lead to other documents.
  enum class Reach {
    kDocument,    // Not at all: the visitor chose it.
    kComplement,  // To one beside it, about another detail of this message.
    kAll,         // To more specific ones, remembered details included.
    kDetails,     // They decide; `document` is for when no other fits.
  };

  const Intent* intent = nullptr;      // Null when resemblance found it.
  const Document* document = nullptr;  // Null: nothing to tell.
  std::string aspect;                  // Empty: none.
  Reach reach = Reach::kComplement;
  // The question of this message that asks; null when none does.
  const Question* question = nullptr;
  // Nothing is asked but what to make of it: "my calf twitches".
  bool advise = false;
  // Room for the answer; a single passage may be longer.
  size_t most_words = kMostWords;
};

// What is told, and what the talk is about from then on.
struct AnswerChoice {
  // The document that leads first, whether or not it has anything to add; at
  // least one.
  std::vector<const Document*> about;
  std::vector<PassageChoice> passages;  // In the order to give them.
};

// Whether `aspect` is none, or the first of the assistant's.
bool IsMainAspect(const Catalog& catalog, const std::string& aspect);

// The section of `document` that treats `aspect`, if there is one that was not
// told yet.
std::optional<size_t> NewSection(const Turn& turn, const Document& document,
                                 const std::string& aspect);

// What the best candidate of `question` asks.
Inquiry InquiryOf(const Turn& turn, const Question& question);
// What `document` says in general, as the visitor chose it.
Inquiry InquiryOf(const Document& document);
// What was last asked, about the details that are known by now: "what about my
// thumb?".
Inquiry InquiryOfDetails(const Turn& turn);

// What the talk is about once `inquiry` was answered from `about`.
Topic TopicOf(const Inquiry& inquiry,
              const std::vector<const Document*>& about);

// The passages that answer `inquiry`: of at most two documents and
// Inquiry::most_words, unless a single passage is longer.
//
// Advice is new passages only: what it is likely to be and, once no follow-up
// is left to ask, the sections of Profile::advice.
//
// Documents that fit the details better than that of the inquiry come first.
// An aspect is answered by the section that treats it; where the document has
// none, by its short answer and the intent's own document, which then does not
// take its place in the talk.
AnswerChoice ChooseAnswer(const Turn& turn, const Inquiry& inquiry);

// Gives the passages that answer `inquiry`, and keeps what the talk is about.
// What was told before is not told again: another passage is, and a remark
// says so.  What this reply told already is left out without a word.
void GiveAnswer(Turn& turn, const Inquiry& inquiry);

// Gives advice anew, now that details were given or changed: what fits them
// and was not told yet.  Says whether there was anything.
bool Advise(Turn& turn);

// Gives a passage about the topic that was not told yet.  Says whether there
// was one.
bool TellSomethingNew(Turn& turn);

// Says what an answer after an urgent sign begins with, until the visitor names
// what else to talk about.  Returns whether there was such a sign: then nothing
// is asked.
bool LeaveUrgencyBehind(Turn& turn);

// Tells the section whose aspect is named as a detail just given: of "for two
// weeks now" the one about durations.  Says whether there was one that is new.
bool TellSectionOfDetail(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_ANSWERING_H_
