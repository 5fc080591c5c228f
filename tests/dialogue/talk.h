#ifndef QUIVER_TESTS_DIALOGUE_TALK_H_
#define QUIVER_TESTS_DIALOGUE_TALK_H_

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "dialogue/decision.h"

namespace quiver {

// What a visitor did, and what it was understood to mean: written by hand, so
// that the dialogue is tested without reading text.
struct Said {
  VisitorInput input;
  Understanding understanding;
};

// Says what a message means, in the words of the bicycle assistant
// (tests/support/content).
class Meaning {
 public:
  Meaning() = default;

  // What was typed; only options are looked up by it.
  Meaning& Typed(std::string text);
  // Typed, and read as so many words.
  Meaning& Tells(std::string text);
  Meaning& Tapped(std::initializer_list<std::string> option_ids);
  Meaning& Event(VisitorEvent event);

  // Mentions "part=brake"; with its side, or meant otherwise.
  Meaning& Detail(std::string_view detail, std::string_view side = "");
  Meaning& Denies(std::string_view detail);
  Meaning& Supposes(std::string_view detail);
  Meaning& OfFamily(std::string_view detail);

  // Asks what intent `name` means, of its own document or of `document`.
  Meaning& Asks(std::string_view name, std::string_view document = "");
  // Resembles a question that `document` answers; more of the same question.
  Meaning& Resembles(std::string_view document, double confidence = 0.9);
  Meaning& Or(std::string_view document, double confidence);
  // Gives nothing but details: the default intent is meant.
  Meaning& DetailsOnly();

  // Does what a social, control or answer intent says.
  Meaning& Does(std::string_view intent);
  Meaning& Danger(std::string_view rule);
  Meaning& InOtherLanguage();
  // Is put as a question, whatever it means.
  Meaning& AsQuestion();

  const Said& said() const { return said_; }

 private:
  Mention& Add(std::string_view detail);
  Candidate& AddQuestion(std::string_view document, Method method,
                         double confidence);

  Said said_;
};

// A conversation with the bicycle assistant, one decision after the other.
class Talk {
 public:
  Talk();

  // Takes a turn and gives the reply to it.
  const Reply& Say(const Meaning& meaning);
  const Reply& Type(std::string text) {
    return Say(Meaning().Typed(std::move(text)));
  }
  const Reply& Tap(std::initializer_list<std::string> option_ids) {
    return Say(Meaning().Tapped(option_ids));
  }

  const Decision& last() const { return last_; }
  const Reply& reply() const { return last_.reply; }
  SessionState& state() { return last_.state; }
  void SetToday(absl::CivilDay today) { today_ = today; }

 private:
  std::shared_ptr<const Catalog> catalog_;
  UnderstandingThresholds thresholds_;
  absl::CivilDay today_{2026, 6, 1};
  Decision last_;
};

// All messages of `reply` as text, apart by " | ".
std::string TextOf(const Reply& reply);
// Ids of its options and documents, apart by spaces.
std::string OptionsOf(const Reply& reply);
std::string CitedBy(const Reply& reply);
// What `state` holds: "part=left brake cause=!rain" ("!": denied).
std::string SlotsOf(const SessionState& state);

}  // namespace quiver

#endif  // QUIVER_TESTS_DIALOGUE_TALK_H_
