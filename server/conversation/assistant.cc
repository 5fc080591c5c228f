#include "conversation/assistant.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "base/status_macros.h"
#include "content/content_loader.h"

namespace quiver {
namespace {

class MapAssistantDirectory final : public AssistantDirectory {
 public:
  MapAssistantDirectory(
      std::vector<std::shared_ptr<const Assistant>> assistants,
      std::string default_name)
      : default_name_(std::move(default_name)) {
    if (default_name_.empty() && assistants.size() == 1) {
      default_name_ = assistants.front()->catalog->assistant;
    }
    for (std::shared_ptr<const Assistant>& assistant : assistants) {
      Replace(std::move(assistant));
    }
  }

  absl::StatusOr<std::shared_ptr<const Assistant>> Find(
      std::string_view name) const override {
    const std::string_view wanted = name.empty() ? default_name_ : name;
    absl::ReaderMutexLock lock(&mutex_);
    const auto found = assistants_.find(wanted);
    if (found != assistants_.end()) return found->second;
    if (wanted.empty()) {
      return absl::NotFoundError(
          "several assistants are served and none is the default; name one");
    }
    return absl::NotFoundError(
        fmt::format("there is no assistant called \"{}\"", wanted));
  }

  std::vector<std::string> Names() const override {
    absl::ReaderMutexLock lock(&mutex_);
    std::vector<std::string> names;
    for (const auto& [name, assistant] : assistants_) names.push_back(name);
    return names;
  }

  void Replace(std::shared_ptr<const Assistant> assistant) override {
    absl::MutexLock lock(&mutex_);
    std::string name = assistant->catalog->assistant;
    assistants_.insert_or_assign(std::move(name), std::move(assistant));
  }

 private:
  std::string default_name_;
  mutable absl::Mutex mutex_;
  std::map<std::string, std::shared_ptr<const Assistant>, std::less<>>
      assistants_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::StatusOr<std::shared_ptr<const Assistant>> LoadAssistant(
    const std::string& content_root, const std::string& name,
    const Dictionary& dictionary, const ModelSource& models,
    Diagnostics& diagnostics) {
  QUIVER_ASSIGN_OR_RETURN(const ContentFiles files,
                          ReadContentFiles(content_root, name));
  auto assistant = std::make_shared<Assistant>();
  assistant->catalog = LoadCatalog(files, diagnostics);
  if (assistant->catalog == nullptr) {
    return absl::FailedPreconditionError(
        fmt::format("the content of {} has errors", name));
  }
  const LearnedModels learned =
      models ? models(*assistant->catalog) : LearnedModels();
  QUIVER_ASSIGN_OR_RETURN(
      assistant->understander,
      MakeUnderstander(assistant->catalog, dictionary, learned));
  return assistant;
}

std::unique_ptr<AssistantDirectory> MakeAssistantDirectory(
    std::vector<std::shared_ptr<const Assistant>> assistants,
    std::string default_name) {
  return std::make_unique<MapAssistantDirectory>(std::move(assistants),
                                                 std::move(default_name));
}

}  // namespace quiver
