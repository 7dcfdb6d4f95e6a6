#!/usr/bin/env bash
# Uses denwaban as others would: tests/consumers/run.sh find_package|add_subdirectory|pkg_config|shared|single_header BUILD
# installs BUILD to a folder of its own, builds a small project against it, and runs what that makes.
set -euo pipefail
way=$1
build=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$build/consumers/$way
# Beside the others and built alike, so that what was compiled there is not compiled again.
project=$(dirname "$build")/consumer-$way
rm -rf "$work" "$project"
mkdir -p "$work"

run_all() {
  local each
  for each in hours_only seating_only everything keeping; do "$1/$each"; done
}

root=$(realpath "$here/../..")
version=$(sed -n 's/^project(denwaban VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
abi=$(sed -E 's/^(0\.[0-9]+|[1-9][0-9]*).*/\1/' <<<"$version")
# Fails if the command prints anything, and shows it.
is_silent() {
  local printed
  printed=$("$@" || true)
  if [ -n "$printed" ]; then printf '%s:\n%s\n' "$*" "$printed" && return 1; fi
}
# Nothing that is installed knows where it was built.
install_from() {
  cmake --install "$1" --prefix "$work/prefix" >/dev/null
  is_silent grep -rlF "$root" "$work/prefix"
}
# Templates of the standard library's or of nlohmann_json's, which others may have too.
foreign_names_in() { nm -D --defined-only "$1" | grep -vE ' (_ZN[KORV]*8denwaban|_ZT[ISV]N8denwaban)'; }
if [ "$way" = find_package ] || [ "$way" = pkg_config ]; then install_from "$build"; fi
find_with_pkg_config() {
  PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name denwaban.pc)")
  export PKG_CONFIG_PATH
}
case $way in
  find_package | add_subdirectory)
    # shellcheck disable=SC2086
    cmake -S "$here/$way" -B "$project" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release ${CMAKE_ARGS:-}
    if [ "$way" = find_package ]; then
      cmake --build "$project"
      run_all "$project"
    else
      # CMake has found every target that the others link. Our own tests link them too: to compile all again takes minutes.
      cmake --build "$project" --target hours_only
      "$project/hours_only"
    fi
    ;;
  pkg_config)
    find_with_pkg_config
    pkg-config --exact-version="$version" denwaban
    # shellcheck disable=SC2046
    c++ -std=c++20 "$here/hours_only.cpp" $(pkg-config --cflags denwaban) -o "$work/hours_only"
    # shellcheck disable=SC2046
    c++ -std=c++20 -DDENWABAN_HEADER_ONLY "$here/seating_only.cpp" $(pkg-config --cflags denwaban) -o "$work/seating_only"
    # shellcheck disable=SC2046
    c++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only "$here/designated.cpp" $(pkg-config --cflags denwaban)
    ! command -v clang++ >/dev/null ||
      clang++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only "$here/designated.cpp" $(pkg-config --cflags denwaban)
    for each in everything keeping; do
      # shellcheck disable=SC2046
      c++ -std=c++20 "$here/$each.cpp" $(pkg-config --cflags --libs denwaban) -o "$work/$each"
    done
    run_all "$work"
    ;;
  shared)
    # Hours, zones and seats: how the others are linked is the same, and to compile them again takes minutes.
    # shellcheck disable=SC2086
    cmake -S "$root" -B "$project" -G Ninja -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Release -DDENWABAN_FORMATS=OFF ${CMAKE_ARGS:-}
    cmake --build "$project"
    install_from "$project"
    for part in zones seating; do
      library=$(find "$work/prefix" -name "libdenwaban_$part.so")
      is_silent foreign_names_in "$library"
      readelf -d "$library" | grep -q "SONAME.*\[libdenwaban_$part\.so\.$abi\]"
    done
    find_with_pkg_config
    # shellcheck disable=SC2046
    c++ -std=c++20 "$here/seating_only.cpp" $(pkg-config --cflags --libs denwaban) -o "$work/seating_only"
    LD_LIBRARY_PATH=$(pkg-config --variable=libdir denwaban) "$work/seating_only"
    ;;
  single_header)
    cmake --build "$build" --target denwaban_single_header denwaban_zones
    answers=$here/single_header
    # shellcheck disable=SC2086
    compile() { ${CMAKE_CXX_COMPILER_LAUNCHER:-} $1 -std=c++20 -Wall -Wextra -Werror "${@:2}"; }
    for each in answers izakaya; do
      compile c++ -I"$build/single_header" -c "$answers/$each.cpp" -o "$work/$each.o"
    done
    c++ "$work/answers.o" "$work/izakaya.o" -o "$work/alone"
    ! command -v clang++ >/dev/null ||
      compile clang++ -I"$build/single_header" -c "$answers/answers.cpp" -o "$work/by_clang.o"
    compile c++ -I"$here/../../include" -include "$answers/izakaya.cpp" -c "$answers/answers.cpp" -o "$work/with_library.o"
    c++ "$work/with_library.o" "$build/src/zones/libdenwaban_zones.a" -o "$work/with_library"
    "$work/alone" >"$work/alone.txt"
    "$work/with_library" | cmp - "$work/alone.txt"
    [ "$(wc -l <"$work/alone.txt")" -gt 3000 ]
    ;;
esac
echo "1 passed, 0 failed"
