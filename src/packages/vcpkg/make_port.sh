#!/usr/bin/env bash
# Makes a port of a release: make_port.sh OWNER/REPOSITORY SHA512 FOLDER, of the tag's archive as GitHub gives it.
set -euo pipefail
cd "$(dirname "$0")"
[[ $1 =~ ^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$ ]] || { echo "$1 is not OWNER/REPOSITORY" >&2; exit 1; }
[[ $2 =~ ^[0-9a-f]{128}$ ]] || { echo "$2 is no SHA-512" >&2; exit 1; }
mkdir -p "$3"
cp vcpkg.json usage "$3"
sed -e "s|@REPOSITORY@|$1|; s|@SHA512@|$2|; /make_port\.sh/d" portfile.cmake >"$3/portfile.cmake"
