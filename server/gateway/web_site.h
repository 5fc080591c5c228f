#ifndef QUIVER_GATEWAY_WEB_SITE_H_
#define QUIVER_GATEWAY_WEB_SITE_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "gateway/http_message.h"

namespace quiver {

// The files of a folder, held in memory: pages, scripts, pictures.  Those that
// gzip makes smaller are sent so to clients that take it.  Files whose name
// begins with a dot are left out.
//
// Pages get a content security policy that allows scripts, styles and calls
// of this server only.  Scripts may be loaded by pages of any origin.  Every
// file has an ETag; files whose name has a hash ("widget-3f2a9c1d.js") may be
// kept for ever, others are asked for again each time.
//
// Immutable: any number of threads may ask.
class WebSite {
 public:
  virtual ~WebSite() = default;

  // The answer to a GET or HEAD of `request.path`; "/" is "/index.html".
  // 304 when the client has it, 404 when there is no such file.
  virtual HttpResponse Answer(const HttpRequest& request) const = 0;
};

// Reads `folder` with its subfolders; an empty name is an empty site.
//
// NotFound: there is no such folder.  Unavailable: a file cannot be read.
absl::StatusOr<std::unique_ptr<WebSite>> ReadWebSite(const std::string& folder);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_SITE_H_
