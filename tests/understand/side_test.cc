#include "understand/side.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/plain_reading.h"

namespace quiver {
namespace {

struct SideCase {
  std::string_view message;
  std::string_view mention;
  std::string_view side;
};

void ExpectSides(std::initializer_list<SideCase> cases) {
  for (const SideCase& c : cases) {
    const Reading reading = ReadPlain(c.message);
    const auto begin = static_cast<uint32_t>(reading.text.find(c.mention));
    const Span mention = {begin,
                          begin + static_cast<uint32_t>(c.mention.size())};

    EXPECT_EQ(FindSide(reading, mention), c.side)
        << c.message << ": " << c.mention;
  }
}

TEST(SideTest, StandsBefore) {
  ExpectSides({
      {"my left eyelid", "eyelid", "left"},
      {"my right calf", "calf", "right"},
      {"the left lower eyelid", "eyelid", "left"},
      {"both eyelids", "eyelids", "both"},
      {"both of my calves", "calves", "both"},
      {"both my calves", "calves", "both"},
      {"left thumb and right foot", "thumb", "left"},
      {"left thumb and right foot", "foot", "right"},
      {"in my right upper arm", "arm", "right"},
  });
}

TEST(SideTest, StandsBehind) {
  ExpectSides({
      {"my eyelid on the left", "eyelid", "left"},
      {"the calf on my right side", "calf", "right"},
      {"calves on both sides", "calves", "both"},
      {"my eyelid (left)", "eyelid", "left"},
      {"my eyelid, the left one", "eyelid", "left"},
      {"eyelid left", "eyelid", "left"},
      {"eyelid twitching, left side", "eyelid", "left"},
  });
}

TEST(SideTest, IsPartOfTheMention) {
  ExpectSides({
      {"pain in my left arm", "left arm", "left"},
      {"both legs", "both legs", "both"},
  });
}

TEST(SideTest, LeftAndRightAreBoth) {
  ExpectSides({
      {"my left and right calf", "calf", "both"},
      {"my right and left eyelids", "eyelids", "both"},
      {"eyelid twitching left and right", "eyelid", "both"},
  });
}

TEST(SideTest, IsNotEveryLeftOrRight) {
  ExpectSides({
      {"my eyelid twitches", "eyelid", ""},
      {"my eyelid is twitching right now", "eyelid", ""},
      {"right after coffee my eyelid twitches", "eyelid", ""},
      {"right before sleep my calf jumps", "calf", ""},
      {"is it right that my calf twitches", "calf", ""},
      {"i left work and my eyelid twitched", "eyelid", ""},
      {"my left hand and my foot", "foot", ""},
      {"my calf and my left foot", "calf", ""},
      {"the calf that is left", "calf", ""},
      {"both my eyelid and my calf", "calf", ""},
      {"all right my eyelid twitches", "eyelid", ""},
  });
}

TEST(BareSideTest, IsAllThatAMessageSays) {
  struct Case {
    std::string_view message;
    std::string_view side;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"left", "left"},
           {"no, I meant the right one", "right"},
           {"actually left", "left"},
           {"sorry, both", "both"},
           {"on my left side", "left"},
           {"not the left, the right", "right"},
           {"the right, not the left", "right"},
           {"only the left", "left"},
           {"right one", "right"},
           {"it is the right one, dear", "right"},
           {"right", ""},
           {"right ok", ""},
           {"not left", ""},
           {"I left", ""},
           {"my left arm", ""},
           {"what is left to do", ""},
           {"", ""},
       }) {
    EXPECT_EQ(FindBareSide(ReadPlain(c.message)), c.side) << c.message;
  }
}

}  // namespace
}  // namespace quiver
