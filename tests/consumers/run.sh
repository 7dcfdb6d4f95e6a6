#!/usr/bin/env bash
# Uses denwaban as others would: tests/consumers/run.sh find_package|add_subdirectory|pkg_config BUILD
# installs BUILD to a folder of its own, builds a small project against it, and runs what that makes.
set -euo pipefail
way=$1
build=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$build/consumers/$way
rm -rf "$work"
mkdir -p "$work"

run_both() {
  "$1/hours_only"
  "$1/everything"
}

if [ "$way" != add_subdirectory ]; then
  cmake --install "$build" --prefix "$work/prefix" >/dev/null
fi
case $way in
  find_package | add_subdirectory)
    cmake -S "$here/$way" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Debug
    cmake --build "$work/build"
    run_both "$work/build"
    ;;
  pkg_config)
    PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name denwaban.pc)")
    export PKG_CONFIG_PATH
    pkg-config --exact-version=0.1.0 denwaban
    # shellcheck disable=SC2046
    c++ -std=c++20 "$here/hours_only.cpp" $(pkg-config --cflags denwaban) -o "$work/hours_only"
    # shellcheck disable=SC2046
    c++ -std=c++20 "$here/everything.cpp" $(pkg-config --cflags --libs denwaban) -o "$work/everything"
    run_both "$work"
    ;;
esac
echo "1 passed, 0 failed"
