"""What real listings mean, read by hand for two months with 祝日 and 連休, beside what the reader makes of them.

The gold file names each text by the SHA-1 of `open|close` and holds the openings alone; the texts are kept elsewhere.
"""

import datetime
import hashlib
import json
from collections import defaultdict

import pytest
from conftest import ROOT, shared_data

from denwaban import Rules

MONTHS = ("2026-05", "2026-09")
SAMPLES = [
    json.loads(line) for line in shared_data("hours_text/samples.jsonl").read_text(encoding="utf-8").splitlines()
]
BY_HASH = {hashlib.sha1(f"{text['open']}|{text['close']}".encode()).hexdigest(): text for text in SAMPLES}
GOLD = json.loads((ROOT / "tests" / "data" / "hours_text_gold.json").read_text(encoding="ascii"))


def kind_of(text):
    hours = "" if text["open"] or text["kind"] != "tabelog" else ", closing days only"
    return text["kind"] + hours


def read(text):
    return Rules.from_japanese(text["open"], text["close"])


def clock(moment, date):
    minutes = (moment.date() - date).days * 1440 + moment.hour * 60 + moment.minute
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day_text(hours, date):
    """`11:30-14:00 17:00-26:00?`, `closed`, or `?` where nothing is known of the day."""
    openings = hours.openings_on(date)
    if len(openings) == 1 and openings[0].service is None and openings[0].state.value == "unknown":
        whole = openings[0].ends - openings[0].begins == datetime.timedelta(days=1)
        if whole:
            return "?"
    spans = (
        f"{clock(o.begins, date)}-{clock(o.ends, date)}" + ("?" if o.state.value == "unknown" else "") for o in openings
    )
    return " ".join(spans) or "closed"


def read_openings(rules):
    hours = rules.hours(horizon=(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)))
    months = {}
    for month in MONTHS:
        date = datetime.date.fromisoformat(f"{month}-01")
        while date.isoformat().startswith(month):
            months[date.isoformat()] = day_text(hours, date)
            date += datetime.timedelta(days=1)
    return months


def gold_openings(gold):
    months = {}
    for month in MONTHS:
        for text, days in gold[month].items():
            for span in days.split():
                first, _, last = span.partition("-")
                for day in range(int(first), int(last or first) + 1):
                    months[f"{month}-{day:02}"] = text
    return months


def test_the_gold_set_is_of_these_samples():
    assert len(GOLD) == 120
    assert all(gold["sha1"] in BY_HASH for gold in GOLD)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["sha1"][:12])
def test_never_wrong_without_a_finding(gold):
    rules = read(BY_HASH[gold["sha1"]])
    if rules.is_complete:
        assert read_openings(rules) == gold_openings(gold)


def test_most_texts_with_hours_are_understood():
    with_hours = [read(text).is_complete for text in SAMPLES if text["open"]]
    assert sum(with_hours) / len(with_hours) >= 0.95
    assert all(read(text).is_complete for text in SAMPLES if text["kind"] == "hotpepper")


def test_the_documentation_says_what_is_measured():
    coverage, gold_rows = defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0, 0])
    for text in SAMPLES:
        row = coverage[kind_of(text)]
        row[0] += 1
        row[1] += read(text).is_complete
    for gold in GOLD:
        text = BY_HASH[gold["sha1"]]
        rules = read(text)
        row = gold_rows[kind_of(text)]
        row[0] += 1
        row[1] += read_openings(rules) == gold_openings(gold)
        row[2] += rules.is_complete and read_openings(rules) != gold_openings(gold)
    documentation = (ROOT / "docs" / "japanese_listings.md").read_text(encoding="utf-8")
    for kind, (texts, understood) in coverage.items():
        read_by_hand, equal, wrong = gold_rows[kind]
        assert f"| {kind} | {texts} | {understood} | {read_by_hand} | {equal} | {wrong} |" in documentation
