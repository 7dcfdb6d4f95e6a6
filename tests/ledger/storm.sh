#!/usr/bin/env bash
# Everybody calls at once, on SQLite: storm.sh STORM RESTAURANTS REQUESTS WRITERS
set -euo pipefail
storm=$1 restaurants=$2 requests=$3 writers=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$storm" requests "$restaurants" "$requests" 1 | "$storm" sqlite "$folder/ledger" "$writers" >"$folder/history"
"$storm" check <"$folder/history"
