// How jemalloc allocates, where the server is linked with it.

// Its own name and type; jemalloc reads it before main() begins.
//
// An arena for each processor, not four: what one thread of a start gave back
// serves the next one.  Huge pages, where the kernel has them on demand: a
// start otherwise takes tens of milliseconds to touch its pages one by one, and
// a turn reads all over its memory.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "percpu_arena:percpu,thp:always";
}
