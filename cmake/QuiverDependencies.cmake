# Everything Quiver links: Debian 12 packages, found where Debian puts them.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto SSL)
find_package(SQLite3 REQUIRED)
find_package(Protobuf REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Boost 1.81 REQUIRED)  # Its headers.
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)

# What allocates memory in programs that link this.  Sanitizers bring their own.
add_library(quiver_allocator INTERFACE)
if(NOT QUIVER_SANITIZE)
  pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
  target_link_libraries(quiver_allocator INTERFACE PkgConfig::JEMALLOC)
endif()

if(QUIVER_GRPC)
  find_package(gRPC CONFIG REQUIRED)
  find_program(GRPC_CPP_PLUGIN grpc_cpp_plugin REQUIRED)
endif()

# Debian ships these without a CMake or pkg-config file.
function(quiver_find_library target header library)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY ${library} REQUIRED)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${${target}_INCLUDE})
  target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()

quiver_find_library(utf8proc utf8proc.h utf8proc)
quiver_find_library(stemmer libstemmer.h stemmer)
quiver_find_library(liblinear linear.h linear)
quiver_find_library(libedit histedit.h edit)

if(QUIVER_TESTS)
  find_package(GTest REQUIRED)
  find_package(benchmark REQUIRED)
endif()
