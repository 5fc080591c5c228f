// Debian's Abseil is not built for ThreadSanitizer, which therefore does not
// see that the last owner of a status waited for the others.

#ifdef __SANITIZE_THREAD__
extern "C" const char* __tsan_default_suppressions() {
  return "race:absl::*Status::UnrefNonInlined\n";
}
#endif
