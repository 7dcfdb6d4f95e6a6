#!/usr/bin/env bash
# An evening on the phones: installs what is missing, builds, plays an hour of calls through the Lambda handler,
# and says how to open the desk.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh
# shellcheck disable=SC2086
install_missing $need_build
if [ -d node_modules/node-addon-api ]; then
  node bindings/node/build.mjs >/dev/null
else
  npm install --omit=dev --no-audit --no-fund
fi
node examples/evening.mjs
printf '\n%s\n' 'オペレーターの画面: examples/desk/run.sh を実行し、表示されたアドレスをブラウザで開いてください。'
