#ifndef QUIVER_CONTENT_CONTENT_LOADER_H_
#define QUIVER_CONTENT_CONTENT_LOADER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/diagnostics.h"
#include "content/catalog.h"

namespace quiver {

// A file of an assistant, read but not understood.
struct ContentFile {
  std::string path;  // Relative to the content root, with "/":
                     // "intents/muscle_twitching/social.yaml".
  std::string text;
};

// All files of one assistant.
struct ContentFiles {
  std::string assistant;           // The folders' name.
  std::vector<ContentFile> files;  // By path.
};

// Names of the assistants under `root`: the folders that stand in both
// `root`/intents and `root`/knowledge, in alphabetical order.
//
// NotFound: `root` has none of them.
absl::StatusOr<std::vector<std::string>> ListAssistants(
    const std::string& root);

// Reads the .yaml, .yml and .md files of `assistant` under `root`, and no
// others (LoadCatalog() refuses .yml: a file with a near miss of a name should
// not go unread).  Hidden files and folders are left alone.  Of a file over the
// limit (limits.h) no more is read than LoadCatalog() needs to refuse it.
//
// NotFound: there is no such assistant.  Unavailable: a file cannot be read.
// PermissionDenied: a symbolic link leads out of `root`, or to a folder.
// ResourceExhausted: there are too many files, bytes or levels of folders.
absl::StatusOr<ContentFiles> ReadContentFiles(const std::string& root,
                                              const std::string& assistant);

// Understands `files`.  Returns null after recording at least one error; may
// record warnings in either case.  Never throws and never gives up at the
// first mistake.
//
// The content hash covers paths and bytes of all files and the version of the
// format, so that equal hashes mean equal catalogs.
std::shared_ptr<const Catalog> LoadCatalog(const ContentFiles& files,
                                           Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_CONTENT_LOADER_H_
