#!/usr/bin/env bash
# Asks a desk of development whatever its openapi.json lets one ask. A supervisor's token may ask the most.
set -euo pipefail
cd "$(dirname "$0")/../.."
schemathesis=$PWD/$1
folder=$(mktemp -d)
DENWABAN_LEDGER=$folder/desk.sqlite DESK_PORT=0 DESK_LOG=error DESK_RATE=1000000 node examples/desk/server/main.mjs >"$folder/out" 2>"$folder/err" &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT
until grep -q ^http "$folder/out"; do
  kill -0 $server || { cat "$folder/err"; exit 1; }
  sleep 0.2
done
base=$(grep ^http "$folder/out")
token=$(node -e 'fetch(`${process.argv[1]}api/development/login?as=supervisor`).then((r) => r.json()).then(({ token }) => console.log(token))' "$base")
status=0
# The stream of events has no end.
cd "$folder"
"$schemathesis" run "${base}api/openapi.json" --url "$base" --header "Authorization: Bearer $token" \
  --exclude-path /api/events --phases examples,coverage,fuzzing --max-examples "${DESK_FUZZ_EXAMPLES:-50}" --seed 20261129 \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --request-timeout 30 --continue-on-failure --suppress-health-check all || status=$?
grep '^{' "$folder/out" || true
cat "$folder/err"
exit $status
