#!/usr/bin/env bash
# Compares what is built here with an older commit: tests/abi.sh [BASE [PART…]]; BASE is the last tag, or else the commit before.
# Compares each part's ABI, in the types that our headers show, and the API as the reference has it. Of a release with the
# same SOVERSION nothing may be gone or changed; of any other commit it is told and no more.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh
base=${1:-$(git describe --tags --abbrev=0 HEAD^ 2>/dev/null || git rev-parse HEAD^)}
commit=$(git rev-parse "$base^{commit}")
read -ra parts <<<"${*:2}"
[ ${#parts[@]} -gt 0 ] || parts=(zones seating talk documents formats connect ledger)
kept=build/abi/$commit
binding=0
if git describe --tags --exact-match "$commit" >/dev/null 2>&1; then binding=1; fi
passed=0
failed=0

# libraries SOURCE BUILD: shared, and with what abidw reads of types.
libraries() {
  cmake -S "$1" -B "$2" -G Ninja -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Debug -DDENWABAN_CLI=OFF >"$2.log"
  cmake --build "$2" --target "${parts[@]/#/denwaban_}" >>"$2.log"
}
library() { echo "$1/src/$2/libdenwaban_$2.so"; }
soname() { objdump -p "$1" | sed -n 's/^ *SONAME *//p'; }
# Of BASE, once: it does not change any more.
keep_baseline() {
  local missing=() part
  for part in "${parts[@]}"; do [ -s "$kept/$part.abi" ] || missing+=("$part"); done
  if [ ${#missing[@]} -eq 0 ] && [ -s "$kept/api.txt" ]; then return; fi
  mkdir -p "$kept/source"
  git archive "$commit" | tar -x -C "$kept/source"
  libraries "$kept/source" "$kept/build"
  for part in "${parts[@]}"; do
    soname "$(library "$kept/build" "$part")" >"$kept/$part.soname"
    abidw --headers-dir "$kept/source/include" --drop-private-types --no-corpus-path \
      --out-file "$kept/$part.abi" "$(library "$kept/build" "$part")"
  done
  "$kept/source/tests/style/reference.sh" >/dev/null || true
  python3 tests/style/api.py "$kept/source/build/reference/xml" >"$kept/api.txt"
}
# told NAME BREAKS: what breaks a release is a failure.
told() {
  if [ "$2" -ne 0 ] && [ "$binding" -eq 1 ]; then
    failed=$((failed + 1)) && echo "FAILED: $1 breaks $base"
  else
    passed=$((passed + 1)) && echo "$1: $([ "$2" -eq 0 ] && echo 'whoever was built with it goes on' || echo 'has to be built anew')"
  fi
}
compare_part() {
  local new status=0
  new=$(library build/abi/new "$1")
  abidiff --headers-dir2 include --drop-private-types "$kept/$1.abi" "$new" >"build/abi/$1.txt" || status=$?
  head -n 40 "build/abi/$1.txt"
  if [ $((status & 3)) -ne 0 ]; then echo "abidiff could not compare $1" && exit 1; fi
  # 8: incompatible. With another SOVERSION it may be.
  if [ "$(soname "$new")" != "$(cat "$kept/$1.soname")" ]; then status=0; fi
  told "ABI of $1" $((status & 8))
}
compare_api() {
  tests/style/reference.sh >/dev/null
  python3 tests/style/api.py build/reference/xml >build/abi/api.txt
  local gone
  LC_ALL=C comm -23 "$kept/api.txt" build/abi/api.txt | tee build/abi/gone.txt
  gone=$(wc -l <build/abi/gone.txt)
  echo "$gone gone or changed, $(LC_ALL=C comm -13 "$kept/api.txt" build/abi/api.txt | wc -l) new or changed names"
  told API "$gone"
}

keep_baseline
libraries . build/abi/new
for part in "${parts[@]}"; do compare_part "$part"; done
compare_api
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
