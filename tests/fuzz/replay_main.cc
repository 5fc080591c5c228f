// Runs every file of the folders named on the command line, and a fixed set of
// hostile inputs, through a fuzz target.  For compilers without libFuzzer.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void Run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()),
                         input.size());
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// `input` with a few bytes changed, dropped or doubled.
std::string Mutate(std::string input, std::mt19937& random) {
  for (int i = 0; i < 3 && !input.empty(); ++i) {
    const size_t at = random() % input.size();
    switch (random() % 3) {
      case 0:
        input[at] = static_cast<char>(random());
        break;
      case 1:
        input.erase(at, 1 + random() % 4);
        break;
      default:
        input.insert(at, input.substr(at, 1 + random() % 16));
    }
  }
  return input;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs = {"", std::string(1, '\0'), "\xff\xfe",
                                     std::string(4096, 'a'),
                                     std::string(4096, ' ')};
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) inputs.push_back(ReadFile(entry.path()));
    }
  }
  std::mt19937 random(1);  // The same inputs in every run.
  size_t count = 0;
  for (const std::string& input : inputs) {
    Run(input);
    for (int i = 0; i < 20; ++i) Run(Mutate(input, random));
    count += 21;
  }
  std::printf("%zu inputs\n", count);
  return 0;
}
