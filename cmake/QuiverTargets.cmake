# quiver_library(NAME SRCS file... DEPS target...)
#
# One library a folder of server/.  Every dependency is written out, so that
# these calls are the architecture diagram.  Headers are included from the
# root of server/: "text/utterance.h".
function(quiver_library name)
  cmake_parse_arguments(ARG "" "" "SRCS;DEPS" ${ARGN})
  if(ARG_SRCS)
    add_library(quiver_${name} STATIC ${ARG_SRCS})
    target_include_directories(quiver_${name} PUBLIC ${CMAKE_SOURCE_DIR}/server)
    target_link_libraries(quiver_${name} PUBLIC ${ARG_DEPS}
                          PRIVATE quiver_options)
  else()
    add_library(quiver_${name} INTERFACE)
    target_include_directories(quiver_${name}
                               INTERFACE ${CMAKE_SOURCE_DIR}/server)
    target_link_libraries(quiver_${name} INTERFACE ${ARG_DEPS})
  endif()
endfunction()

# quiver_test(NAME SRCS file... DEPS target...)
#
# A GoogleTest program, run by ctest as one test.
function(quiver_test name)
  cmake_parse_arguments(ARG "" "" "SRCS;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SRCS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE
    QUIVER_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} quiver_options
                        GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# quiver_benchmark(NAME SRCS file... DEPS target...)
#
# A Google Benchmark program.  Never run by ctest: timings are figures.
function(quiver_benchmark name)
  cmake_parse_arguments(ARG "" "" "SRCS;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SRCS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE
    QUIVER_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} quiver_options
                        benchmark::benchmark)
endfunction()

# quiver_fuzzer(NAME SRCS file... DEPS target...)
#
# A fuzz target: one LLVMFuzzerTestOneInput.  With clang it is a libFuzzer
# program; otherwise tests/fuzz/replay_main.cc runs the seed corpus through
# it, so that every fuzz target is compiled and exercised by ctest.
function(quiver_fuzzer name)
  cmake_parse_arguments(ARG "" "CORPUS" "SRCS;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SRCS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} quiver_options)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME ${name} COMMAND ${name} -runs=2000 ${ARG_CORPUS})
  else()
    target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/fuzz/replay_main.cc)
    add_test(NAME ${name} COMMAND ${name} ${ARG_CORPUS})
  endif()
endfunction()
