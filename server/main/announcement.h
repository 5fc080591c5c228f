#ifndef QUIVER_MAIN_ANNOUNCEMENT_H_
#define QUIVER_MAIN_ANNOUNCEMENT_H_

#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// Where a server listens.  A port of 0: not at all.
struct Listening {
  std::vector<std::string> assistants;
  int grpc_port = 0;
  int authoring_port = 0;
  int http_port = 0;
  bool encrypted = false;
  bool has_pages = false;  // There is something to see at "/".
};

// "one, two".
std::string JoinedNames(const std::vector<std::string>& names);

// What is printed, for people, once the server serves.
std::string Announcement(std::string_view version, const Listening& listening);

}  // namespace quiver

#endif  // QUIVER_MAIN_ANNOUNCEMENT_H_
