#include "conversation/random_visitor.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace quiver {
namespace {

constexpr std::array<std::string_view, 12> kDetailForms = {
    "{}",
    "my left {}",
    "no {}",
    "i don't have {}",
    "no, i meant {}",
    "actually it's not {}",
    "what about {}?",
    "and {}?",
    "not sure, maybe {}",
    "why is it {}",
    "{} since yesterday",
    "my mother has {}"};

constexpr std::array<std::string_view, 30> kRequests = {
    "start over",
    "go back",
    "repeat",
    "what do you know about me",
    "forget me",
    "why do you ask?",
    "that's not what i asked",
    "simpler",
    "tell me more",
    "what should i tell my doctor?",
    "why?",
    "help",
    "yes",
    "no",
    "not sure",
    "skip",
    "none of these",
    "hello",
    "thanks",
    "bye",
    "are you a doctor",
    "2",
    "1 and 3",
    "99",
    "both",
    "how long does it last?",
    "is it dangerous and how do i stop it?",
    "for two weeks now",
    "¿por qué me pasa esto?",
    "and in pregnancy?"};

constexpr std::array<std::string_view, 8> kNonsense = {
    "asdf",        "book a flight",    "?", "!!!",
    "the the the", "\xF0\x9F\x98\x80", "0", "why why why why why"};

}  // namespace

RandomVisitor::RandomVisitor(const Catalog& catalog,
                             std::vector<std::string> emergencies,
                             uint32_t seed)
    : catalog_(catalog), emergencies_(std::move(emergencies)), random_(seed) {}

// Not std::uniform_int_distribution: libraries differ in it.
size_t RandomVisitor::Below(size_t bound) { return random_() % bound; }

std::string RandomVisitor::Detail() {
  const Entity& entity = Any(catalog_.entities);
  if (entity.values.empty()) return "three weeks";
  const EntityValue& value = Any(entity.values);
  const bool synonym = !value.synonyms.empty() && Below(2) == 0;
  return fmt::format(fmt::runtime(Any(kDetailForms)),
                     synonym ? Any(value.synonyms) : value.label);
}

std::string RandomVisitor::Question() {
  const Document& document = Any(catalog_.documents);
  return Below(4) == 0 && !document.aliases.empty() ? Any(document.aliases)
                                                    : Any(document.questions);
}

std::string RandomVisitor::Request() { return std::string(Any(kRequests)); }

std::string RandomVisitor::Nonsense() {
  std::string text(Any(kNonsense));
  if (Below(10) == 0) {
    for (int i = 0; i < 100; ++i) text += fmt::format(" {}", Detail());
  }
  return text;
}

std::string RandomVisitor::Text() {
  switch (Below(6)) {
    case 0:
    case 1:
      return Detail();
    case 2:
      return Question();
    case 3:
      return Nonsense();
    default:
      return Request();
  }
}

VisitorInput RandomVisitor::Tap(const Reply& reply) {
  VisitorInput input;
  const size_t taps = reply.multiple ? 1 + Below(3) : 1;
  for (size_t i = 0; i < taps; ++i) {
    const Slot& slot = Any(catalog_.slots);
    const Entity& entity = *catalog_.FindEntity(slot.name);
    if (!reply.options.empty() && Below(4) != 0) {
      input.option_ids.push_back(Any(reply.options).option_id);
    } else if (Below(4) == 0) {
      input.option_ids.push_back("gone.from_the_content");
    } else {
      // A picker offers every value, and an old screen may show any slot.
      input.option_ids.push_back(
          fmt::format("{}.{}", slot.name, Any(entity.values).name));
    }
  }
  return input;
}

VisitorInput RandomVisitor::Next(const Reply& reply) {
  VisitorInput input;
  in_danger_ = Below(25) == 0;
  if (in_danger_) {
    input.text.assign(Any(emergencies_));
  } else if (Below(5) == 0) {
    return Tap(reply);
  } else if (Below(50) == 0) {
    input.event = VisitorEvent::kRestart;
  } else if (Below(5) == 0) {
    input.text = fmt::format("{}. {}", Text(), Text());
  } else {
    input.text = Text();
  }
  return input;
}

std::string Transcribed(const VisitorInput& input) {
  if (input.event == VisitorEvent::kRestart) return "event: restart";
  if (!input.option_ids.empty()) {
    return fmt::format("tap: {}", fmt::join(input.option_ids, ", "));
  }
  return fmt::format("> {}", input.text);
}

}  // namespace quiver
