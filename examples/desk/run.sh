#!/usr/bin/env bash
# The desk: installs and builds what is missing, serves it on loopback, and prints the address. `examples/desk/run.sh build`
# serves nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f build/node/denwaban.node ] || examples/run.sh >/dev/null
desk=examples/desk

# Installs what a folder's lock says, where it has not been.
install() {
  if [ "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund >/dev/null)
  fi
}
install $desk/server
[ -e $desk/server/node_modules/denwaban ] || ln -s ../../../.. $desk/server/node_modules/denwaban

# What is built is as new as what it is built from.
is_built() { [ -d $desk/page/dist ] && [ -z "$(find $desk/page bindings/browser -newer $desk/page/dist -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print -quit)" ]; }
if [ -f $desk/page/package.json ]; then
  install $desk/page
  is_built || (cd $desk/page && npm run --silent build && touch dist)
fi
[ "${1:-}" = build ] || exec node $desk/server/main.mjs
