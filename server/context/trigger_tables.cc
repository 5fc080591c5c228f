#include "context/trigger_tables.h"

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
     "no 1|no 2|no 3|no 4|no 5|no increase|no explanation|no reason|no "
     "cause|no answers|no luck|"
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
     "stopped taking|nothing to do with|nothing like|excluded|have excluded|"
     "ruling out|discounted|eliminated|no trace of|nothing to suggest|"
     "cleared me of|cleared him of|cleared her of|all clear for"},
    {Group::kDenial, kNegationBackward,
     "is not there|are not there|isn't there|isn't it anymore|was negative|"
     "were negative|came back negative|came back normal|was ruled out|"
     "were ruled out|has been ruled out|have been ruled out|"
     "been ruled out|is ruled out|is not the cause|isn't the cause|"
     "is not it|is fine|are fine|is normal|are normal|was normal|were normal|"
     "was clear|is not a problem|not affected|is not affected|no problem|"
     "was excluded|isn't an issue|is not an issue|were excluded|"
     "been excluded|both ruled out|all ruled out|got ruled out|"
     "came back clear|came back fine|came back ok|came back okay|"
     "came back clean|came back good|come back clear|come back normal|"
     "come back negative|were clear|was clean|were clean|is clear|are clear|"
     "was all clear|were all clear|showed nothing|found nothing|"
     "showed no problem|turned out negative|turned out clear"},
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
     "scared i might be|scared i may be|worried i might be|worried i may be|"
     "afraid i might be|terrified i might be|worry i might be|"
     "scared i might have had|worried i might have had|might have had|"
     "may have had|could have had|everyone who ate|everyone who drank|"
     "everyone who was|everyone here|everyone in|everyone at|everybody here|"
     "everybody in|everybody who ate|everybody who was|"
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
     "let's say|lets say|say i were|say he were|say she were|"
     "supposing|imagine|imagining|unless|whenever|if i ever|should i ever|"
     "would i know if|how do i know if|"
     "how can i tell if|how would i know if|how will i know if|"
     "how do you know if|how can you tell if|how do i tell if|"
     "how could i tell if|would i tell if|could i tell if|"
     "can you tell if|could you tell if|would you know if|would i notice if|"
     "how would i notice if|"
     "what to do when|what to do if|when someone|"
     "when somebody|when a person|when anyone|when people"},
    {Group::kSupposition, kSupposition,
     "petrified of|petrified i|petrified that|frightened of|frightened i'll|"
     "frightened that|dread|dreading|phobia of|panicking about|"
     "panicked about|panic about|worry i'll|worry i will|worry i might|"
     "worry i may|worry i'm going to|worrying i'll|worried i'll|"
     "worried i will|worried i might|worried i may|scared i'll|"
     "scared i will|scared i might|scared i may|scared i'm going to|"
     "afraid i'll|afraid i will|afraid i might|terrified i'll|"
     "terrified i will|terrified i might|terrified of|terrified about|"
     "know if|sure if|certain if|see if|tell if|wonder if|wondering if|"
     "ask if|asked if|check if|whether|worried about|worried it's|"
     "worried its|worried that it is|worried that it's|worry about|"
     "worry that|worrying about|concerned about|scared of|scared it's|"
     "scared its|scared about|scared that|afraid of|afraid it's|"
     "afraid its|afraid that|fear of|fear it's|fears of|fearing|fear|"
     "paranoid about|obsessed with|anxious about|"
     "nervous about|could it be|can it be|might it be|is it|might get|"
     "may get|will get|going to get|gonna get|might have a|may have a|"
     "could have a|will have a|waiting for|risk of|at risk of|at risk for|risk "
     "for|don't want a|dont want a|do not want a|don't want another|"
     "do not want another|chance of|chances of|prevent|"
     "preventing|avoid|could lead to|lead to|turn into|develop into|"
     "before i get|looking for signs of|look out for|looking out for|"
     "watch for|watch out for|watching for|ask about|asked about|"
     "screen for|screening for|test for|tested for|testing for|check for|"
     "checked for|checking for|warned about|warned me about|thought it was|"
     "thought i was|thought i had|thought he was|thought she was|"
     "mistaken for|mistake for|mistook"},
    {Group::kSupposition, kHearsay,
     "saw something about|saw a post|saw a clip|saw an advert|saw an article|"
     "saw a story|heard on|read somewhere|watched a film|watched a video|"
     "watched a programme|watched a documentary|watching a film|"
     "watching a video|watching a programme|watching a documentary|"
     "series about|series on|film about|movie about|book about|book on|"
     "show about|episode about|story about|stories about|article on|"
     "articles on|post about|posts about|video about|videos about|"
     "programme about|program about|documentary about|documentary on|"
     "podcast about|podcast on|blog about|news about|in the news|"
     "on the news|wikipedia says|wikipedia said|webmd says|webmd said|"
     "google told|reddit says|reddit said|chatgpt says|chatgpt said|"
     "nhs says|website says|website said|site says|page says|book says|"
     "article says|article said|leaflet said|label says|paper says|"
     "they say|people say|forum says|forums say|studies say|study says|"
     "web says|web said|tiktok says|"
     "reading about|read about|read that|reading that|read online|i read|"
     "googled|googling|google says|google said|according to|someone online|"
     "somebody online|someone on|somebody on|on a forum|on the forum|"
     "on a forum said|chat gpt says|gpt says|ai says|dr google|doctor "
     "google|heard that|heard about|"
     "heard of|saw that|saw a video|saw online|internet says|"
     "internet said|articles about|article about|leaflet says|"
     "side effects include|can cause|may cause|could cause|might cause|"
     "known to cause|can lead to|can trigger|could trigger|may include|"
     "can include"},
    {Group::kSupposition, kOpinion,
     "says it's|says its|says it is|says it was|says it could be|"
     "says it might be|says that's|says this is|said it's|said it was|"
     "said it could be|said it might be|said it sounds like|thinks it's|"
     "thinks its|thinks it is|thinks it was|thinks it could be|"
     "thinks it might be|thought it was|thought it might be|reckons it's|"
     "reckons its|reckons it is|reckons it was|reckons it could be|"
     "swears it's|swears it is|convinced it's|told me it's|told me it was|"
     "told me it could be|told me it might be"},
    {Group::kSupposition, kGeneral,
     "people|anyone|anybody|everyone|patients|men|women|adults|humans|"
     "sufferers|others|your|you|one get|one have"},
    {Group::kSupposition, kAsked,
     "mean i'm|mean im|mean i am|mean i have|mean i've|mean i|mean that i|"
     "mean that i'm|means i'm|means i have|mean he has|mean she has|"
     "mean he's|mean she's|mean he is|mean she is|"
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
    {Group::kFrame, kAdvice,
     "said|said to|says|says to|told me|told me to|told us|told us to|"
     "told him to|told her to|told to|advised to|advised me to|advised us to|"
     "supposed to|meant to|instructed to|instructions to|advice to|"
     "advice is to"},
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
};

}  // namespace

std::span<const PhraseList> PhrasesOfSpeech() { return kLists; }

}  // namespace quiver
