#include "gateway/web_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class WebSiteTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_.Write("index.html", "<!doctype html>");
    folder_.Write("widget/v1/loader.js", "load()");
    folder_.Write("widget/v1/widget-3f2a9c1d.js", "chat()");
    folder_.Write("widget/v1/pickers/body_map.json", "{}");
    folder_.Write("widget/v1/long.js", std::string(1000, 'a'));
    folder_.Write("unknown.xyz", "?");
    folder_.Write(".secret", "!");
    auto site = ReadWebSite(folder_.path());
    ASSERT_THAT(site, IsOk());
    site_ = *std::move(site);
  }

  HttpResponse Get(const std::string& path, HttpHeaders headers = {}) {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.headers = std::move(headers);
    return site_->Answer(request);
  }
  static std::string Field(const HttpResponse& response,
                           std::string_view name) {
    return std::string(FindHeader(response.head.headers, name));
  }

  TemporaryFolder folder_;
  std::unique_ptr<WebSite> site_;
};

TEST_F(WebSiteTest, ServesFilesWithTheirTypes) {
  const std::vector<std::pair<std::string, std::string>> types = {
      {"/", "text/html; charset=utf-8"},
      {"/index.html", "text/html; charset=utf-8"},
      {"/widget/v1/loader.js", "text/javascript; charset=utf-8"},
      {"/widget/v1/pickers/body_map.json", "application/json"},
      {"/unknown.xyz", "application/octet-stream"}};
  for (const auto& [path, type] : types) {
    const HttpResponse response = Get(path);
    EXPECT_EQ(response.head.status, 200) << path;
    EXPECT_EQ(Field(response, "content-type"), type) << path;
    EXPECT_EQ(Field(response, "x-content-type-options"), "nosniff") << path;
  }
  EXPECT_EQ(Get("/widget/v1/loader.js").body, "load()");
}

TEST_F(WebSiteTest, ProtectsPages) {
  EXPECT_THAT(
      Field(Get("/"), "content-security-policy"),
      AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'self'"),
            HasSubstr("require-trusted-types-for 'script'"),
            Not(HasSubstr("unsafe"))));
}

TEST_F(WebSiteTest, LetsOtherPagesLoadScripts) {
  const HttpResponse script = Get("/widget/v1/loader.js");
  EXPECT_EQ(Field(script, "access-control-allow-origin"), "*");
  EXPECT_EQ(Field(script, "cross-origin-resource-policy"), "cross-origin");
  EXPECT_EQ(Field(Get("/"), "access-control-allow-origin"), "");
}

TEST_F(WebSiteTest, KeepsForEverWhatHasAHashInItsName) {
  EXPECT_THAT(Field(Get("/widget/v1/widget-3f2a9c1d.js"), "cache-control"),
              HasSubstr("immutable"));
  EXPECT_EQ(Field(Get("/widget/v1/loader.js"), "cache-control"), "no-cache");
}

TEST_F(WebSiteTest, SaysThatTheClientHasIt) {
  const std::string etag = Field(Get("/widget/v1/loader.js"), "etag");
  for (const std::string& known :
       {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
    const HttpResponse response =
        Get("/widget/v1/loader.js", {{"if-none-match", known}});
    EXPECT_EQ(response.head.status, 304) << known;
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(Field(response, "etag"), etag);
  }
  EXPECT_EQ(Get("/", {{"if-none-match", etag}}).head.status, 200);
}

TEST_F(WebSiteTest, SendsLessToThoseWhoTakeGzip) {
  const HttpResponse plain = Get("/widget/v1/long.js");
  const HttpResponse zipped =
      Get("/widget/v1/long.js", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(plain.body, std::string(1000, 'a'));
  EXPECT_EQ(Field(plain, "content-encoding"), "");
  EXPECT_EQ(Field(zipped, "content-encoding"), "gzip");
  EXPECT_EQ(Field(zipped, "content-type"), Field(plain, "content-type"));
  EXPECT_LT(zipped.body.size(), 100u);
  for (const HttpResponse& response : {plain, zipped}) {
    EXPECT_EQ(Field(response, "vary"), "accept-encoding");
  }
  EXPECT_NE(Field(zipped, "etag"), Field(plain, "etag"));
  EXPECT_EQ(
      Get("/widget/v1/long.js", {{"accept-encoding", "gzip"},
                                 {"if-none-match", Field(zipped, "etag")}})
          .head.status,
      304);
  EXPECT_EQ(
      Get("/widget/v1/long.js", {{"if-none-match", Field(zipped, "etag")}})
          .head.status,
      200);
}

TEST_F(WebSiteTest, SendsShortFilesAsTheyAre) {
  const HttpResponse response =
      Get("/widget/v1/loader.js", {{"accept-encoding", "gzip"}});
  EXPECT_EQ(response.body, "load()");
  EXPECT_EQ(Field(response, "vary"), "");
}

TEST_F(WebSiteTest, HasNothingElse) {
  for (const char* path :
       {"", "/widget", "/widget/", "/widget/v1/../../index.html", "//",
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/index.html/", "/INDEX.HTML",
        "index.html", "/.secret"}) {
    EXPECT_EQ(Get(path).head.status, 404) << path;
  }
}

TEST(ReadWebSite, OfNoFolderIsEmpty) {
  ASSERT_OK_AND_ASSIGN(const auto site, ReadWebSite(""));
  HttpRequest request;
  request.path = "/";
  EXPECT_EQ(site->Answer(request).head.status, 404);
}

TEST(ReadWebSite, MissesAFolderThatIsNotThere) {
  EXPECT_THAT(
      ReadWebSite("/nowhere/at/all"),
      StatusIs(absl::StatusCode::kNotFound, HasSubstr("/nowhere/at/all")));
}

}  // namespace
}  // namespace quiver
