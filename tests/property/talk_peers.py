"""Whether ja-timex reads tests/data/talk/peer_forms.jsonl as that file says; see talk_peers.mjs."""

import json
import os
import re
import sys
from pathlib import Path

import pendulum
from ja_timex import TimexParser

PEER = "ja-timex"
FILE = Path(__file__).parent.parent / "data" / "talk" / "peer_forms.jsonl"
PARSER = TimexParser(reference=pendulum.datetime(2026, 11, 24, 15, 0, tz="Asia/Tokyo"))


def read(text: str) -> tuple[str | None, str | None]:
    """A day and a time, put together of the pieces that it tags."""
    day = time = None
    for tag in PARSER.parse(text):
        clock = re.fullmatch(r"T(\d\d)-(\d\d|XX)-XX", tag.value)
        if clock:
            time = f"{clock[1]}:{clock[2].replace('XX', '00')}"
        elif instant := tag.to_datetime():
            day = instant.strftime("%Y-%m-%d")
    return day, time


def main() -> int:
    forms = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    wrong = 0
    for form in forms:
        right = read(form["text"]) == (form.get("day"), form.get("time"))
        if right != (PEER in form["right"]):
            wrong += 1
            print(f"{form['text']}: {PEER} is {'right' if right else 'wrong'}", file=sys.stderr)
        form["right"] = sorted({*form["right"], PEER} if right else set(form["right"]) - {PEER})
    print(f"{PEER}: {sum(PEER in form['right'] for form in forms)} of {len(forms)} right")
    if os.environ.get("DENWABAN_UPDATE"):
        lines = (json.dumps(form, ensure_ascii=False, separators=(",", ":")) + "\n" for form in forms)
        FILE.write_text("".join(lines), encoding="utf-8")
        return 0
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
