#include "main/announcement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Listening Everything() {
  return {{"one", "two"}, 50051, 50052, 8080, false, true};
}

TEST(Announcement, SaysWhereToGo) {
  EXPECT_EQ(Announcement("1.2", Everything()),
            "Quiver 1.2 serves one, two.\n"
            "  gRPC       port 50051\n"
            "  authoring  port 50052\n"
            "  browsers   port 8080\n"
            "Open a page:  http://localhost:8080/\n"
            "Talk to it:   quiver --server localhost:50051 chat\n");
}

TEST(Announcement, KnowsEncryption) {
  Listening listening = Everything();
  listening.encrypted = true;
  EXPECT_THAT(Announcement("1.2", listening),
              HasSubstr("https://localhost:8080/\n"));
}

TEST(Announcement, PromisesNoPageWhereThereIsNone) {
  Listening without_pages = Everything();
  without_pages.has_pages = false;
  Listening without_browsers = Everything();
  without_browsers.http_port = 0;

  EXPECT_THAT(Announcement("1.2", without_pages),
              AllOf(HasSubstr("browsers   port 8080\n"), Not(HasSubstr("//"))));
  EXPECT_THAT(
      Announcement("1.2", without_browsers),
      AllOf(HasSubstr("browsers   not served\n"), Not(HasSubstr("//"))));
}

}  // namespace
}  // namespace quiver
