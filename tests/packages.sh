#!/usr/bin/env bash
# Makes the packages of the targets (all, or `tests/packages.sh linux-x64-gnu …`), then installs and runs each as a user
# would, with no compiler in the path; what cannot be run here is looked into, and counted as skipped.
# DENWABAN_PACKAGES=made takes those of build/packages as they are.
set -uo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh
targets=${*:-linux-x64-gnu linux-arm64-gnu linux-x64-musl linux-arm64-musl}
out=$PWD/build/packages
scene=$out/scene
tools=$PWD/tests/packages/node_modules
version=$(sed -n 's/^project(denwaban VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
passed=0 failed=0 skipped=0

# check WHAT COMMAND…: one test; its complaint is shown where it fails.
check() {
  local what=$1 told
  shift
  if told=$("$@" 2>&1); then
    passed=$((passed + 1))
    echo "ok: $what${told:+ ($(tail -n 1 <<<"$told" | cut -c1-100))}"
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    tail -n 20 <<<"$told"
  fi
}
skip() {
  skipped=$((skipped + 1))
  echo "skipped: $*"
}
finish() {
  [ -z "${registry_pid:-}" ] || kill "$registry_pid"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# Every program of this machine but those that compile.
without_compilers() {
  local bare=$scene/bin program
  mkdir -p "$bare"
  for program in /usr/local/bin/* /usr/bin/*; do
    case ${program##*/} in
      *c++* | *g++* | *gcc* | *clang* | cc | c89* | c99* | cmake* | ninja* | make | gmake | ccache | ld | ld.* | as | zig*) ;;
      *) ln -sfn "$program" "$bare/${program##*/}" ;;
    esac
  done
  export PATH=$bare
  ! command -v c++ cc g++ gcc clang cmake ninja make
}

start_registry() {
  node tests/packages/registry.mjs "$out/npm" "$port" >"$scene/registry.log" 2>&1 &
  registry_pid=$!
  for _ in $(seq 600); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
    kill -0 $registry_pid || return
    sleep 0.2
  done
  return 1
}
# new_project NAME: an empty one, for a package manager that asks this machine's registry alone.
new_project() {
  rm -rf "${scene:?}/$1"
  mkdir -p "$scene/$1"
  cd "$scene/$1" || return
  echo '{ "private": true, "name": "user", "version": "1.0.0" }' >package.json
  printf '%s\n' "registry=$registry" audit=false fund=false "cache=$scene/cache" >.npmrc
}
addons_in() { find -L "$1" -name denwaban.node -not -path '*/.store/*' | sort -u | wc -l; }
with_npm() { new_project npm && npm install denwaban && [ "$(addons_in node_modules)" -eq 1 ]; }
with_pnpm() {
  new_project pnpm && node "$tools/pnpm/bin/pnpm.cjs" add denwaban --store-dir "$scene/pnpm-store" && [ -d node_modules/denwaban ]
}
with_yarn() {
  new_project yarn && printf '%s\n' 'nodeLinker: node-modules' 'enableGlobalCache: false' 'enableTelemetry: false' >.yarnrc.yml &&
    touch yarn.lock &&
    YARN_GLOBAL_FOLDER=$scene/yarn-global YARN_NPM_MINIMAL_AGE_GATE=0 YARN_NPM_REGISTRY_SERVER=$registry YARN_UNSAFE_HTTP_WHITELIST=127.0.0.1 YARN_ENABLE_IMMUTABLE_INSTALLS=false \
      node "$tools/@yarnpkg/cli-dist/bin/yarn.js" add denwaban && [ "$(addons_in node_modules)" -eq 1 ]
}
readme_in() { node tests/packages/readme.mjs "$scene/$1" "${@:2}"; }

# Where nothing fits, one sentence that says what to run.
says_what_to_run() {
  new_project bare && npm install denwaban --omit=optional && node -e '
    import("denwaban").then(() => process.exit(1), (error) => {
      const said = /^no addon for linux-x64-gnu is there.*; run "node node_modules\/denwaban\/bindings\/node\/build.mjs"/;
      if (error.code !== "addon_not_built" || !said.test(error.message)) { console.error(error); process.exit(1); }
    })'
}
no_script_runs() { ! npm view denwaban scripts --registry "$registry" --json | grep -q install; }

# A folder whose programs find no denwaban around them, as in our own tree they would.
lone_folder() { rm -rf "$1" && mkdir -p "$1" && echo '{ "private": true }' >"$1/package.json"; }
bundled() {
  local folder=$scene/npm
  cat >"$folder/handler.mjs" <<'JS'
import { HolidayCalendar, version } from 'denwaban';
export const handler = async () => ({ version, holiday: HolidayCalendar.japan() !== undefined });
JS
  lone_folder "$scene/bundle"
  (cd "$folder" && "$tools/esbuild/bin/esbuild" handler.mjs --bundle --platform=node --loader:.node=copy --outfile="$scene/bundle/handler.js") &&
    (cd "$scene/bundle" && ls && node -e 'require("./handler.js").handler().then((said) => { if (!said.holiday) process.exit(1); })')
}
# As a function with the layer: the handler alone is bundled, and Lambda's NODE_PATH leads to /opt.
layered() {
  local folder=$scene/layer
  lone_folder "$folder"
  lone_folder "$scene/bundle_of_layer"
  python3 -m zipfile -e "$out/layers/denwaban-$version-lambda-x64.zip" "$folder" &&
    "$tools/esbuild/bin/esbuild" "$scene/npm/handler.mjs" --bundle --platform=node --external:denwaban --outfile="$scene/bundle_of_layer/handler.js" &&
    (cd "$scene/bundle_of_layer" && NODE_PATH=$folder/nodejs/node_modules node -e 'require("./handler.js").handler().then((said) => { if (!said.holiday) process.exit(1); })')
}

in_venv() {
  local python=$1 venv=$scene/venv-$2
  rm -rf "$venv"
  "$python" -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check --no-index --find-links "$out/wheels" denwaban &&
    "$venv/bin/pip" install -q --disable-pip-version-check pytest &&
    "$venv/bin/python" -m pytest -q --noconftest -p no:cacheprovider -c /dev/null --rootdir tests/python tests/python/test_readme.py
}

inspected() { "$out/tools/bin/python" tests/packages/shared_object.py "$@"; }
addon_of() { mkdir -p "$scene/$1" && tar xzf "$out/npm/denwaban-$1-$version.tgz" -C "$scene/$1"; }
has_papers() { tar tzf "$1" | grep -q sbom.cdx.json && tar tzf "$1" | grep -q THIRD_PARTY_NOTICES.md && tar tzf "$1" | grep -q LICENSE; }
wheel_has_papers() { python3 -m zipfile -l "$1" | grep -q sboms/denwaban.cdx.json && python3 -m zipfile -l "$1" | grep -q THIRD_PARTY_NOTICES.md; }
size() { echo "size: $(stat -c '%s' "$1") bytes  ${1##*/}"; }

if [ "${DENWABAN_PACKAGES:-}" != made ]; then
  # shellcheck disable=SC2086
  check 'the packages are made' python3 src/packages/make.py $targets
fi
rm -rf "$scene"
mkdir -p "$scene"
[ "$tools/.package-lock.json" -nt tests/packages/package-lock.json ] ||
  check 'npm install (what tries them)' npm ci --prefix tests/packages --ignore-scripts --no-audit --no-fund
whole_path=$PATH
check 'no compiler is in the path' without_compilers
PATH=$scene/bin

port=$((4800 + $$ % 100))
registry=http://127.0.0.1:$port/
export npm_config_registry=$registry
if ! start_registry; then
  failed=$((failed + 1))
  echo 'FAILED: a registry of this machine'
  cat "$scene/registry.log"
  finish
fi


has() { [[ " $targets " == *" $1 "* ]]; }
for target in $targets; do
  check "papers of @denwaban/$target" has_papers "$out/npm/denwaban-$target-$version.tgz"
  check "unpacking @denwaban/$target" addon_of "$target"
  check "what the addon for $target asks of a machine" inspected "$target" "$scene/$target/package/denwaban.node"
  size "$scene/$target/package/denwaban.node"
  size "$out/npm/denwaban-$target-$version.tgz"
done
size "$out/npm/denwaban-$version.tgz"
if has linux-x64-gnu; then
  for manager in npm pnpm yarn; do
    start=$(date +%s%N)
    check "an installation by $manager" "with_$manager"
    echo "time: $((($(date +%s%N) - start) / 1000000)) ms, $manager install"
    check "README in it ($manager)" readme_in $manager
  done
  check 'nothing is run at an installation' no_script_runs
  check 'one sentence where no addon is there' says_what_to_run
  check 'bundled by esbuild' bundled
  if [ -e "$out/layers/denwaban-$version-lambda-x64.zip" ]; then check 'a bundle and the layer' layered; else skip "there is no layer"; fi
  for major in 18 20 22 24; do
    check "README by Node $major" readme_in npm "$tools/node-$major/bin/node"
  done
fi
for target in $targets; do [ "$target" = linux-x64-gnu ] || skip "$target: inspected, not run"; done

unset npm_config_registry
for target in $targets; do
  for wheel in "$out"/wheels/*"$(case $target in *-gnu) echo manylinux ;; *) echo musllinux ;; esac)"*"$(case $target in *x64*) echo x86_64 ;; *) echo aarch64 ;; esac)".whl; do
    [ -e "$wheel" ] || { skip "there is no wheel for $target"; continue; }
    size "$wheel"
    check "papers of ${wheel##*/}" wheel_has_papers "$wheel"
    case $target in *-gnu) check "auditwheel on ${wheel##*/}" "$out/tools/bin/python" -m auditwheel show "$wheel" ;; esac
    [ "$target" = linux-x64-gnu ] || { skip "${wheel##*/}: inspected, not run"; continue; }
    number=$(sed -n 's/.*-cp3\([0-9]*\)-.*/3.\1/p' <<<"${wheel##*/}")
    check "README by Python $number" in_venv "$(PATH=$whole_path python3 src/packages/wheels.py "$number")" "$number"
  done
done
finish
