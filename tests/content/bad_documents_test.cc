#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "knowledge/small/x.md";

class BadDocumentsTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadDocumentsTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadDocumentsTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"NoFrontMatter",
         R"(# Twitching
)",
         {"1:1: a document begins with front matter | put its keys between two "
          "lines of ---"}},
        {"FrontMatterWithoutEnd",
         R"(---
id: x
)",
         {"1:1: the front matter has no end | put a line of --- after its "
          "keys"}},
        {"FrontMatterIsNotYaml",
         R"(---
id: [x
---
Text.
)",
         {"3:1: did not find expected ',' or ']' while parsing a flow sequence "
          "that begins in line 2 | look at this line and those "
          "before it: a text stands in quotes when it holds \": \" or \" #\", "
          "or begins with a sign such as * & { [ ! %"}},
        {"EmptyFrontMatter",
         R"(---
---
Text.
)",
         {"1:1: the document must be a map of keys, this is nothing | fill it "
          "in, or leave the key out",
          "3:1: the short answer names no source | put [^name] after what a "
          "source says"}},
        {"OnlyFrontMatter",
         R"(---
id: second
title: Second
questions: [Why?]
sources: {}
status: draft
reviewed: 2026-01-01
review_by: 2027-01-01
---
)",
         {"10:1: the short answer is empty | begin the text with two to four "
          "sentences"}},
        {"FrontMatterMistakes",
         R"(---
id: Second_Document
titel: Second
topic: Some topic
about: {prat: [eye], part: [ear, eye, eye], sign: weak, time: [week]}
questions: []
aliases: word
follow_ups: [sign]
plain: ''
sources:
  a b: {organisation: X, title: Y, year: null}
  web: {organisation: X, title: Y, year: last, url: 'http://x.example'}
  odd: {organisation: X, author: Z}
status: ready
reviewed: 2026-02-30
review_by: tomorrow
---
Text.[^web]
)",
         {"1:1: document \"Second_Document\" has no `title`",
          "2:5: \"Second_Document\" is no id of a document | use lower-case "
          "letters, digits and single hyphens, at most 40",
          "3:1: unknown key `titel` in document \"Second_Document\" | did you "
          "mean \"title\"?",
          "4:8: \"Some topic\" is no name of a topic | use lower-case letters, "
          "digits and _, at most 40",
          "5:9: there is no entity \"prat\" | did you mean \"part\"?",
          "5:29: part has no value \"ear\"",
          "5:39: \"eye\" stands twice | leave one out",
          "5:51: `sign` must be a list, this is a text | write [...], or one "
          "item a line after -",
          "5:64: values of time cannot be named | it finds them by itself: "
          "name the entity alone",
          "6:12: `questions` is empty | fill it in, or leave the key out",
          "7:10: `aliases` must be a list, this is a text | write [...], or "
          "one item a line after -",
          "8:14: there is no slot \"sign\"",
          "9:8: `plain` is empty",
          "11:3: \"a b\" is no name of a source | use letters, digits, - and _",
          "warning: 11:3: nothing names source \"a b\" | mark what it says, or "
          "leave it out",
          "12:42: `year` must be a whole number from 1500 to 2200",
          "12:53: `url` must be an https address | write https://...",
          "13:3: source \"odd\" has no `title`",
          "13:3: source \"odd\" has no `year`",
          "warning: 13:3: nothing names source \"odd\" | mark what it says, or "
          "leave it out",
          "13:26: unknown key `author` in source \"odd\" | it may have "
          "organisation, title, year, note or url",
          "14:9: `status` must be draft or approved",
          "15:11: `reviewed` is no date: \"2026-02-30\" | write YYYY-MM-DD",
          "16:12: `review_by` is no date: \"tomorrow\" | write YYYY-MM-DD"}},
        {"IdOfAnotherDocument",
         R"(---
id: twitching
title: Second
questions: [Why?]
sources:
  book: {organisation: X, title: Y, year: 2020}
status: draft
reviewed: 2026-01-01
review_by: 2026-01-01
---
Text.[^book]
)",
         {"2:5: there are two documents \"twitching\" | the other is "
          "knowledge/small/a.md:2: rename one"}},
        {"ReviewOrder",
         R"(---
id: second
title: Second
questions: [Why?]
sources:
  book: {organisation: X, title: Y, year: 2020}
status: approved
reviewed: 2026-01-02
review_by: 2026-01-01
---
Text.[^book]
)",
         {"9:12: `review_by` is before `reviewed`"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
