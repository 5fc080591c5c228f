#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace quiver {

void ParallelFor(size_t count, size_t per_thread,
                 const std::function<void(size_t)>& work) {
  std::atomic<size_t> next = 0;
  const auto take = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  const size_t processors = std::max(std::thread::hardware_concurrency(), 1u);
  const size_t threads = std::min(processors, count / per_thread + 1);
  std::vector<std::jthread> others;
  for (size_t i = 1; i < threads; ++i) others.emplace_back(take);
  take();
}

}  // namespace quiver
