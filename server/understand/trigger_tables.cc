#include "understand/trigger_tables.h"

namespace quiver {
namespace {

using enum TriggerKind;
using Group = PhraseGroup;

constexpr PhraseList kLists[] = {
    {Group::kDenial, kPseudo,
     "not only|not just|not merely|not simply|no doubt|no idea|no clue|"
     "no matter|no matter what|not sure|not certain|not clear|don't know|"
     "dont know|do not know|didn't know|no one knows|nobody knows|"
     "not without|never without|no relief|no change|no improvement|"
     "no increase|no explanation|no reason|no cause|no answers|no luck|"
     "no difference|not getting better|not getting any better|"
     "not improving|not better|not going away|not stopping|not normal|"
     "not right|not again|not well|not feeling well|not feeling good|"
     "not feeling right|not good|not a good|not helping|not working|"
     "not work|not help|doesn't help|doesnt help|didn't help|didnt help|"
     "does not help|don't help|won't stop|wont stop|doesn't stop|"
     "doesnt stop|does not stop|don't stop|never stops|hasn't stopped|"
     "hasnt stopped|not stopped|not gone|won't go away|wont go away|"
     "doesn't go away|doesnt go away|hasn't gone away|won't quit|wont quit|"
     "don't want|dont want|do not want|don't understand|dont understand|"
     "don't like|dont like|don't care|don't think it's normal|"
     "not to mention|not long ago|not being able|not able|not been able|"
     "no longer able|no longer just|never seen|never noticed|"
     "never happened|never before|without warning|without reason|"
     "without any reason|without cause|without stopping|without fail|"
     "if not|whether or not|what if not|not yet|not slept|not eaten|not as|"
     "not bad|no less|not so much|didn't sleep|haven't slept|"
     "didn't go to|haven't been to|haven't seen a|not seen a|"
     "no one believes|nobody believes|not responding|no response"},
    {Group::kDenial, kNegation,
     "no|not|without|w/o|never|none|none of|nor|neither|nothing|"
     "no sign of|no signs of|no evidence of|no history of|no more|no longer|"
     "no family history of|free of|free from|negative for|ruled out|"
     "rules out|rule out|absence of|denies|denied|deny|instead of|"
     "rather than|don't|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|"
     "arent|wasn't|wasnt|weren't|werent|haven't|havent|hasn't|hasnt|hadn't|"
     "hadnt|ain't|aint|can't be|cant be|cannot be|can't see any|"
     "can't feel any|can't find any|can't notice any|can't say i|"
     "couldn't be|couldn't find any|won't be|wouldn't be|wouldn't say|"
     "wouldn't call it|never had|never been|stopped having|"
     "stopped getting|not any|nope|quit|gave up|stopped drinking|"
     "stopped taking|nothing to do with|nothing like|excluded"},
    {Group::kDenial, kNegationBackward,
     "is not there|are not there|isn't there|isn't it anymore|was negative|"
     "were negative|came back negative|came back normal|was ruled out|"
     "were ruled out|has been ruled out|have been ruled out|"
     "been ruled out|is ruled out|is not the cause|isn't the cause|"
     "is not it|is fine|are fine|is normal|are normal|was normal|were normal|"
     "was clear|is not a problem|not affected|is not affected|no problem|"
     "was excluded|isn't an issue|is not an issue"},
    {Group::kDenial, kPreposition,
     "in|in my|in the|in his|in her|on|on my|of my|of the|around my|around|"
     "near|from|after|when|during"},
    {Group::kDenial, kTermination,
     "because|cause of|cuz|since|just|only|still|then|which|that's when|so|"
     "until|secondary to|due to|now"},
    {Group::kDenial, kContrast,
     "but|however|although|though|tho|yet|while|whereas|except|except for|"
     "except that|apart from|aside from|besides|other than"},
    {Group::kTopic, kUnheardOf,
     "like this|like that before|this bad|this badly|this strong|"
     "this strongly|so bad|so badly|such|until now|till now|until today|"
     "till today|until recently|before today|before now|before this"},
    {Group::kSupposition, kPseudo,
     "as if|even if|only if|worse if|better if|mean if|mean when|"
     "wrong if|is it normal that|is it ok that|"
     "is it okay that|is it bad that|is it serious that|"
     "is it dangerous that|is it common that|is it weird that|"
     "is it strange that|is it a problem that|is it concerning that|"
     "should i worry that|should i be worried that|"
     "should i be concerned that|worried that my|worried because|"
     "scared because|not sure if|"
     "not sure whether|unsure if|unsure whether|can't tell if|cant tell if|"
     "don't know if|dont know if|"
     "have symptoms of|having symptoms of|has symptoms of|had symptoms of|"
     "have signs of|having signs of|has signs of|showing signs of|"
     "shows signs of|show signs of|with signs of|with symptoms of|"
     "got symptoms of|anyone else|anybody else|someone else|"
     "what's wrong|whats wrong|what is wrong|what's happening|"
     "whats happening|what is happening|what's going on|whats going on|"
     "what is going on|thank you"},
    {Group::kSupposition, kConditional,
     "if|what if|in case|in the event of|in the event that|suppose|"
     "supposing|imagine|imagining|unless|whenever|if i ever|should i ever|"
     "would i know if|how do i know if|"
     "how can i tell if|how would i know if|how will i know if|"
     "how do you know if|how can you tell if|how do i tell if|"
     "how could i tell if|what to do when|what to do if|when someone|"
     "when somebody|when a person|when anyone|when people"},
    {Group::kSupposition, kSupposition,
     "know if|sure if|certain if|see if|tell if|wonder if|wondering if|"
     "ask if|asked if|check if|whether|worried about|worried it's|"
     "worried its|worried that it is|worried that it's|worry about|"
     "worry that|worrying about|concerned about|scared of|scared it's|"
     "scared its|scared about|scared that|afraid of|afraid it's|"
     "afraid its|afraid that|fear of|fear it's|fears of|fearing|fear|"
     "terrified of|paranoid about|obsessed with|anxious about|"
     "nervous about|could it be|can it be|might it be|is it|might get|"
     "may get|will get|going to get|gonna get|might have a|may have a|"
     "could have a|will have a|waiting for|risk of|at risk of|at risk for|risk "
     "for|prevent|"
     "preventing|avoid|could lead to|lead to|turn into|develop into|"
     "before i get|looking for signs of|look out for|looking out for|"
     "watch for|watch out for|watching for|ask about|asked about|"
     "screen for|screening for|test for|tested for|testing for|check for|"
     "checked for|checking for|warned about|warned me about|thought it was|"
     "thought i was|thought i had|thought he was|thought she was|"
     "mistaken for|mistake for|mistook"},
    {Group::kSupposition, kHearsay,
     "reading about|read about|read that|reading that|read online|i read|"
     "googled|googling|google says|google said|heard that|heard about|"
     "heard of|saw that|saw a video|saw online|internet says|"
     "internet said|articles about|article about|leaflet says|"
     "side effects include|can cause|may cause|could cause|might cause|"
     "known to cause|can lead to|can trigger|could trigger|may include|"
     "can include"},
    {Group::kSupposition, kGeneral,
     "people|anyone|anybody|everyone|patients|men|women|adults|humans|"
     "sufferers|others|your|you|one get|one have"},
    {Group::kSupposition, kAsked,
     "symptoms of|symptom of|sign of|signs of|indication of|causes of|"
     "cause of|causes|cause|difference between|different from|vs|versus|"
     "compared to|tell me about|what is|what's|whats|what are|what does|"
     "what do|information on|information about|info on|info about|"
     "meaning of|definition of|define|treatment for|treatment of|"
     "treatments for|how to treat|how is|how are|cure for|explain|"
     "associated with|linked to|related to|types of|kinds of|stages of|"
     "chances of|odds of|likelihood of|chance of|first aid for|"
     "learn about|facts about|question about|questions about|"
     "how common is|how common are|how dangerous is|how serious is|"
     "side effect of|side effects of|at what point|at what stage"},
    {Group::kTopic, kAskedBefore,
     "symptoms|signs|look like|looks like|treatment|treatments|first aid|"
     "definition|meaning|statistics|prevention|vs|versus|causes|"
     "risk factors|explained"},
    {Group::kTopic, kAsking,
     "symptom|sign|mean|means|cause|related|linked|dangerous|harmful|"
     "serious|common|normal|possible|happen|treated|curable"},
    {Group::kOwner, kOwned,
     "mine|like his|hers|ours|to me|to him|to her|i have|i've "
     "got|i've had|i'm having|i am having|"
     "i get|i'm getting|i got|i had|i feel|in my|on my|of my|on his|"
     "in his|on her|in her|he has|she has|he is having|she is having"},
    {Group::kOwner, kShared,
     "could this be|can this be|might this be|is this|was this|this is|"
     "could these be|anyone else|anybody else|does everyone else|am i the only "
     "one|"
     "i'm not the only one|anyone here|anybody here"},
    {Group::kFrame, kFiction,
     "in a movie|in the movie|in a film|in the film|in a book|in my book|"
     "in the book|in a novel|in my novel|in my story|in a story|"
     "in a video game|in a tv show|on tv|on a show|in a dream|in my dream|"
     "i dreamt|i dreamed|writing a story|writing a novel|writing a book|"
     "writing a script|writing a scene|my character|the character|"
     "a character|my novel|my screenplay|for a school project|"
     "for my homework|for a quiz|for an essay"},
    {Group::kFrame, kFigurative,
     "laughing so hard|laughed so hard|laughing so much|laughed so much|"
     "laughing until|laughed until|laughing till|laughed till|"
     "cried laughing|crying laughing|from laughing|laughing that"},
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
     "back at school|back at uni|back at university"},
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
     "prescribed me|since|ever since|noticed|came on|"
     "still|came back|is back|again now|ongoing|for the last|for the past|"
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
    {Group::kEvent, kPastEvent,
     "had|was diagnosed|diagnosed|suffered|was suffering|got diagnosed|"
     "has had"},
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

const std::vector<PhraseList>& TriggerPhrases() {
  static const std::vector<PhraseList>& all =
      *new std::vector<PhraseList>(std::begin(kLists), std::end(kLists));
  return all;
}

}  // namespace quiver
