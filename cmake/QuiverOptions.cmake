# Language level, warnings and sanitizers: what holds for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(QUIVER_TESTS "Build the tests, benchmarks and fuzz targets." ON)
option(QUIVER_GRPC "Build what links gRPC; OFF for ThreadSanitizer." ON)
set(QUIVER_SANITIZE "" CACHE STRING
    "Sanitizers for every target: address;undefined or thread.")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Nothing here is a shared library whose functions others may replace.
add_compile_options(-fno-semantic-interposition)
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  # Processors since 2009: bits are counted by one instruction.
  add_compile_options(-march=x86-64-v2)
endif()

add_library(quiver_options INTERFACE)
target_compile_options(quiver_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
if(QUIVER_SANITIZE)
  string(REPLACE ";" "," sanitizers "${QUIVER_SANITIZE}")
  add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer -g)
  add_compile_options(-fno-sanitize-recover=all)
  add_link_options(-fsanitize=${sanitizers})
endif()
