"""Real listings with a slip of the pen: they mean what they meant, or the reader finds something."""

import json
import random

from conftest import shared_data
from fresh_listings import OPEN, UNKNOWN, reader_line

from denwaban import Rules

SAMPLES = [
    json.loads(line) for line in shared_data("hours_text/samples.jsonl").read_text(encoding="utf-8").splitlines()
]
SEED = 42

# A slip, and how many texts are wrong without a finding at most.
KNOWN = {
    (":", "."): 0,
    (":", ";"): 0,
    (":", "::"): 0,
    (":", ""): 0,
    (":", " :"): 0,
    ("0", "00"): 0,
    ("0", "O"): 0,
    ("1", "l"): 0,
    ("）", ""): 0,
    ("（", ""): 0,
    (")", ""): 0,
    ("\n", " "): 0,
    ("～", "～～"): 0,
}


def slipped(text, right, wrong, chance):
    places = [at for at in range(len(text)) if text.startswith(right, at)]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + wrong + text[at + len(right) :]


def is_wrong(rules, meant):
    return any(said not in (UNKNOWN, was) and was != UNKNOWN for said, was in zip(reader_line(rules), meant))


def test_a_slip_changes_nothing_or_is_found():
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    readings = [(text, Rules.from_japanese(text["open"], text["close"])) for text in SAMPLES]
    well_read = [(text, reader_line(rules)) for text, rules in readings if rules.is_complete and text["open"]]
    assert any(OPEN in line for _, line in well_read)
    counts = {}
    for right, wrong in KNOWN:
        count = 0
        for text, line in well_read:
            words = slipped(text["open"], right, wrong, chance)
            rules = Rules.from_japanese(words, text["close"]) if words is not None else None
            if rules is not None and rules.is_complete and is_wrong(rules, line):
                count += 1
                print(f"{right!r} as {wrong!r}: {words!r} | {text['close']!r}")
        counts[right, wrong] = count
    print(counts)
    assert all(counts[slip] <= most for slip, most in KNOWN.items())
