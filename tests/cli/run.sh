#!/usr/bin/env bash
# The command denwaban as a user meets it: run.sh <path of the command>.
set -uo pipefail
denwaban=$1
failed=0
passed=0
listing='月～木 17:00～23:00（料理L.O.22:00）金・土・祝前日 17:00～翌5:00'

# check NAME EXIT-CODE PATTERN COMMAND...: standard output and error together must match, the exit code be equal.
check() {
  local name=$1 code=$2 pattern=$3 output status
  shift 3
  output=$("$@" 2>&1)
  status=$?
  if [ "$status" -eq "$code" ] && grep -qE -- "$pattern" <<<"$output"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s (exit %d)\n%s\n' "$name" "$status" "$output"
  fi
}
hours() { printf '%s' "$1" | "$denwaban" hours "${@:2}"; }

check 'a month' 0 '^ 7 +8' hours "$listing" --close 日曜 --month 2026-09
check 'the 祝日 of a month' 0 '^21祝前' hours "$listing" --close 日曜 --month 2026-09
check 'open at a time' 0 '^open: 敬老の日の前日$' hours "$listing" --at 2026-09-20T18:00
check 'when it closes' 0 '^closes at 2026-09-21T05:00:00\+09:00$' hours "$listing" --at 2026-09-20T18:00
check 'an explanation' 0 '^> /rules/1 by holiday_eve$' hours "$listing" --explain 2026-09-20
check 'a picture' 0 '^<svg ' hours "$listing" --month 2026-09 --svg
check 'to our JSON' 0 '"weekdays":\["mon","tue","wed","thu"\]' hours "$listing" --to json
check 'to OSM, with what it costs' 1 'loss: /rules/0/services: last orders' hours "$listing" --to osm
check 'to Amazon Connect' 1 '"HoursOfOperation"' hours "$listing" --month 2026-01 --to amazon_connect
check 'from OSM' 0 '^read as osm$' hours 'Mo-Fr 10:00-18:00' --month 2026-11
check 'from OSM, with a finding' 1 '^loss: 12-18: sunrise and sunset are not known: sunset$' \
  hours 'Mo-Fr 10:00-sunset' --month 2026-11
check 'from schema.org' 0 '^read as schema_org$' hours '{"@type":"Restaurant","openingHours":"Mo-Fr 11:00-22:00"}' --month 2026-11
check 'from Google' 0 '^read as google$' hours \
  '{"regularHours":{"periods":[{"openDay":"MONDAY","openTime":{"hours":9},"closeDay":"MONDAY","closeTime":{"hours":17}}]}}' --month 2026-11
check 'a document that is none' 2 '^error: .*malformed_json' hours '{"rules": [' --month 2026-11
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
check 'a ledger that is not there' 2 'there is no ledger .*/ledger.sqlite' "$denwaban" talk "$folder/ledger.sqlite" r1
check 'which is not made by that' 0 '^$' sh -c '! [ -e "$0" ]' "$folder/ledger.sqlite"
check 'help of a command' 0 '^usage: denwaban talk' "$denwaban" talk --help
check 'help of another' 0 '^usage: denwaban records' "$denwaban" records -h
check 'a talk with nobody' 2 'a ledger and a restaurant are wanted' "$denwaban" talk
record() { printf '{"ContactId":"%s","LastUpdateTimestamp":"2026-11-2%dT03:10:00Z"}' "$1" "$2"; }
mkdir "$folder/export"
{ record a 1 && echo && record b 3; } | gzip >"$folder/export/1.gz"
{ record c 5 && record d 9 && printf '\nno record\n' && record a 9; } >"$folder/export/2"
check 'the calls of a folder' 1 '"id":"c"' "$denwaban" records "$folder/export"
check 'what is no record, with its line' 1 '2:2: malformed_json at 1-2: ' "$denwaban" records "$folder/export"
check 'a call, newest record and once' 1 '^1$' sh -c \
  '"$0" records "$1" --wait 100000 | grep -c "\"id\":\"a\""; exit 1' "$denwaban" "$folder/export"
check 'calls as CSV' 0 '^restaurant,state,.*,updated' "$denwaban" records "$folder/export/1.gz" --to csv
check 'calls as rows' 0 '"attributes":\[\]' "$denwaban" records "$folder/export/1.gz" --to bigquery-ndjson
printf '{\n "ContactId": "p",\n "LastUpdateTimestamp": "2026-11-21T03:10:00Z",\n "Channel": "VOICE"\n}\n' >"$folder/pretty.json"
check 'a record over many lines' 0 '"id":"p"' "$denwaban" records "$folder/pretty.json"
check 'a month as one file' 0 '2026年11月の電話' \
  "$denwaban" records report --month 2026-11 --html - "$folder/pretty.json" "$folder/export/1.gz"
check 'a month as text' 0 '^着信から応答まで' \
  "$denwaban" records report --month 2026-11 "$folder/pretty.json" "$folder/export/1.gz"
check 'a month of nothing' 2 'a month is wanted' "$denwaban" records report "$folder/pretty.json"
check 'help of the report' 0 '^usage: denwaban records report' "$denwaban" records report --help
check 'records of nothing' 2 'a file or a folder is wanted' "$denwaban" records
check 'records that are not there' 2 'nonexistent: cannot be read' "$denwaban" records /nonexistent "$folder/export/1.gz"
check 'a file that breaks off' 2 '/proc/self/mem: cannot be read' "$denwaban" records /proc/self/mem
check 'no input at all' 2 '^-: cannot be read' sh -c '"$0" records - <&-' "$denwaban"
check 'a full disk' 2 'standard output cannot be written' sh -c '"$0" records "$1" >/dev/full' "$denwaban" "$folder/pretty.json"
check 'a month on a full disk' 2 'standard output cannot be written' sh -c \
  '"$0" records report --month 2026-11 --html - "$1" >/dev/full' "$denwaban" "$folder/pretty.json"
check 'an unknown form of calls' 2 'no such format' "$denwaban" records - --to xml
check 'a form that is none' 2 'no such form .text, lex, flow.: xml' "$denwaban" talk --as xml "$folder/ledger.sqlite" r1
check 'an unknown format' 2 'no such format: xml' hours '' --from xml
check 'an unknown option' 2 '^usage: ' hours '' --colour
check 'a file that is not there' 2 'cannot read' "$denwaban" hours /nonexistent
check 'an unknown zone' 2 'unknown_zone' hours "$listing" --zone Asia/Nowhere --month 2026-11
check 'no command' 2 '^usage: ' "$denwaban"
check 'help' 0 '^usage: ' "$denwaban" --help

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
