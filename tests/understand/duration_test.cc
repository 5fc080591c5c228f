#include "understand/duration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/plain_reading.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The durations in `message`, each as "value (words)".
std::vector<std::string> Durations(std::string_view message) {
  const Reading reading = ReadPlain(message);
  std::vector<std::string> durations;
  for (const DurationMention& found : FindDurations(reading)) {
    durations.push_back(found.value + " (" +
                        std::string(reading.Text(found.span)) + ")");
  }
  return durations;
}

struct DurationCase {
  std::string_view message;
  std::string_view duration;
};

void ExpectDurations(const std::vector<DurationCase>& cases) {
  for (const DurationCase& c : cases) {
    EXPECT_THAT(Durations(c.message), ElementsAre(c.duration)) << c.message;
  }
}

TEST(DurationTest, ReadsCountedUnits) {
  ExpectDurations({
      {"it has lasted for 2 weeks", "2 weeks (2 weeks)"},
      {"3 wks", "3 weeks (3 wks)"},
      {"3wks now", "3 weeks (3wks)"},
      {"10 mins", "10 minutes (10 mins)"},
      {"two months", "2 months (two months)"},
      {"2 years ago", "2 years (2 years)"},
      {"since 3 weeks", "3 weeks (3 weeks)"},
      {"for the past 2 weeks", "2 weeks (2 weeks)"},
      {"for 6 solid hours", "6 hours (6 solid hours)"},
      {"1.5 months", "1.5 months (1.5 months)"},
      {"2 weeks of twitching", "2 weeks (2 weeks)"},
  });
}

TEST(DurationTest, ReadsSingleUnitsThatWentBy) {
  ExpectDurations({
      {"for a week", "1 weeks (a week)"},
      {"about a month", "1 months (a month)"},
      {"a day ago", "1 days (a day)"},
      {"it's been a year", "1 years (a year)"},
      {"an hour ago", "1 hours (an hour)"},
      {"a fortnight", "1 fortnights (a fortnight)"},
      {"for one week", "1 weeks (one week)"},
      {"for the past week", "1 weeks (for the past week)"},
  });
}

TEST(DurationTest, ReadsRanges) {
  ExpectDurations({
      {"3-4 days", "3..4 days (3-4 days)"},
      {"2 or 3 weeks", "2..3 weeks (2 or 3 weeks)"},
      {"two to three months", "2..3 months (two to three months)"},
      {"a week or two", "1..2 weeks (a week or two)"},
      {"a month or 2", "1..2 months (a month or 2)"},
      {"a few days", "2..4 days (a few days)"},
      {"the last few days", "2..4 days (few days)"},
      {"a couple of months", "2 months (a couple of months)"},
      {"couple weeks", "2 weeks (couple weeks)"},
      {"several years", "3.. years (several years)"},
  });
}

TEST(DurationTest, ReadsBounds) {
  ExpectDurations({
      {"for over a year", "1.. years (a year)"},
      {"more than two weeks", "2.. weeks (two weeks)"},
      {"at least 3 months", "3.. months (3 months)"},
      {"less than 2 weeks", "0..2 weeks (2 weeks)"},
      {"under a week", "0..1 weeks (a week)"},
      {"almost 3 months", "3 months (3 months)"},
  });
}

TEST(DurationTest, ReadsHalves) {
  ExpectDurations({
      {"a month and a half", "1.5 months (a month and a half)"},
      {"for two and a half weeks", "2.5 weeks (two and a half weeks)"},
      {"half a year", "0.5 years (half a year)"},
      {"half an hour", "0.5 hours (half an hour)"},
  });
}

TEST(DurationTest, ReadsUncountedUnits) {
  ExpectDurations({
      {"for weeks", "2.. weeks (for weeks)"},
      {"on and off for years", "2.. years (for years)"},
      {"for ages", "2.. months (for ages)"},
      {"it twitches all day", "1 days (all day)"},
      {"the whole week", "1 weeks (whole week)"},
      {"over the last month", "1 months (over the last month)"},
      {"months now", "2.. months (months)"},
  });
}

TEST(DurationTest, ReadsPointsInTimeAfterSince) {
  ExpectDurations({
      {"since march", "since march (since march)"},
      {"since about may", "since may (since about may)"},
      {"since the beginning of june",
       "since june (since the beginning of june)"},
      {"since yesterday", "since yesterday (since yesterday)"},
      {"since last week", "since last week (since last week)"},
      {"since last tuesday", "since last tuesday (since last tuesday)"},
      {"since this morning", "since this morning (since this morning)"},
      {"since the weekend", "since weekend (since the weekend)"},
      {"ever since 2019", "since 2019 (since 2019)"},
      {"since childhood", "since childhood (since childhood)"},
      {"since i was a kid", "since childhood (since i was a kid)"},
      {"since i was 12", "since age 12 (since i was 12)"},
  });
}

TEST(DurationTest, ReadsSeveral) {
  EXPECT_THAT(Durations("badly for 3 days, on and off for years"),
              ElementsAre("3 days (3 days)", "2.. years (for years)"));
}

TEST(DurationTest, LeavesOtherTimesAlone) {
  constexpr std::string_view kMessages[] = {
      "i am 5 years old",
      "my 3-month-old baby",
      "32 weeks pregnant",
      "3 times a day",
      "twice a week",
      "once an hour",
      "4 cups a day",
      "every 2 weeks",
      "every few days",
      "8 hours a night",
      "24 hours a day",
      "day and night",
      "one day it will stop",
      "my appointment is in 2 weeks",
      "the next 3 days",
      "it may twitch in march",
      "since the coffee",
      "since it began",
      "since",
      "a",
      "2",
      "20000 days",
      "",
  };
  for (const std::string_view message : kMessages) {
    EXPECT_THAT(Durations(message), IsEmpty()) << message;
  }
}

}  // namespace
}  // namespace quiver
