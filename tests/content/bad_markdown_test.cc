#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "knowledge/small/x.md";

// Ten lines that are right.
constexpr std::string_view kFrontMatter = R"(---
id: second
title: Second
questions: [Why?]
sources:
  book: {organisation: X, title: Y, year: 2020}
status: draft
reviewed: 2026-01-01
review_by: 2027-01-01
---
)";

class BadMarkdownTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadMarkdownTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, std::string(kFrontMatter) +
                                      std::string(GetParam().text)),
            GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadMarkdownTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"NoShortAnswer",
         R"(## Causes {#causes}
Stress.[^book]
)",
         {"11:1: the short answer is empty | begin the text with two to four "
          "sentences"}},
        {"NoSource",
         R"(Text.

## Causes {#causes}

Stress.

## Help

[Help](https://x.example/)
)",
         {"warning: 6:3: nothing names source \"book\" | mark what it says, or "
          "leave it out",
          "11:1: the short answer names no source | put [^name] after what a "
          "source says",
          "13:4: \"Causes\" names no source | put [^name] after what a source "
          "says",
          "17:4: \"Help\" names no source | put [^name] after what a source "
          "says"}},
        {"EmptySection",
         R"(Text.[^book]

## Causes {#causes}

## Help
Rest.[^book]
)",
         {"13:4: \"Causes\" is empty | write a paragraph, or leave it out"}},
        {"Sources",
         R"(Text.[^bok][^book] More.[^]

## Help [^book]

[^book] comes first.
)",
         {"11:6: there is no source \"bok\" | did you mean \"book\"?",
          "11:25: there is no source \"\"",
          "13:9: a heading has no source marks | put it after a sentence",
          "15:1: a source mark stands before what it is the source of | put it "
          "after the sentence"}},
        {"SourceNote",
         R"(Text.[^book]

[^book]: Some book.
)",
         {"13:1: notes are not supported | sources are described under "
          "`sources` in the front matter"}},
        {"Aspects",
         R"(Text.[^book]

## One {#cause}

Text.[^book]

## Two {#help}

Text.[^book]

## Three {#help}

Text.[^book]

## Four {help}

Text.[^book]

## Five {#Help} more

Text.[^book]
)",
         {"13:8: there is no aspect \"cause\" | did you mean \"causes\"?",
          "21:10: aspect \"help\" has a section already | join the two, or "
          "give this one another aspect",
          "25:9: an aspect is written {#name} at the end of a heading",
          "29:9: an aspect is written {#name} at the end of a heading"}},
        {"Headings",
         R"(Text.[^book]

# One

### Two

##Three

Title
=====

##
)",
         {"13:1: headings begin with \"## \" | there is one level of headings; "
          "the title stands in the front matter",
          "15:1: headings begin with \"## \" | there is one level of headings; "
          "the title stands in the front matter",
          "17:1: headings begin with \"## \" | there is one level of headings; "
          "the title stands in the front matter",
          "20:1: rules and underlines are not supported | leave it out, or "
          "begin a section with \"## \"",
          "22:1: headings begin with \"## \" | there is one level of headings; "
          "the title stands in the front matter"}},
        {"Rules",
         R"(Text.[^book]

---

***
)",
         {"13:1: rules and underlines are not supported | leave it out, or "
          "begin a section with \"## \"",
          "15:1: rules and underlines are not supported | leave it out, or "
          "begin a section with \"## \""}},
        {"Emphasis",
         R"(Some *bold* text.[^book]

Some _soft_ text, a snake_case word.

Some **strong** text.
)",
         {"11:6: emphasis is not supported | write plain text",
          "13:6: emphasis is not supported | write plain text",
          "15:6: emphasis is not supported | write plain text"}},
        {"Markup",
         R"(Some `code`.[^book]

Some <b>bold</b> text, 3 < 5.

Some &nbsp; text, A&E.

A \* backslash.

~~Gone~~

![image](https://x.example/a.png)

A [link](https://x.example/) inside.

See https://x.example/ for more.

A [bracket].

> A quotation.

```

| a | b |

a | b
)",
         {"11:6: code is not supported | write plain text",
          "13:6: HTML is not supported | write plain text",
          "15:6: HTML is not supported | write the character itself",
          "17:3: backslashes are not supported | write plain text",
          "19:1: crossing out is not supported | leave it out",
          "21:2: images are not supported | leave it out",
          "23:3: a link stands in a paragraph of its own | put an empty line "
          "before and after it",
          "25:5: an address inside a text | write [label](https://...) in a "
          "paragraph of its own",
          "27:3: square brackets are for links and source marks | use round "
          "brackets; a mark is [^name]",
          "29:1: quotations are not supported | write plain text",
          "31:1: code is not supported | write plain text",
          "33:1: tables are not supported | write a list",
          "35:3: tables are not supported | write a list"}},
        {"Lists",
         R"(Text.[^book]

* star
+ plus
1) bracket

- item
  goes on[^book]
  - nested
after the list

1. one
3. three

    code

-
- 
)",
         {"13:1: items of a list begin with \"- \"",
          "14:1: items of a list begin with \"- \"",
          "15:1: numbered items begin with \"1. \" | write a full stop for the "
          "bracket",
          "19:3: lists have one level | do not indent items of a list",
          "20:1: a text right after a list | put an empty line before it, or "
          "indent it to go on with the item",
          "23:1: item 2 is numbered 3 | number the items 1, 2, 3",
          "25:5: the line is indented | begin it at the left edge",
          "27:1: the item is empty", "28:1: the item is empty"}},
        {"Links",
         R"(Text.[^book]

[label](http://x.example/)

[](https://x.example/)

[label](https://x.example/ "title")

[call](tel:111)

[write](mailto:a@x.example)

[bad](javascript:alert)

[label](https://x.example/)[^book]
)",
         {"13:9: a link leads to https://, mailto: or tel:",
          "15:1: the link has no label",
          "17:9: a link leads to https://, mailto: or tel:",
          "23:7: a link leads to https://, mailto: or tel:",
          "25:1: a link stands in a paragraph of its own | put an empty line "
          "before and after it"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
