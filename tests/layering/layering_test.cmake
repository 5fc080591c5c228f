# Fails when a file of server/ includes a header of a folder that stands above
# its own, or beside it.
#
#   cmake -DROOT=<dir> -DLAYERS="a;b|c;d" -P layering_test.cmake
#
# LAYERS are folders of ROOT, lowest first; a|b stand side by side.  A folder of
# ROOT that LAYERS does not name, and a name that is no folder, fail too.

cmake_minimum_required(VERSION 3.25)

set(rank 0)
set(names)
foreach(level IN LISTS LAYERS)
  string(REPLACE "|" ";" peers "${level}")
  foreach(name IN LISTS peers)
    set(rank_${name} ${rank})
    list(APPEND names ${name})
  endforeach()
  math(EXPR rank "${rank}+1")
endforeach()

set(wrong 0)
macro(report)
  message("${ARGN}")
  math(EXPR wrong "${wrong}+1")
endmacro()

file(GLOB folders RELATIVE ${ROOT} ${ROOT}/*)
foreach(folder IN LISTS folders)
  file(GLOB sources ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cc)
  if(sources AND NOT folder IN_LIST names)
    report("${folder}: has no place among the layers")
  endif()
endforeach()

set(checked 0)
foreach(name IN LISTS names)
  file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${name}/*.h ${ROOT}/${name}/*.cc)
  foreach(file IN LISTS files)
    file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include[ \t]*\"[a-z_]+/")
    foreach(line IN LISTS lines)
      math(EXPR checked "${checked}+1")
      string(REGEX REPLACE "^[^\"]*\"([a-z_]+)/.*" "\\1" target "${line}")
      if(DEFINED rank_${target} AND NOT target STREQUAL name
         AND NOT rank_${target} LESS rank_${name})
        report("${file}: ${name} may not include ${target}: ${line}")
      endif()
    endforeach()
  endforeach()
endforeach()

if(checked EQUAL 0)
  message(FATAL_ERROR "no include of ${ROOT} was checked: is it the right folder?")
endif()
if(wrong)
  message(FATAL_ERROR "${wrong} violations of the layers")
endif()
message("${checked} includes point downwards")
