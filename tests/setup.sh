# Sourced by tests/run.sh and examples/run.sh: puts on a Debian or Ubuntu machine what is not there yet.

need_build='g++ cmake ninja-build pkg-config python3 python3-venv python3-dev tzdata
  libcctz-dev libhowardhinnant-date-dev libsqlite3-dev nlohmann-json3-dev zlib1g-dev'
need_tests='ccache chromium clang clang-format clang-tidy doctest-dev doxygen fonts-ipafont-gothic librapidcheck-dev'

install_missing() {
  local missing=()
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  echo "installing ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# libFuzzer and the sanitizers of whichever Clang the distribution has.
clang_runtime() {
  apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/libclang-rt-\1-dev/p' | head -1
}

use_ccache() {
  command -v ccache >/dev/null || return 0
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CXX=${CXX:-c++} # else pip and npm name it differently, and share nothing
  export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD # what is built in another folder is the same
}
use_ccache
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
