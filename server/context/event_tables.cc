#include "context/trigger_tables.h"

namespace quiver {
namespace {

using enum TriggerKind;
using Group = PhraseGroup;

constexpr PhraseList kLists[] = {
    {Group::kTime, kPseudo,
     "get used to|got used to|am used to|i'm used to|not used to|"
     "used to it"},
    {Group::kTime, kNow,
     "seconds ago|second ago|minutes ago|minute ago|mins ago|min ago|"
     "hours ago|hour ago|hrs ago|hr ago|today|tonight|this morning|"
     "this afternoon|this evening|earlier today|just now|just had|"
     "just happened|just started|just collapsed|just got|a moment ago|"
     "fine now|ok now|okay now|better now|gone now|back to normal now|"
     "now fine|right now|woke up with|currently|at the moment|now"},
    {Group::kTime, kRecent,
     "days ago|day ago|a week ago|yesterday|this week|last night|last week|"
     "earlier|the other day|the other night"},
    {Group::kTime, kSudden, "suddenly|all of a sudden|out of nowhere|sudden"},
    {Group::kTime, kPast,
     "years ago|year ago|yrs ago|yr ago|months ago|"
     "decades ago|decade ago|long ago|a while ago|ages ago|years back|"
     "as a kid|as a child|as a baby|as a teenager|as a teen|as a toddler|"
     "as a boy|as a girl|as an infant|as a young|when i was a kid|"
     "when i was a child|when i was a baby|when i was a teenager|"
     "when i was a teen|when i was a boy|when i was a girl|"
     "when i was a student|when i was little|when i was young|"
     "when i was younger|when i was in school|when i was in college|"
     "when i was at school|when i was in high school|when i was in my|"
     "when he was a|when she was a|when he was little|"
     "when she was little|when he was young|when she was young|"
     "in the past|in my past|in childhood|in my childhood|in my youth|"
     "in my teens|in my twenties|in my thirties|during childhood|"
     "at one time|back in the day|back in college|back in school|last year|"
     "last summer|last winter|growing up|back then|"
     "in those days|as a student|as an apprentice|as a young man|"
     "as a young woman|when i was at uni|when i was at university|"
     "when i was in the army|in my younger days|in her youth|in his youth|"
     "back at school|back at uni|back at university|back when|"
     "in those years|in my student days|a lifetime ago"},
    {Group::kTime, kLapsed,
     "weeks ago|wks ago|weeks back|month ago|month back|last month|"
     "fortnight ago|weeks earlier"},
    {Group::kTime, kPastVerb,
     "history of|past history|used to|previously|once had|formerly|"
     "recovered from|got over|was treated for|outgrew|grew out of|survived"},
    {Group::kTime, kOngoing,
     "started|start|began|begun|begins|put on|put me on|put him on|put her on|"
     "switched to|switched me to|switched him to|switched her to|"
     "changed to|changed me to|moved to|went on|gone on|prescribed|"
     "prescribed me|since|ever since|noticed|came on|these days|nowadays|"
     "lately|still|came back|is back|again now|ongoing|for the last|for the "
     "past|"
     "in the past few|in the past couple|in the past hour|in the past day|"
     "in the past week|in the past month|in the past year|in the past two|"
     "in the past three|in the past 2|in the past 3|in the past 4|"
     "in the past 5|in the past 6|in the past 24"},
    {Group::kTime, kBegun,
     "started|starting|began|begun|put on|put me on|put him on|put her on|"
     "switched to|switched me to|switched him to|switched her to|"
     "changed to|changed me to|moved to|went on|gone on|prescribed|"
     "prescribed me"},
    {Group::kPerson, kVisitor,
     "i|i'm|im|i've|ive|i'd|i'll|me|my|myself|we|we're|we've|our|us"},
    {Group::kPerson, kNear,
     "my infants|my toddlers|my newborns|my babys|my babies|my lad|my lass|"
     "my eldest|my youngest|my oldest|my teen|my teenager|my twins|"
     "my other half|my missus|my lodger|my housemate|"
     "everyone who ate|everyone who drank|everyone who was|everyone here|"
     "everybody here|everybody who ate|everybody who was|"
     "son|sons|daughter|daughters|child|children|kid|kids|baby|newborn|"
     "infant|toddler|grandson|granddaughter|grandchild|husband|wife|spouse|"
     "partner|boyfriend|girlfriend|fiance|fiancee|bf|gf|brother|sister|"
     "sibling|twin|nephew|niece|friend|mate|colleague|coworker|neighbor|"
     "neighbour|roommate|flatmate|boss|teacher|student|patient|stepson|"
     "stepdaughter|someone|somebody|a person|a man|a woman|a guy|a lady|"
     "this man|this woman|this guy|this lady|passenger|little one|"
     "little boy|little girl|month old|months old|week old|weeks old|hubby|my "
     "boy|my girl|stranger|customer"},
    {Group::kPerson, kElder,
     "mum|mom|mummy|mother|mam|dad|daddy|father|parent|parents|stepdad|"
     "stepmom|stepmum|uncle|aunt|auntie|cousin|grandmother|grandma|gran|"
     "nan|nana|granny|grandfather|grandpa|grandad|granddad|grandparents|"
     "grandparent|mother in law|father in law|relative|relatives"},
    {Group::kPerson, kAnimal,
     "dog|dogs|doggy|puppy|puppies|pup|cat|cats|kitten|kittens|kitty|horse|"
     "horses|pony|ponies|mare|foal|stallion|donkey|rabbit|rabbits|bunny|"
     "hamster|gerbil|guinea pig|guinea pigs|budgie|parrot|cockatiel|canary|"
     "tortoise|turtle|lizard|gecko|ferret|goldfish|fish|cow|cows|sheep|lamb|"
     "goat|goats|pig|pigs|hen|hens|duck|chicken|chickens|cockerel|turkey|"
     "labrador|spaniel|terrier|poodle|collie|greyhound|whippet|dachshund|"
     "bulldog|retriever|chihuahua|alsatian|shepherd"},
    {Group::kPerson, kPronoun,
     "he|she|he's|she's|hes|shes|he'd|she'd|he'll|she'll|his|her|him|they|"
     "their|them|they're|they've"},
    {Group::kEvent, kDeath,
     "died|died of|died from|died after|passed away|passed from|lost to|"
     "late husband|late wife|killed by|killed him|killed her|lost my mum|"
     "lost my mom|lost my mother|lost my dad|lost my father|"
     "lost my grandmother|lost my grandma|lost my gran|lost my nan|"
     "lost my grandfather|lost my grandpa|lost my grandad|lost my uncle|"
     "lost my aunt|lost my cousin|lost my brother|lost my sister|"
     "lost my husband|lost my wife|lost my friend"},
    {Group::kEvent, kPseudo,
     "by the end of|towards the end of|near the end of|don't think|dont think"},
    {Group::kEvent, kLastDays,
     "by the end|towards the end|near the end|in his last|in her last|"
     "in his final|in her final|before he died|before she died"},
    {Group::kEvent, kThought,
     "i think|think|i believe|i reckon|i guess|pretty sure|i'm sure|"
     "i am sure|looks like"},
    {Group::kEvent, kPastEvent,
     "had|was diagnosed|diagnosed|suffered|was suffering|got diagnosed|"
     "has had|had had|had suffered"},
    {Group::kEvent, kFamily,
     "runs in my family|runs in the family|runs in our family|"
     "run in families|run in my family|family history|in my family|"
     "in the family|in our family|on my mother's side|on my father's side|"
     "on my mum's side|on my mom's side|on my dad's side|"
     "side of the family|hereditary|inherited|genetic"},
    {Group::kEvent, kHelp,
     "what do i do|what should i do|what do we do|what should we do|"
     "do i call|should i call|should we call|need help|please help|"
     "help please|help me|help him|help her|help"},
};

}  // namespace

std::span<const PhraseList> PhrasesOfEvents() { return kLists; }

}  // namespace quiver
