#!/usr/bin/env bash
# Runs denwaban beside npm opening_hours on the same rules and instants, beside amazon-connect-streams on the same
# snapshots, beside chrono-node and ja-timex on the same words, beside `JSON.parse` and `json` on the same contact records,
# beside empty calls of each binding, beside plain SQLite and the bare AWS SDK on the same commits, and beside CP-SAT on the
# same nights of calls, and prints times and ratios; before all that, what it costs to include headers.
# Takes half an hour; quiet machines give steadier numbers.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/setup.sh
# shellcheck disable=SC2086
install_missing $need_build
python3 tests/style/include_cost.py --seconds
echo
cmake --preset bench >/dev/null
cmake --build --preset bench >/dev/null
[ -e build/node/denwaban.node ] && [ -d node_modules/opening_hours ] || npm install --no-audit --no-fund >/dev/null
node tests/bench/hours_bench.mjs build/bench/tests/bench
echo
node tests/bench/agents_bench.mjs build/bench/tests/bench
echo
build/bench/tests/bench/denwaban_ledger_bench
echo
build/bench/tests/bench/denwaban_listings_bench
echo
build/bench/tests/bench/denwaban_records_bench
python3 tests/bench/contact_records.py 10000 >build/bench/contact_records.ndjson
build/bench/tests/bench/denwaban_contact_records_bench build/bench/contact_records.ndjson
node tests/bench/records_bench.mjs build/bench/contact_records.ndjson
echo
peers=build/peers
[ -d $peers/node_modules/chrono-node ] || npm install --prefix $peers --no-save --no-audit --no-fund chrono-node@2 >/dev/null
[ -x $peers/venv/bin/python ] || python3 -m venv $peers/venv
$peers/venv/bin/pip install --quiet --disable-pip-version-check ja-timex
build/bench/tests/bench/denwaban_talk_bench
node tests/bench/talk_peers.mjs $peers
$peers/venv/bin/python tests/bench/talk_peers.py
node tests/bench/talk_cold_start.mjs
echo
node tests/bench/dynamodb_bench.mjs
[ -x build/venv/bin/python ] || python3 -m venv build/venv
build/venv/bin/pip install --quiet --disable-pip-version-check scikit-build-core pybind11
build/venv/bin/pip install --quiet --disable-pip-version-check --no-build-isolation -C build-dir=build/python '.[test]'
echo
node tests/bench/start_bench.mjs build/venv/bin/python
node tests/bench/crossing_bench.mjs
echo
build/venv/bin/python tests/bench/hours_bench.py
echo
build/venv/bin/python tests/bench/records_bench.py build/bench/contact_records.ndjson
echo
exec build/venv/bin/python tests/bench/reservations_bench.py build/bench/tests/bench/denwaban_reservations_bench
