#include "understand/detail_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// About plants (2) and their troubles (3).
Catalog MakeCatalog() {
  Catalog catalog;
  catalog.entities = {Named("plant", {Value("rose", {}), Value("bean", {})}),
                      Named("trouble", {Value("wilt", {}), Value("rust", {})})};
  catalog.entities[0].specificity = 2;
  catalog.entities[1].specificity = 3;
  catalog.documents.resize(4);
  catalog.documents[0].id = "general";
  catalog.documents[1].about = {{"plant", "rose"}};
  catalog.documents[2].about = {
      {"plant", "rose"}, {"plant", "bean"}, {"trouble", "wilt"}};
  catalog.documents[3].about = {{"trouble", "rust"}};
  LinkDocuments(catalog);
  return catalog;
}

class DetailFitTest : public testing::Test {
 protected:
  Detail Named(const char* entity, const char* value) const {
    return {catalog_.FindEntity(entity), value};
  }

  const Catalog catalog_ = MakeCatalog();
  const DetailFitter fitter_{catalog_};
  const Detail rose_ = Named("plant", "rose");
  const Detail bean_ = Named("plant", "bean");
  const Detail wilt_ = Named("trouble", "wilt");
  const Detail rust_ = Named("trouble", "rust");
};

TEST_F(DetailFitTest, FindsTheDocumentsAboutAnyDetail) {
  EXPECT_THAT(DocumentsAbout({bean_}), ElementsAre(2));
  EXPECT_THAT(DocumentsAbout({rust_, rose_}), ElementsAre(1, 2, 3));
  EXPECT_THAT(DocumentsAbout({}), IsEmpty());
}

TEST_F(DetailFitTest, CountsWhatIsMetAndUnmetBySpecificity) {
  const DetailFit fit = fitter_.FitOf(2, {{bean_}, {}});

  EXPECT_EQ(fit.met, 2);
  EXPECT_EQ(fit.unmet, 3);
  EXPECT_EQ(fit.ignored, 0);
}

TEST_F(DetailFitTest, CountsWhatTheDocumentIsNotAbout) {
  const DetailFit fit = fitter_.FitOf(1, {{rose_, wilt_}, {}});

  EXPECT_EQ(fit.met, 2);
  EXPECT_EQ(fit.ignored, 3);
}

TEST_F(DetailFitTest, CountsAnEntityOnceHoweverManyOfItsValuesAreNamed) {
  const DetailFit both = fitter_.FitOf(2, {{rose_, bean_, wilt_}, {}});
  const DetailFit none = fitter_.FitOf(0, {{wilt_, rust_}, {}});

  EXPECT_EQ(both.met, 5);
  EXPECT_EQ(both.unmet, 0);
  EXPECT_EQ(none.ignored, 3);
}

TEST_F(DetailFitTest, CountsWhatIsNamedElsewhereApart) {
  const DetailFit fit = fitter_.FitOf(2, {{wilt_}, {rose_}});

  EXPECT_EQ(fit.met, 3);
  EXPECT_EQ(fit.around, 2);
  EXPECT_EQ(fit.unmet, 0);
}

TEST_F(DetailFitTest, FitsGeneralDocumentsToAnything) {
  const DetailFit fit = fitter_.FitOf(0, {{}, {}});

  EXPECT_EQ(fit.met, 0);
  EXPECT_EQ(fit.unmet, 0);
  EXPECT_EQ(fit.ignored, 0);
}

TEST_F(DetailFitTest, ThreeValuesOfAnEntityAmountToSeveral) {
  Entity place =
      quiver::Named("place", {Value("roof", {}), Value("wall", {}),
                              Value("floor", {}), Value("house", {})});
  const auto values = [&](std::vector<std::string_view> named) {
    std::vector<Detail> details = {rose_};
    for (const std::string_view value : named) {
      details.push_back({&place, value});
    }
    std::vector<std::string_view> amounting;
    for (const Detail& detail : Amounting(details)) {
      amounting.push_back(detail.value);
    }
    return amounting;
  };

  EXPECT_THAT(values({"roof", "wall", "floor"}),
              ElementsAre("rose", "roof", "wall", "floor"));
  place.several = "house";
  EXPECT_THAT(values({"roof", "wall", "floor"}), ElementsAre("rose", "house"));
  EXPECT_THAT(values({"roof", "house"}), ElementsAre("rose", "house"));
  EXPECT_THAT(values({"roof", "wall", "roof"}),
              ElementsAre("rose", "roof", "wall", "roof"));
}

}  // namespace
}  // namespace quiver
