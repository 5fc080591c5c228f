#include "understand/language.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/word_table.h"

namespace quiver {
namespace {

// Common words that English does not share, by the first language that has
// them, and what each weighs.
constexpr int kForeignWeight = 2;
constexpr std::string_view kForeignWords[] = {
    // Spanish
    ("el una unos unas que qué por para cómo cuando cuándo donde "
     "dónde porque porqué mis tengo tiene tienen está están estoy "
     "muy pero más también desde hace puedo puede debo siento cuál "
     "ayuda gracias hola"),
    // French
    ("une des du je j'ai elle ils elles suis sont être avoir ont qu'est "
     "quoi pourquoi quand sur dans avec mais très depuis c'est ça cela "
     "cette ce qui où merci bonjour"),
    // German
    ("der das ein eine einen einem einer ich sie wir ihr mein meine "
     "meinem meinen meiner ist sind habe haben nicht kein keine und aber "
     "ohne für von zu zum zur auf bei nach seit wie warum wann wo "
     "wenn sehr auch noch nur soll hilfe danke hallo"),
    // Italian
    ("gli dello cosa quando perché perche perchè mio miei mie hai "
     "abbiamo sono sei senza dal molto anche più questo questa posso "
     "devo grazie ciao"),
    // Portuguese
    ("uma uns umas quê sem onde meu minha meus minhas tenho tem estou "
     "são não muito também há obrigado obrigada olá"),
    // Dutch
    ("het een ik jij hij zij wij mijn zijn heb heeft hebben niet geen en "
     "maar zonder voor naar bij sinds waarom wanneer waar ook nog "
     "veel dit deze"),
    // Polish
    ("są być mnie mój moja moje nie tak przez dlaczego jak kiedy "
     "gdzie czy bardzo też już dziękuję cześć się"),
    // Turkish
    ("ve bir bu şu benim bana neden niçin nasıl zaman nerede yok "
     "değil çok için ile mı merhaba teşekkürler"),
    // Swedish
    ("mina är har inte och eller utan för från hur vad varför när "
     "som mycket också måste det ett"),
    // Danish
    ("jeg ikke uden til fra hvordan hvad hvorfor hvornår hvor meget "
     "også skal"),
    // Romanian
    ("mele este sunt și sau dar fără pentru când unde foarte "
     "mulțumesc bună"),
    // Czech
    ("já ona můj mám jsou není nebo bez proč kdy kde velmi také "
     "děkuji dobrý"),
    // Hungarian
    ("én te egy nincs nem és vagy hogy miért mikor hol nagyon "
     "köszönöm szia"),
    // Finnish
    ("minä sinä hän minun ei ja tai mutta miksi miten mitä milloin "
     "missä kanssa kiitos hei"),
    // Indonesian
    ("saya aku kamu dia kami atau tetapi tidak bukan dengan untuk dari "
     "ini itu apa mengapa kenapa bagaimana kapan terima kasih sudah"),
    // Filipino
    ("ako ikaw siya ang mga bakit paano ano kailan saan salamat"),
};

// Common words elsewhere that English has too, if seldom.
constexpr int kSharedWeight = 1;
constexpr std::string_view kSharedWords[] = {
    ("la las los le les un del con mi mon ma mes est pas il che di della mit "
     "mir mich den es im muss hoe dat ben met jag jest van como por non nous "
     "pour")};

// Words with letters like "\u00e9", "\u0142".
constexpr int kAccentWeight = 1;

// The commonest words of English: each weighs against a foreign word.
constexpr int kEnglishWeight = -2;
constexpr std::string_view kEnglishWords[] = {
    ("the a i my is it and to of in why how do does what can have has had for "
     "on that this are was with when be been not you your if or am i'm it's "
     "but so no me at from about there should just get feel help he she they "
     "could would will an as by all any some its who which these those them "
     "than then after before into out up because")};

using Weights = WordTable<std::string_view, int>;

template <size_t kSize>
void AddWords(const std::string_view (&lists)[kSize], int weight,
              Weights& weights) {
  for (std::string_view list : lists) {
    while (!list.empty()) {
      const size_t end = list.find(' ');
      weights[list.substr(0, end)] = weight;
      if (end == std::string_view::npos) break;
      list.remove_prefix(end + 1);
    }
  }
}

// Never destroyed, so that threads may outlive main().
const Weights& WordWeights() {
  static const Weights& weights = *[] {
    auto* all = new Weights;
    AddWords(kForeignWords, kForeignWeight, *all);
    AddWords(kSharedWords, kSharedWeight, *all);
    AddWords(kEnglishWords, kEnglishWeight, *all);
    return all;
  }();
  return weights;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x80; });
}

unsigned char Byte(std::string_view text, size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// Whether `word` has Latin letters beyond ASCII: U+00C0 to U+024F, and the
// Vietnamese ones.
bool HasAccent(std::string_view word) {
  for (size_t i = 0; i < word.size(); ++i) {
    const unsigned char c = Byte(word, i);
    if (c >= 0xC3 && c <= 0xC8) return true;
    if (c == 0xE1 && i + 1 < word.size() && Byte(word, i + 1) >= 0xB8 &&
        Byte(word, i + 1) <= 0xBB) {
      return true;
    }
  }
  return false;
}

// Whether most letters of `text` are of a script other than Latin.
bool IsOtherScript(std::string_view text) {
  size_t latin = 0;
  size_t other = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = Byte(text, i);
    if ((c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xC8)) ++latin;
    // Greek to CJK; emoji and punctuation (0xE2, 0xF0) are no letters.
    if ((c >= 0xCD && c <= 0xE1) || (c >= 0xE3 && c <= 0xED)) ++other;
  }
  constexpr size_t kFewest = 3;
  return other > latin && other >= kFewest;
}

}  // namespace

bool IsOtherLanguage(const Reading& reading) {
  const bool is_ascii = IsAscii(reading.text);
  if (!is_ascii && IsOtherScript(reading.text)) return true;
  const Weights& weights = WordWeights();
  int weight = 0;
  for (const Token& token : reading.tokens) {
    const std::string_view word = reading.Text(token.span);
    const auto found = weights.find(word);
    if (found != weights.end()) {
      weight += found->second;
    } else if (!is_ascii && HasAccent(word)) {
      weight += kAccentWeight;
    }
  }
  constexpr int kEnough = 2;
  return weight >= kEnough;
}

}  // namespace quiver
