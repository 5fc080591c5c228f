#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

class KnowledgeServiceTest : public ServiceFixture {
 protected:
  using Stub = v1::KnowledgeService::Stub;

  grpc::Status Search(v1::SearchDocumentsResponse& response) {
    return Call(*knowledge_, &Stub::SearchDocuments, search_, response);
  }
  grpc::Status Get(const std::string& id, v1::GetDocumentResponse& response) {
    v1::GetDocumentRequest request;
    request.set_document_id(id);
    return Call(*knowledge_, &Stub::GetDocument, request, response);
  }
  grpc::Status List(v1::ListDocumentsResponse& response) {
    return Call(*knowledge_, &Stub::ListDocuments, list_, response);
  }

  v1::SearchDocumentsRequest search_;
  v1::ListDocumentsRequest list_;
};

TEST_F(KnowledgeServiceTest, FindsDocumentsBestFirst) {
  search_.set_query("oil the chain");
  search_.set_page_size(2);
  v1::SearchDocumentsResponse response;
  ASSERT_TRUE(Search(response).ok());

  ASSERT_GE(response.results_size(), 1);
  EXPECT_LE(response.results_size(), 2);
  const v1::SearchResult& best = response.results(0);
  EXPECT_EQ(best.document().document_id(), "chain-noise");
  EXPECT_EQ(best.document().passages_size(), 0);
  EXPECT_NE(best.passage().body().text(), "");
}

TEST_F(KnowledgeServiceTest, QueryIsChecked) {
  v1::SearchDocumentsResponse response;
  EXPECT_EQ(DetailsOf(Search(response)).violations.count("query"), 1u);
  search_.set_query(std::string(4097, 'a'));
  EXPECT_EQ(DetailsOf(Search(response)).violations.count("query"), 1u);
  search_.set_query("chain");
  search_.set_page_size(51);
  EXPECT_EQ(DetailsOf(Search(response)).violations.count("page_size"), 1u);
  search_.set_page_size(1);
  search_.set_assistant("horse");
  EXPECT_EQ(DetailsOf(Search(response)).reason, "ASSISTANT_NOT_FOUND");
}

TEST_F(KnowledgeServiceTest, GivesAWholeDocument) {
  v1::GetDocumentResponse response;
  ASSERT_TRUE(Get("brake-noise", response).ok());

  const v1::Document& document = response.document();
  EXPECT_EQ(document.title(), "Brakes that squeal");
  EXPECT_EQ(document.topic(), "brakes");
  EXPECT_THAT(document.questions(), Contains("Why do my brakes squeal?"));
  EXPECT_EQ(document.reviewed(), "2026-01-01");
  EXPECT_EQ(document.review_by(), "2027-01-01");
  EXPECT_TRUE(document.approved());
  ASSERT_EQ(document.passages_size(), 3);
  EXPECT_EQ(document.passages(0).heading(), "");
  EXPECT_EQ(document.passages(2).heading(), "What to do");
  EXPECT_EQ(document.passages(2).body().parts(0).list().items(0),
            "wipe the rim");
  EXPECT_EQ(document.sources(0).title(), "Handbook");
}

TEST_F(KnowledgeServiceTest, UnknownDocumentIsNotFound) {
  v1::GetDocumentResponse response;
  const ErrorDetails error = DetailsOf(Get("horse", response));

  EXPECT_EQ(error.code, grpc::NOT_FOUND);
  EXPECT_EQ(error.reason, "DOCUMENT_NOT_FOUND");
}

TEST_F(KnowledgeServiceTest, ListsDocumentsByIdInPages) {
  std::vector<std::string> ids;
  list_.set_page_size(3);
  v1::ListDocumentsResponse response;
  do {
    ASSERT_TRUE(List(response).ok());
    for (const v1::Document& document : response.documents()) {
      ids.push_back(document.document_id());
    }
    list_.set_page_token(response.next_page_token());
  } while (!response.next_page_token().empty());

  EXPECT_THAT(ids,
              ElementsAre("brake-noise", "chain-noise", "how-to-stop-noises",
                          "is-it-safe", "kinds-of-brakes", "rain-and-rust",
                          "wet-brakes", "why-bicycles-make-noise"));
}

TEST_F(KnowledgeServiceTest, PageBehindTheEndIsEmpty) {
  list_.set_page_token("1000");
  v1::ListDocumentsResponse response;
  ASSERT_TRUE(List(response).ok());

  EXPECT_EQ(response.documents_size(), 0);
  EXPECT_EQ(response.next_page_token(), "");
}

}  // namespace
}  // namespace quiver
