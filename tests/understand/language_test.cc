#include "understand/language.h"

#include <gtest/gtest.h>

#include <string_view>

#include "text/plain_reading.h"

namespace quiver {
namespace {

TEST(LanguageTest, RecognizesOtherLanguages) {
  constexpr std::string_view kMessages[] = {
      "¿Por qué me tiembla el ojo?",
      "por que me tiembla el ojo",
      "tengo un tic en el ojo izquierdo",
      "Mein Auge zuckt",
      "warum zuckt mein Augenlid seit Tagen",
      "ich habe Angst vor ALS",
      "Pourquoi ma paupière tremble-t-elle ?",
      "j'ai l'oeil qui saute",
      "perché mi trema la palpebra",
      "Meu olho está tremendo há dias",
      "mijn ooglid trilt de hele dag",
      "dlaczego drga mi powieka",
      "Göz kapağım neden seğiriyor",
      "varför rycker mitt öga",
      "kenapa mata saya kedutan",
      "bakit kumikibot ang mata ko",
      "tại sao mắt tôi bị giật",
      "почему дёргается глаз",
      "γιατί πεταρίζει το μάτι μου",
      "目がぴくぴくする",
      "为什么我的眼皮一直跳",
      "لماذا ترف عيني",
      "मेरी आँख क्यों फड़कती है",
      "눈꺼풀이 떨려요",
  };
  for (const std::string_view message : kMessages) {
    EXPECT_TRUE(IsOtherLanguage(ReadPlain(message))) << message;
  }
}

TEST(LanguageTest, KeepsEnglishAndWhatIsNoLanguage) {
  constexpr std::string_view kMessages[] = {
      "why does my eyelid twitch",
      "eyelid twitching caffeine",
      "my mam has had it for 5 min",
      "por favor help me with my twitching eye",
      "feels like deja vu",
      "I had a café latte and Ménière's disease",
      "asdf qwer zxcv",
      "123 456",
      "\U0001F62D\U0001F62D\U0001F62D",
      "what does \"por qué\" mean in my chart",
      "als",
      "non stop twitching",
      "could twitches mean im ill",
      "per day",
      "",
  };
  for (const std::string_view message : kMessages) {
    EXPECT_FALSE(IsOtherLanguage(ReadPlain(message))) << message;
  }
}

}  // namespace
}  // namespace quiver
