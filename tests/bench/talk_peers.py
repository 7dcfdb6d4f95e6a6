"""ja-timex, a peer of understanding, on the lines of tests/data/talk: microseconds of processor time an utterance."""

import json
import time
from pathlib import Path

from ja_timex import TimexParser

ROUNDS = 2


def main() -> None:
    data = Path(__file__).parent.parent / "data" / "talk"
    lines = [
        json.loads(line)["utterance"]
        for name in ("hard_spoken.jsonl", "fresh_spoken.jsonl")
        for line in (data / name).read_text(encoding="utf-8").splitlines()
    ]
    parser = TimexParser()
    found = sum(len(parser.parse(line)) for line in lines)
    begin = time.process_time()
    for _ in range(ROUNDS):
        found += sum(len(parser.parse(line)) for line in lines)
    spent = time.process_time() - begin
    print(f"ja-timex: {spent * 1e6 / (ROUNDS * len(lines)):.0f} us an utterance ({found})")


if __name__ == "__main__":
    main()
