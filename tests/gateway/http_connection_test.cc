// How one connection reads requests and writes answers.

#include "gateway/http_connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "gateway/http_connection_fixture.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST_F(HttpConnectionTest, AnswersOneRequestAfterTheOther) {
  Open();
  Receive(kGet);
  ASSERT_THAT(calls_, SizeIs(1));
  EXPECT_EQ(calls_[0].request.path, "/one");
  EXPECT_EQ(calls_[0].request.remote_address, "192.0.2.7");
  EXPECT_EQ(busy_, 1);
  Answer("first");
  EXPECT_THAT(Sent(), EndsWith("\r\n\r\nfirst"));
  EXPECT_EQ(busy_, 0);

  Receive("GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  Answer("second");
  EXPECT_THAT(Sent(), AllOf(HasSubstr("connection: close"),
                            EndsWith("\r\n\r\nsecond")));
  EXPECT_TRUE(wire_.finished);
  PeerEnds();
  EXPECT_TRUE(wire_.closed);
  EXPECT_EQ(closed_, 1);
}

TEST_F(HttpConnectionTest, KeepsPipelinedRequestsForLater) {
  Open();
  Receive(std::string(kGet) + "GET /two HTTP/1.1\r\nHost: a\r\n\r\nGET /th");
  ASSERT_THAT(calls_, SizeIs(1));
  Receive("ree HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_THAT(calls_, SizeIs(1));

  for (const std::string path : {"/one", "/two", "/three"}) {
    EXPECT_EQ(calls_.back().request.path, path);
    Answer(path);
    EXPECT_THAT(Sent(), EndsWith("\r\n\r\n" + path));
  }
  EXPECT_THAT(calls_, SizeIs(3));
}

TEST_F(HttpConnectionTest, ReadsOnlySoFarAheadOfItsAnswers) {
  Open();
  Receive(kGet);
  for (int i = 0; wire_.reading; ++i) {
    ASSERT_LT(i, 100);
    Receive(std::string(4096, 'x'));
  }
  Answer("");
  EXPECT_THAT(Sent(), HasSubstr("HTTP/1.1 431"));  // To all those letters.
}

TEST_F(HttpConnectionTest, AsksForABodyThatIsHeldBack) {
  Open();
  Receive(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(Sent(), "HTTP/1.1 100 Continue\r\n\r\n");
  Receive("ab");
  ASSERT_THAT(calls_, SizeIs(1));
  EXPECT_EQ(calls_[0].request.body, "ab");
  Answer("done");
  EXPECT_THAT(Sent(), EndsWith("done"));
}

TEST_F(HttpConnectionTest, AnswersWhileTheQuestionForTheBodyIsStillOnItsWay) {
  Open();
  Receive(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  Receive("ab");
  Answer("done");
  EXPECT_THAT(Sent(), AllOf(StartsWith("HTTP/1.1 100 "), EndsWith("done")));
}

TEST_F(HttpConnectionTest, WritesAStreamAtThePaceOfTheClient) {
  Open();
  Receive(kGet);
  std::vector<int> written;
  HttpResponder& responder = *calls_[0].responder;
  responder.Begin({});
  responder.Write("one", [&] { written.push_back(1); });
  RunPosted();
  responder.Write("two", [&] { written.push_back(2); });
  RunPosted();
  EXPECT_THAT(wire_.sent, EndsWith("\r\n\r\n3\r\none\r\n"));
  EXPECT_THAT(written, IsEmpty());
  Written();
  EXPECT_THAT(written, ElementsAre(1));
  EXPECT_THAT(wire_.sent, EndsWith("3\r\ntwo\r\n"));
  Written();
  EXPECT_THAT(written, ElementsAre(1, 2));

  responder.End();
  EXPECT_EQ(Sent().substr(0, 4), "HTTP");
  EXPECT_EQ(busy_, 0);
}

TEST_F(HttpConnectionTest, ResumesWhenTheHandlerWritesFromTheCallback) {
  Open();
  Receive(kGet);
  HttpResponder& responder = *calls_[0].responder;
  responder.Begin({});
  responder.Write("one",
                  [&] { responder.Write("two", [&] { responder.End(); }); });
  EXPECT_THAT(Sent(), EndsWith("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"));
}

}  // namespace
}  // namespace quiver
