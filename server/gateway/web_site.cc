#include "gateway/web_site.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "base/string_map.h"
#include "gateway/gzip.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; require-trusted-types-for 'script'";

struct FileType {
  std::string_view extension;
  std::string_view content_type;
};
constexpr std::array<FileType, 9> kTypes = {
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".ico", "image/x-icon"},
     {".json", "application/json"},
     {".map", "application/json"},
     {".txt", "text/plain; charset=utf-8"}}};

// Of one file as it is sent: plain, or in gzip form.
struct Form {
  std::string bytes;
  std::string etag;
};

struct File {
  Form plain;
  std::optional<Form> zipped;  // If that is smaller.
  std::string content_type;
  bool page = false;
  bool hashed = false;
};

std::string_view ContentTypeOf(const fs::path& path) {
  for (const FileType& type : kTypes) {
    if (path.extension() == type.extension) return type.content_type;
  }
  return "application/octet-stream";
}

// Whether the name ends with "-" and eight or more hexadecimal digits.
bool HasHash(const fs::path& path) {
  const std::string stem = path.stem().string();
  const size_t dash = stem.rfind('-');
  if (dash == std::string::npos || stem.size() - dash - 1 < 8) return false;
  for (const char character : stem.substr(dash + 1)) {
    if (!absl::ascii_isxdigit(static_cast<unsigned char>(character))) {
      return false;
    }
  }
  return true;
}

absl::StatusOr<File> ReadSiteFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream) {
    return absl::UnavailableError(fmt::format("cannot read {}", path.string()));
  }
  File file;
  file.plain.bytes = bytes.str();
  const std::string hash = Hex(Sha256(file.plain.bytes)).substr(0, 32);
  file.plain.etag = fmt::format("\"{}\"", hash);
  std::string zipped = Gzip(file.plain.bytes);
  if (!zipped.empty() && zipped.size() < file.plain.bytes.size()) {
    file.zipped = Form{std::move(zipped), fmt::format("\"{}-gzip\"", hash)};
  }
  file.content_type = ContentTypeOf(path);
  file.page = path.extension() == ".html";
  file.hashed = HasHash(path);
  return file;
}

HttpHead HeadOf(const File& file, const Form& form) {
  HttpHead head;
  head.headers = {
      {"etag", form.etag},
      {"cache-control",
       file.hashed ? "public, max-age=31536000, immutable" : "no-cache"},
      {"content-type", file.content_type},
      {"x-content-type-options", "nosniff"}};
  if (file.zipped) head.headers.emplace_back("vary", "accept-encoding");
  if (&form != &file.plain) {
    head.headers.emplace_back("content-encoding", "gzip");
  }
  if (file.page) {
    head.headers.emplace_back("content-security-policy", kPagePolicy);
    head.headers.emplace_back("referrer-policy", "no-referrer");
  } else {
    head.headers.emplace_back("access-control-allow-origin", "*");
    head.headers.emplace_back("cross-origin-resource-policy", "cross-origin");
  }
  return head;
}

// Whether If-None-Match names `etag`; weak names count as well (RFC 9110).  No
// etag of ours is part of another.
bool Names(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" ||
         if_none_match.find(etag) != std::string_view::npos;
}

class MemorySite final : public WebSite {
 public:
  absl::Status Read(const std::string& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
      return absl::NotFoundError(fmt::format("there is no folder {}", folder));
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const bool hidden = entry.path().filename().native().starts_with('.');
      if (hidden || !entry.is_regular_file()) continue;
      const std::string name = fmt::format(
          "/{}", fs::relative(entry.path(), folder).generic_string());
      QUIVER_ASSIGN_OR_RETURN(files_[name], ReadSiteFile(entry.path()));
    }
    return absl::OkStatus();
  }

  HttpResponse Answer(const HttpRequest& request) const override {
    const std::string_view path =
        request.path == "/" ? "/index.html" : std::string_view(request.path);
    const auto found = files_.find(path);
    if (found == files_.end()) {
      return TextResponse(404, "There is nothing here.");
    }
    const File& file = found->second;
    const bool zip = file.zipped && AcceptsGzip(FindHeader(request.headers,
                                                           "accept-encoding"));
    const Form& form = zip ? *file.zipped : file.plain;
    if (Names(FindHeader(request.headers, "if-none-match"), form.etag)) {
      return {{304, HeadOf(file, form).headers}, ""};
    }
    return {HeadOf(file, form), form.bytes};
  }

 private:
  StringMap<File> files_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<WebSite>> ReadWebSite(
    const std::string& folder) {
  auto site = std::make_unique<MemorySite>();
  if (!folder.empty()) QUIVER_RETURN_IF_ERROR(site->Read(folder));
  return site;
}

}  // namespace quiver
