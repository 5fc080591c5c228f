#include "context/trigger_tables.h"

namespace quiver {
namespace {

using enum TriggerKind;
using Group = PhraseGroup;

constexpr PhraseList kLists[] = {
    {Group::kUse, kPseudo,
     "for a while|for ages|for years|for months|for weeks|for days|"
     "tried to|try to|trying to|work out|works out|working out|"
     "helps me|helping to|recommended amount|stop taking|stopped taking"},
    {Group::kUse, kTried,
     "tried|trying|try|tries|recommended|recommends|recommend|suggested|"
     "suggests|suggest|offered|offered me|offered him|offered her|"
     "swear by|swears by|swore by|treated with|treat with|treat it with|"
     "treating it with|cure it with|relieved by|relieved with|eased by|"
     "eased with|helped by|calmed by|alternative to|alternatives to|"
     "better than|safe to take|ok to take|okay to take|alright to take|"
     "fine to take|ok to have|okay to have|safe to have|anyone on|anybody on|"
     "anyone take|anyone use|anyone taking|anyone using|relief from|"
     "rather not take|rather not be on|rather avoid|don't want to take|"
     "dont want to take|do not want to take|don't want to go on|"
     "dont want to go on|don't want to be on|reluctant to take|"
     "scared to take|afraid to take|want me to take|wants me to take|"
     "wants to put me on|wants to put him on|wants to put her on|"
     "want to put me on|try some|try taking"},
    {Group::kUse, kTaking,
     "take|takes|taking|took|taken|use|uses|using|used|bought|buy|buying|"
     "eat more|eating more|drink more|drinking more|ate more|on|rubbed|"
     "rubbing|rub|apply|applying|applied|given|gave|give"},
    {Group::kUse, kHelping,
     "helped by|eased by|relieved by|calmed "
     "by|help|helps|helped|helping|relieve|relieves|relieved|ease|eases|eased|"
     "calm|calms|calmed|cure|cures|cured|fix|fixes|fixed|soothe|soothes|"
     "settles|settled it|work|works|worked|did nothing|does nothing|"
     "do nothing|done nothing|no difference|little difference|no effect|"
     "to no effect|no good|no use|no relief|no luck|no joy|to stop|to help|"
     "to calm|to ease|to relieve|to treat|to cure|to control|to reduce|"
     "stops it|stop it|stops this|stop this|stops them|stop them|stopped it|"
     "takes it away|take it away|takes the edge off|took the edge off|"
     "for it|for this|for these|for that|the only way|first line|any good|"
     "any better|better than|a good idea|worth a try|worth trying|worth it"},
    {Group::kUse, kTying,
     "when|whenever|after|afterwards|since|because|because of|due to|from|"
     "caused by|brought on by|set off by|triggered by|down to|thanks to|"
     "cups of|mugs of|pots of|pints of|cans of|bottles of|glasses of|"
     "too much|so much|lots of|a lot of|loads of|tons of|lack of|while|"
     "whilst|during|if|not enough|too little|hardly any|could it be|"
     "can it be|might it be|is it|is this|it's the|it is the|related to|"
     "linked to|connected to|to do with|connection with|connected with|"
     "blame|blamed|every time|each time|started|starting|began|more|"
     "extra|effect of|effects of|result of|as soon as|the more|"
     "could be|might be|may be|must be|it's just|it is just|just|only|"
     "hours a day|hours at|hours on|all day on|all day at|glued to"},
    {Group::kUse, kSetsOff,
     "cause|causes|caused|causing|make|makes|made|making|trigger|triggers|"
     "triggered|triggering|set it off|sets it off|setting it off|set this off|"
     "sets them off|bring on|brings on|brings it on|brought it on|"
     "brought this on|bring this on|bring it on|lead to|leads to|led to|"
     "do this|does this|doing this|did this|doing it|worse|worsens|related|"
     "to blame|the reason|a reason|the cause|a cause|a factor|affect|affects|"
     "affected|affecting|give|gives|gave|giving|the culprit|behind it|"
     "behind this|play a part|contribute"},
};

}  // namespace

std::span<const PhraseList> PhrasesOfUse() { return kLists; }

}  // namespace quiver
