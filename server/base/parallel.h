#ifndef QUIVER_BASE_PARALLEL_H_
#define QUIVER_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace quiver {

// Calls `work` with every number from 0 to below `count`, each once, in any
// order, on as many threads as there are processors; returns when all is done.
// `per_thread` is the number of calls from which on one more thread is worth
// its start: at least 1.
//
// `work` must be safe to call from several threads, and throws nothing.
void ParallelFor(size_t count, size_t per_thread,
                 const std::function<void(size_t)>& work);

}  // namespace quiver

#endif  // QUIVER_BASE_PARALLEL_H_
