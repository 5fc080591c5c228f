#include "understand/trigger_phrases.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace quiver {
namespace {

struct PhraseList {
  TriggerKind kind;
  // Phrases apart by "|".
  std::string_view phrases;
};

// After NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009), in the
// words of people who type to a chat window rather than of doctors' notes.
constexpr PhraseList kPhraseLists[] = {
    {TriggerKind::kPseudo,
     "not only|not just|not merely|not simply|no doubt|no idea|no clue|"
     "no matter|no matter what|not sure|not certain|not clear|don't know|"
     "dont know|do not know|didn't know|no one knows|nobody knows|"
     "not without|never without|no relief|no change|no improvement|"
     "no increase|no explanation|no reason|no cause|no answers|no luck|"
     "no difference|not getting better|not improving|not better|"
     "not going away|not stopping|not normal|not right|not again|not well|"
     "not good|not helping|not working|not work|not help|doesn't help|"
     "doesnt help|didn't help|didnt help|does not help|don't help|"
     "can't stop|cant stop|cannot stop|can not stop|won't stop|wont stop|"
     "doesn't stop|doesnt stop|does not stop|don't stop|never stops|"
     "hasn't stopped|hasnt stopped|not stopped|can't control|cant control|"
     "cannot control|can't figure out|cant figure out|won't go away|"
     "wont go away|doesn't go away|doesnt go away|hasn't gone away|"
     "won't quit|wont quit|can't get rid of|cant get rid of|can't ignore|"
     "can't explain|can't help|cant help|can't sleep because of|"
     "why don't|why dont|why doesn't|why doesnt|why won't|why wont|"
     "why can't|why cant|why isn't|why isnt|why aren't|why hasn't|"
     "isn't it|isnt it|isn't that|aren't they|don't you|dont you|"
     "can't you|couldn't it|doesn't it|don't want|dont want|"
     "do not want|don't understand|dont understand|don't like|"
     "don't think it's normal|not to mention|not long ago|"
     "never seen|never noticed|never experienced|never felt|never happened|"
     "never before|no longer able|not able|not being able|without warning|"
     "without reason|without any reason|without cause|without stopping|"
     "without fail|no my|no i|no i'm|no im|no it|no it's|no its|no that|"
     "no that's|no this|no the|no he|no she|no we|no they|no his|no her|"
     "no but|no and|no actually|no wait|no sorry|no thanks|no thank|"
     "no please|if not|whether or not|what if not|not yet|"
     "worse if|better if|as if|even if|only if|not bad|no less"},
    {TriggerKind::kNegation,
     "no|not|without|w/o|never|none|none of|nor|neither|nothing|"
     "no sign of|no signs of|no evidence of|no history of|no more|no longer|"
     "free of|free from|negative for|ruled out|rules out|rule out|absence of|"
     "denies|denied|deny|instead of|rather than|other than|don't|dont|"
     "doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|arent|wasn't|wasnt|"
     "weren't|werent|haven't|havent|hasn't|hasnt|hadn't|hadnt|won't|wont|"
     "wouldn't|couldn't|cannot|can't|cant|ain't|aint|never had|never been|"
     "stopped having|stopped getting|not any|nope|quit|gave up|"
     "stopped drinking|stopped taking|nothing to do with"},
    {TriggerKind::kNegationBackward,
     "is not there|are not there|isn't there|isn't it anymore|was negative|"
     "were negative|came back negative|came back normal|was ruled out|"
     "were ruled out|has been ruled out|have been ruled out|"
     "been ruled out|is ruled out|is not the cause|isn't the cause|"
     "is not it|is fine|are fine|is normal|are normal|was normal|were normal|"
     "was clear|is not a problem|not affected|is not affected|no problem"},
    {TriggerKind::kTermination,
     "but|however|although|though|tho|except|except for|apart from|"
     "aside from|besides|yet|because|cause of|cuz|since|just|only|"
     "still|then|which|that's when|so|while|whereas|now|until|"
     "and i|and my|and it|and now|and then|and the|and he|and she|and his|"
     "and her|and there's|and there is|and since|secondary to|due to"},
    {TriggerKind::kPreposition,
     "in|in my|in the|in his|in her|on|on my|of my|of the|around my|around|"
     "near|from|after|when|during"},
    {TriggerKind::kHypothetical,
     "if|what if|in case|in the event of|suppose|supposing|imagine|unless|"
     "whether|wonder if|wondering if|worried about|worried it's|"
     "worried its|worried that it is|worried that it's|worry about|"
     "worrying about|scared of|scared it's|afraid of|"
     "afraid it's|fear of|fear it's|fears of|fearing|terrified of|anxious "
     "about|"
     "could it be|can it be|might it be|could this be|might be|may be|"
     "could be|is it|is this|might get|may get|will get|going to get|"
     "risk of|at risk of|at risk for|risk for|prevent|preventing|avoid|"
     "should i get|could lead to|lead to|leads to|turn into|turns into|"
     "develop into|would be|before i get|looking for signs of|"
     "look out for|watch for|watch out for|"
     "ask about|asked about|screen for|"
     "screening for|test for|tested for|convinced i have|convinced it's|"
     "thinking it's|think it's|think i have|think i might have|"
     "i think its|reading about|read about|read that|googled|googling|"
     "heard that|heard about|saw that|feels like i'm having|"
     "feel like i'm having"},
    {TriggerKind::kFiction,
     "in a movie|in the movie|in a film|in the film|in a book|in my book|"
     "in the book|in a novel|in my novel|in my story|in a story|in a game|"
     "in the game|in a video game|in a tv show|on tv|on a show|in a dream|"
     "in my dream|writing a|my character|the character|a character|"
     "for a school project|for my homework|for a quiz|for an essay"},
    {TriggerKind::kRecent,
     "seconds ago|second ago|minutes ago|minute ago|mins ago|min ago|"
     "hours ago|hour ago|hrs ago|hr ago|days ago|day ago|a week ago|"
     "yesterday|today|tonight|this morning|this afternoon|this evening|"
     "this week|last night|last week|earlier|earlier today|just now|just had|"
     "just happened|a moment ago|fine now|ok now|okay now|better now|gone now|"
     "back to normal now|now fine|right now|suddenly|all of a sudden|recently|"
     "woke up with|currently|at the moment"},
    {TriggerKind::kPast,
     "years ago|year ago|yrs ago|yr ago|months ago|month ago|weeks ago|"
     "decades ago|decade ago|long ago|a while ago|ages ago|years back|"
     "as a kid|as a child|as a baby|as a teenager|as a teen|as a toddler|"
     "as a boy|as a girl|as an infant|as a young|when i was a|"
     "when i was little|when i was young|when i was younger|when i was in|"
     "when he was a|when she was a|when he was little|when she was little|"
     "in the past|in my past|in childhood|in my childhood|in my youth|"
     "in my teens|in my twenties|in my thirties|during childhood|"
     "history of|past history|used to|previously|once had|at one time|"
     "back in|last year|last month|in college|in high school|at school|"
     "growing up|formerly|recovered from|got over|was treated for"},
    {TriggerKind::kOngoing,
     "started|start|began|begun|begins|since|ever since|noticed|came on|"
     "still|came back|is back|again now|ongoing|for the last|for the past"},
    {TriggerKind::kVisitor,
     "i|i'm|im|i've|ive|i'd|i'll|me|my|mine|myself|we|our|us"},
    {TriggerKind::kOther,
     "he|she|he's|she's|hes|shes|his|her|him|they|their|them|son|daughter|"
     "child|kid|baby|newborn|infant|toddler|grandson|granddaughter|"
     "grandchild|husband|wife|spouse|partner|boyfriend|girlfriend|fiance|bf|"
     "gf|mum|mom|mother|mam|dad|father|parent|brother|sister|sibling|twin|"
     "uncle|aunt|auntie|cousin|nephew|niece|grandmother|grandma|gran|nan|"
     "granny|grandfather|grandpa|grandad|granddad|friend|colleague|coworker|"
     "neighbor|neighbour|roommate|boss|teacher|student|patient|stepson|"
     "stepdaughter|stepdad|stepmom|someone here|a man|a woman|a guy|a lady|"
     "this man|this woman|this guy|this lady|passenger|little one|hubby|"
     "sons|daughters|children|kids|parents|mother in law|father in law"},
    {TriggerKind::kPastEvent,
     "had|had a|died|died of|died from|passed away|passed|was diagnosed|"
     "diagnosed|suffered|was suffering|got diagnosed|lost to|who had"},
    {TriggerKind::kFamily,
     "runs in my family|runs in the family|runs in our family|run in families|"
     "family history|in my family|in the family|on my mother's side|"
     "on my father's side|on my mum's side|on my mom's side|on my dad's side|"
     "hereditary|inherited|genetic"},
    {TriggerKind::kGeneral,
     "people|someone|somebody|anyone|anybody|everyone|patients|a person|"
     "you get|you have|one get|one have|can you|do you|men|women|adults|"
     "humans|sufferers|others"},
    {TriggerKind::kAsked,
     "symptoms of|symptom of|sign of|signs of|indication of|causes of|"
     "cause of|difference between|different from|vs|versus|compared to|"
     "tell me about|what is|what's|whats|what are|what does|what do|"
     "information on|information about|info on|info about|meaning of|"
     "definition of|define|treatment for|treatment of|treatments for|"
     "how to treat|how is|how are|cure for|explain|look like|"
     "looks like|associated with|linked to|related to|part of|type of|"
     "types of|kind of|kinds of|stages of|chances of|odds of|"
     "likelihood of|chance of"},
};

struct Phrase {
  std::vector<std::string_view> words;
  TriggerKind kind;
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

using PhraseIndex = std::unordered_map<std::string_view, std::vector<Phrase>>;

PhraseIndex BuildIndex() {
  PhraseIndex index;
  for (const PhraseList& list : kPhraseLists) {
    for (const std::string_view phrase : Split(list.phrases, '|')) {
      std::vector<std::string_view> words = Split(phrase, ' ');
      const std::string_view first = words.front();
      index[first].push_back({std::move(words), list.kind});
    }
  }
  for (auto& [first, phrases] : index) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& left, const Phrase& right) {
                       return left.words.size() > right.words.size();
                     });
  }
  return index;
}

const PhraseIndex& Index() {
  static const PhraseIndex& index = *new PhraseIndex(BuildIndex());
  return index;
}

std::string_view WithoutPossessive(std::string_view word) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  return word;
}

bool MatchesAt(const Phrase& phrase, const std::vector<std::string_view>& words,
               size_t at) {
  if (at + phrase.words.size() > words.size()) return false;
  for (size_t i = 1; i < phrase.words.size(); ++i) {
    if (phrase.words[i] != words[at + i]) return false;
  }
  return true;
}

const std::vector<Phrase>* PhrasesFrom(std::string_view word) {
  auto found = Index().find(word);
  if (found == Index().end()) found = Index().find(WithoutPossessive(word));
  return found == Index().end() ? nullptr : &found->second;
}

using WordSet = std::unordered_set<std::string_view>;

}  // namespace

std::vector<Trigger> FindTriggers(const std::vector<std::string_view>& words) {
  std::vector<Trigger> triggers;
  for (size_t at = 0; at < words.size();) {
    const std::vector<Phrase>* phrases = PhrasesFrom(words[at]);
    size_t length = 0;
    if (phrases != nullptr) {
      // A phrase may have several meanings: all of the longest length count.
      for (const Phrase& phrase : *phrases) {
        if (phrase.words.size() < length) break;
        if (!MatchesAt(phrase, words, at)) continue;
        length = phrase.words.size();
        triggers.push_back({phrase.kind, at, at + length});
      }
    }
    at += std::max<size_t>(length, 1);
  }
  return triggers;
}

bool OpensQuestion(std::string_view word) {
  static const WordSet& words = *new WordSet{
      "is",     "are",    "was",     "were",  "can",   "could",   "do",
      "does",   "did",    "should",  "would", "will",  "may",     "might",
      "what",   "why",    "how",     "when",  "which", "who",     "where",
      "what's", "whats",  "how's",   "has",   "have",  "am",      "isn't",
      "isnt",   "aren't", "doesn't", "can't", "shud",  "could've"};
  return words.contains(word);
}

bool IsModalVerb(std::string_view word) {
  static const WordSet& words =
      *new WordSet{"can",   "could", "should", "would", "will", "may",
                   "might", "do",    "does",   "did",   "shall"};
  return words.contains(word);
}

bool IsAskingWord(std::string_view word) {
  static const WordSet& words = *new WordSet{
      "symptom", "symptoms", "sign",    "signs",   "mean",      "means",
      "cause",   "causes",   "related", "linked",  "dangerous", "harmful",
      "serious", "common",   "normal",  "possible"};
  return words.contains(word);
}

}  // namespace quiver
