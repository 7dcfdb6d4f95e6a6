#!/usr/bin/env bash
# Makes the packages of the targets (all, or `tests/packages.sh linux-x64-gnu …`), then installs and runs each as a user
# would, with no compiler in the path; arm64 by qemu, musl by its loader, Windows by Wine. What cannot be run here is looked
# into, and counted as skipped.
# DENWABAN_PACKAGES=made takes those of build/packages as they are; =twice makes all of them once more, elsewhere, and compares.
set -uo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh
targets=${*:-linux-x64-gnu linux-arm64-gnu linux-x64-musl linux-arm64-musl darwin-arm64 darwin-x64 win32-x64}
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
    return 1
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
# worker_alone PROJECT NODE
worker_alone() { cp tests/packages/worker.cjs "$scene/$1" && (cd "$scene/$1" && "$2" worker.cjs); }
readme_in() { node tests/packages/readme.mjs "$scene/$1" "${@:2}"; }

# What starts Node or Python where the platform is not this machine's.
interpreter_for() { PATH=$whole_path python3 tests/packages/machines.py "$1" "$2" "$out/machines"; }
# As npm does it on such a machine.
install_for() {
  local system cpu libc
  IFS=- read -r system cpu libc <<<"$1"
  new_project "$1" && npm install denwaban --os="$system" --cpu="$cpu" ${libc:+"--libc=${libc/gnu/glibc}"} &&
    [ "$(cd node_modules/@denwaban && echo *)" = "$1" ]
}
# vectors_by TARGET NODE: Node's tests of what all languages share, in the project that it was installed into.
vectors_by() {
  local folder=$scene/$1 name told passed=0
  mkdir -p "$folder/tests/node" && ln -sfn "$PWD/tests/data" "$folder/tests/data" || return
  for name in vectors agents calls day_books hours_questions rules talk; do
    cp "tests/node/$name.test.mjs" "$folder/tests/node" || return
    told=$(cd "$folder" && "$2" --test-reporter=tap "tests/node/$name.test.mjs") || { grep -A 20 '^not ok' <<<"$told" || echo "$told"; return 1; }
    passed=$((passed + $(sed -n 's/^# pass //p' <<<"$told")))
  done
  echo "$passed tests"
  [ "$passed" -gt 0 ]
}

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
    node tests/packages/whole.mjs "$folder/nodejs/node_modules/denwaban" &&
    "$tools/esbuild/bin/esbuild" "$scene/npm/handler.mjs" --bundle --platform=node --external:denwaban --outfile="$scene/bundle_of_layer/handler.js" &&
    (cd "$scene/bundle_of_layer" && NODE_PATH=$folder/nodejs/node_modules node -e '
      const beside = (name) => require(`${process.env.NODE_PATH}/denwaban/bindings/node/${name}`);
      if (beside("native.js").version !== require("denwaban").version) process.exit(1);
      beside("dynamodb/lines.cjs"); // the SDK that its neighbours need is the runtime'"'"'s
      require("./handler.js").handler().then((said) => { if (!said.holiday) process.exit(1); })')
}

as_users=(--noconftest -p no:cacheprovider -c /dev/null --rootdir tests/python
  tests/python/test_readme.py tests/python/test_vectors.py)
in_venv() {
  local python=$1 venv=$scene/venv-$2
  rm -rf "$venv"
  "$python" -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check --no-index --find-links "$out/wheels" denwaban &&
    "$venv/bin/pip" install -q --disable-pip-version-check pytest hypothesis &&
    "$venv/bin/python" -m pytest -q "${as_users[@]}"
}

cold_start() {
  lone_folder "$scene/empty" && echo 'exports.handler = async () => ({});' >"$scene/empty/handler.js" &&
    "$tools/node-22/bin/node" tests/packages/cold_start.mjs "$scene/layer/nodejs/node_modules" "$scene/bundle_of_layer/handler.js" "$scene/empty/handler.js"
}

# Which CPython machines.py has for a platform.
number_of_machine() { case $1 in linux-arm64-gnu) echo 3.11 ;; *-musl) echo 3.13 ;; esac }
# Whose wheels run there, as pip's options.
platforms_of() {
  case $1 in
    linux-arm64-gnu) printf -- '--platform %s ' manylinux_2_28_aarch64 manylinux_2_17_aarch64 manylinux2014_aarch64 ;;
    linux-x64-musl) printf -- '--platform %s ' musllinux_1_2_x86_64 musllinux_1_1_x86_64 ;;
    linux-arm64-musl) printf -- '--platform %s ' musllinux_1_2_aarch64 musllinux_1_1_aarch64 ;;
  esac
}
# wheel_by TARGET NUMBER: where pip puts a wheel for a machine that is not this one, by that machine's Python.
wheel_by() {
  local python site=$scene/python-$1 pip
  python=$(interpreter_for "$1" python) || { echo "$python"; return 1; }
  rm -rf "$site"
  # shellcheck disable=SC2046
  pip=("$out/tools/bin/python" -m pip install -q --disable-pip-version-check --target "$site" --only-binary=:all:
    --implementation cp --python-version "$2" $(platforms_of "$1"))
  "${pip[@]}" pytest hypothesis && "${pip[@]}" --no-deps --no-index --find-links "$out/wheels" denwaban &&
    PYTHONPATH=$site "$python" -c 'import sys, pytest
sys.executable = sys.argv[1]
sys.exit(pytest.main(sys.argv[2:]))' "$python" -q "${as_users[@]}"
}

module_of() { rm -rf "$scene/module" && python3 -m zipfile -e "$1" "$scene/module"; }
inspected() { "$out/tools/bin/python" tests/packages/shared_object.py "$@"; }
addon_of() { mkdir -p "$scene/$1" && tar xzf "$out/npm/denwaban-$1-$version.tgz" -C "$scene/$1"; }
# names_all LIST NAME…: whether each is in what was listed.
names_all() {
  local list=$1 name
  shift
  for name in "$@"; do [[ $list == *"$name"* ]] || { echo "no $name"; return 1; }; done
}
has_papers() { names_all "$(tar tzf "$1")" sbom.cdx.json THIRD_PARTY_NOTICES.md LICENSE; }
wheel_has_papers() { names_all "$(python3 -m zipfile -l "$1")" sboms/denwaban.cdx.json THIRD_PARTY_NOTICES.md; }
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
  check 'a worker alone has the addon' worker_alone npm node
  check 'nothing is run at an installation' no_script_runs
  check 'one sentence where no addon is there' says_what_to_run
  check 'bundled by esbuild' bundled
  if [ -e "$out/layers/denwaban-$version-lambda-x64.zip" ]; then
    check 'a bundle and the layer' layered && cold_start
  else
    skip 'there is no layer'
  fi
  for major in 18 20 22 24; do
    check "README by Node $major" readme_in npm "$tools/node-$major/bin/node"
  done
fi
for target in $targets; do
  if [ "$target" != linux-x64-gnu ]; then
    check "an installation for $target" install_for "$target"
    [[ $target != darwin-* ]] || { skip "@denwaban/$target: inspected, not run"; continue; }
    if check "a Node for $target" interpreter_for "$target" node; then
      check "README in it" readme_in "$target" "$(interpreter_for "$target" node)"
      check "a worker alone has it" worker_alone "$target" "$(interpreter_for "$target" node)"
      check "what all languages share" vectors_by "$target" "$(interpreter_for "$target" node)"
    fi
  fi
done

unset npm_config_registry
for target in $targets; do
  [[ $target = linux-* ]] || { skip "no wheels are made for $target"; continue; }
  for wheel in "$out"/wheels/*"$(case $target in *-gnu) echo manylinux ;; *) echo musllinux ;; esac)"*"$(case $target in *x64*) echo x86_64 ;; *) echo aarch64 ;; esac)".whl; do
    [ -e "$wheel" ] || { skip "there is no wheel for $target"; continue; }
    size "$wheel"
    check "papers of ${wheel##*/}" wheel_has_papers "$wheel"
    check "unpacking ${wheel##*/}" module_of "$wheel"
    check "what ${wheel##*/} asks of a machine" inspected "$target" "$scene"/module/denwaban/*.so
    case $target in *-gnu) check "auditwheel on ${wheel##*/}" "$out/tools/bin/python" -m auditwheel show "$wheel" ;; esac
    number=$(sed -n 's/.*-cp3\([0-9]*\)-.*/3.\1/p' <<<"${wheel##*/}")
    if [ "$number" = "$(number_of_machine "$target")" ]; then
      check "README and the vectors by Python $number of $target" wheel_by "$target" "$number"
      continue
    fi
    [ "$target" = linux-x64-gnu ] || { skip "${wheel##*/}: inspected, not run"; continue; }
    check "README and the vectors by Python $number" in_venv "$(PATH=$whole_path python3 src/packages/wheels.py "$number")" "$number"
  done
done
if [ "${DENWABAN_PACKAGES:-}" = twice ]; then
  export PATH=$whole_path
  # shellcheck disable=SC2086
  check 'two builds are equal' "$out/tools/bin/python" tests/packages/twice.py $targets
else skip 'one build, which no other was compared with'; fi
finish
