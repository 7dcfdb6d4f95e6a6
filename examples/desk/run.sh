#!/usr/bin/env bash
# The desk: installs and builds what is missing, serves it on loopback, and prints the address. `examples/desk/run.sh build`
# serves nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f build/node/denwaban.node ] || examples/run.sh >/dev/null
desk=examples/desk

# Installs what a folder's lock says, where it has not been.
install() {
  local folder=$1
  shift
  [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ] || return 0
  echo "installing $folder" >&2
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel error "$@" >/dev/null)
}
# Nothing that the page is made of is newer than it.
is_built() {
  [ -d $desk/page/dist ] &&
    [ -z "$(find $desk/page bindings/browser -name node_modules -prune -o -name dist -prune -o -name .angular -prune -o \
      -type f -newer $desk/page/dist -print -quit)" ]
}

install $desk/server --ignore-scripts
[ -e $desk/server/node_modules/denwaban ] || ln -s ../../../.. $desk/server/node_modules/denwaban
if [ -f $desk/page/package.json ]; then
  install $desk/page
  if ! is_built; then
    echo 'building the page' >&2
    (cd $desk/page && npm run --silent build >/dev/null)
    touch $desk/page/dist
  fi
fi
[ "${1:-}" = build ] || exec node $desk/server/main.mjs
