#include "text/word_classes.h"

#include <algorithm>
#include <cstddef>

#include "text/word_table.h"

namespace quiver {
namespace {

using Table = WordTable<std::string_view, uint32_t>;

constexpr WordList kClasses[] = {
    {kPronoun,
     "i im i'm ive i've i'd i'll it its it's it'd it'll he he's he'll he'd "
     "she she's she'll she'd we we're we've we'll we'd they they're they've "
     "they'll they'd you you're youre you've you'll you'd u this that thats "
     "that's these those there there's theres"},
    {kNominative, "i you u he she we they"},
    {kObject, "me him us them"},
    {kCondition, "if whether unless"},
    {kPossessive, "my his her its our your their ur"},
    {kDeterminer,
     "my his her its our your their ur the a an this that these those some any "
     "all both either each every no another mine someone somebody something "
     "anyone anybody anything everyone everybody everything nobody nothing"},
    {kArticle, "a an"},
    {kQuestionWord,
     "what what's whats why why's whys how how's hows when's whens where's "
     "wheres"},
    {kTimeOrPlace, "when where"},
    {kWhichOrWho, "which who who's whos whom whose"},
    {kAuxiliary,
     "is are am was were do does did can could will would shall should may "
     "might must has have had isn't isnt aren't arent wasn't wasnt weren't "
     "werent don't dont doesn't doesnt didn't didnt can't cant couldn't "
     "couldnt won't wont wouldn't wouldnt shouldn't shouldnt hasn't hasnt "
     "haven't havent hadn't hadnt ain't aint"},
    {kNeedsSubject,
     "am was were will would shall may might must has isn't isnt aren't arent "
     "wasn't wasnt weren't werent don't dont doesn't doesnt didn't didnt can't "
     "cant couldn't couldnt won't wont wouldn't wouldnt shouldn't shouldnt "
     "hasn't hasnt haven't havent hadn't hadnt ain't aint"},
    {kHave, "have had"},
    {kModal, "will would shall may might must"},
    {kNoArticle, "did do"},
    {kBareVerb,
     "be been have has had not feel see hear go get do try take sleep tell say "
     "sometimes also only just still even barely hardly never always usually "
     "probably possibly maybe definitely easily actually"},
    {kFiller,
     "so and but or also ok okay hi hello hey please pls well then now um uh "
     "oh yes yeah no thanks thank"},
    {kSubordinator, "but although though because tho cuz"},
    {kConjunction, "and or so"},
    {kPreposition,
     "in on at to of for from with without by about after before into over "
     "under up down out off as than near since until during through"},
};

// Never destroyed, so that threads may outlive main().
const Table& Words() {
  static const Table& table = *new Table(BitsOfWords(kClasses));
  return table;
}

}  // namespace

uint32_t ClassesOf(std::string_view word) {
  constexpr size_t kLongest = 10;  // "everything", "definitely".
  if (word.size() > kLongest) return kOtherWord;
  const auto found = Words().find(word);
  if (found == Words().end()) return kOtherWord;
  return found->second;
}

std::vector<std::string_view> ClassifiedWords() {
  std::vector<std::string_view> words;
  for (const auto& [word, classes] : Words()) words.push_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace quiver
