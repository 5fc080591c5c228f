#include "main/model_cache.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "understand/learned_models.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size < 0) return std::nullopt;
  std::string bytes(static_cast<size_t>(size), '\0');
  file.seekg(0);
  file.read(bytes.data(), size);
  bytes.resize(static_cast<size_t>(file.gcount()));
  return bytes;
}

// Written beside and renamed, so that nobody reads half a model.
bool WriteFile(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const fs::path partial = path.string() + ".partial";
  {
    std::ofstream file(partial, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) return false;
  }
  fs::rename(partial, path, error);
  return !error;
}

LearnedModels Train(const Catalog& catalog, EventLog& log) {
  log.Write(LogLevel::kInfo, "training",
            {{"assistant", catalog.assistant},
             {"content_hash", catalog.content_hash}});
  LearnedModels models = TrainModels(catalog);
  if (models.questions == nullptr) {
    log.Write(LogLevel::kWarning, "no model",
              {{"assistant", catalog.assistant},
               {"message", "fewer than two documents have questions"}});
  }
  return models;
}

}  // namespace

ModelSource CachedModels(const std::string& folder, EventLog& log) {
  return [folder, &log](const Catalog& catalog) {
    const fs::path path = fs::path(folder) / (catalog.content_hash + ".model");
    if (const std::optional<std::string> bytes = ReadFile(path)) {
      auto models = DeserializeModels(*bytes);
      if (models.ok()) return *std::move(models);
      log.Write(LogLevel::kWarning, "cached model is damaged",
                {{"file", path.string()}});
    }
    LearnedModels models = Train(catalog, log);
    if (models.questions != nullptr &&
        !WriteFile(path, SerializeModels(models))) {
      log.Write(LogLevel::kWarning, "model not cached",
                {{"file", path.string()}});
    }
    return models;
  };
}

}  // namespace quiver
