#include "main/model_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/bicycle_catalog.h"
#include "support/recording_event_log.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class ModelCacheTest : public testing::Test {
 protected:
  std::string FileOf(const Catalog& catalog) const {
    return catalog.content_hash + ".model";
  }

  TemporaryFolder folder_;
  RecordingEventLog log_;
  const std::shared_ptr<const Catalog> catalog_ = BicycleCatalog();
};

TEST_F(ModelCacheTest, TrainsOnceAndKeepsTheModelByContent) {
  const ModelSource models = CachedModels(folder_.path() + "/models", log_);
  const auto first = models(*catalog_);
  const auto second = models(*catalog_);

  ASSERT_NE(first.questions, nullptr);
  EXPECT_EQ(SerializeModels(second), SerializeModels(first));
  EXPECT_THAT(log_.lines(), ElementsAre(StartsWith("info training")));
  EXPECT_TRUE(
      std::filesystem::exists(folder_.path() + "/models/" + FileOf(*catalog_)));
}

TEST_F(ModelCacheTest, OtherContentIsTrainedAnew) {
  const ModelSource models = CachedModels(folder_.path(), log_);
  models(*catalog_);
  Catalog changed = *catalog_;
  changed.content_hash = "changed";
  models(changed);

  EXPECT_EQ(log_.lines().size(), 2u);
}

TEST_F(ModelCacheTest, DamagedFileIsTrainedAnewAndReplaced) {
  folder_.Write(FileOf(*catalog_), "damaged");
  const ModelSource models = CachedModels(folder_.path(), log_);
  EXPECT_NE(models(*catalog_).questions, nullptr);
  EXPECT_THAT(log_.lines(),
              ElementsAre(StartsWith("warning cached model is damaged"),
                          StartsWith("info training")));

  RecordingEventLog later;
  CachedModels(folder_.path(), later)(*catalog_);
  EXPECT_THAT(later.lines(), IsEmpty());
}

TEST_F(ModelCacheTest, FolderThatCannotBeWrittenCostsOnlyTime) {
  folder_.Write("file", "");
  const ModelSource models = CachedModels(folder_.path() + "/file", log_);

  EXPECT_NE(models(*catalog_).questions, nullptr);
  EXPECT_THAT(log_.lines(), ElementsAre(StartsWith("info training"),
                                        HasSubstr("model not cached")));
}

TEST_F(ModelCacheTest, TooFewExamplesGiveNoModel) {
  Catalog bare = *catalog_;
  bare.intents.clear();
  bare.documents.resize(1);
  const ModelSource models = CachedModels(folder_.path(), log_);

  EXPECT_EQ(models(bare).questions, nullptr);
  EXPECT_THAT(log_.lines(), ElementsAre(StartsWith("info training"),
                                        StartsWith("warning no model")));
}

}  // namespace
}  // namespace quiver
