"""Listings written by hands that never saw the reader, and what the reader makes of them in November 2026.

`python tests/python/fresh_listings.py [fresh|held|kinds|unseen|street|assorted|put_aside|ordinary|last_read|manners|varied|posted|gathered|collected|common|relatives|mixed|plain|cousins|prose|everyday|daily|kindred|told]` prints a row a style, then each text that is wrong or lost.
November 2026 has 祝日 on Tuesday 3 and Monday 23, and 祝前日 on Monday 2 and Sunday 22.

A truth is `days spans; …`, where later parts win and days that none names are closed. Days are `all`, `Mon-Fri`, `PH`
(祝日), `eve` (祝前日), `1-10`, joined by commas; spans are `11:00-14:00 17:00-?`, `off`, or `?`: the words leave it open.
A listing may have other truths that its words bear as well (`also`), or closing days that nobody knows (`irregular`).
"""

import datetime
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from denwaban import Rules

LISTINGS = Path(__file__).resolve().parents[1] / "data" / "japanese_listings"
FIRST = datetime.date(2026, 11, 1)
DAYS = range(1, 31)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAMED = {"all": list(DAYS), "PH": [3, 23], "eve": [2, 22]}
DAY_MINUTES = 24 * 60
UNKNOWN_UNTIL = 29 * 60  # of an opening whose end nobody said
MORNING = 12 * 60  # how far an unknown day may reach into the next

CLOSED, OPEN, UNKNOWN, EITHER = "-", "o", "?", "*"


class Reading(NamedTuple):
    listing: dict
    complete: bool
    right: int
    wrong: list  # the dates of which the reader is certain and mistaken
    error: str


def weekday(day):
    return (FIRST + datetime.timedelta(days=day - 1)).weekday()


def dates_of(words):
    days = set()
    for word in words.split(","):
        first, _, last = word.partition("-")
        if word in NAMED:
            days.update(NAMED[word])
        elif first.isdigit():
            days.update(range(int(first), int(last or first) + 1))
        else:
            begins, ends = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
            days.update(day for day in DAYS if begins <= weekday(day) <= ends)
    return days


def expand(truth):
    """What each date of the month has, in the words of the truth."""
    month = dict.fromkeys(DAYS, "off")
    for part in truth.split(";"):
        days, _, spans = part.strip().partition(" ")
        month.update(dict.fromkeys(dates_of(days), spans))
    return month


def minutes(clock):
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def truths(listing):
    """What each date may have; where closing days are irregular, an opening may as well be unknown."""
    for words in [listing["november"], *listing.get("also", [])]:
        month = expand(words)
        yield month
        if listing.get("irregular"):
            yield {day: spans if spans == "off" else "?" for day, spans in month.items()}


def truth_line(month):
    """The month's minutes, and the dates of which nothing certain may be said."""
    line = [CLOSED] * (DAY_MINUTES * (len(DAYS) + 2))
    in_doubt = [day for day in DAYS if month[day] == "?"]
    for day in in_doubt:
        begins = (day - 1) * DAY_MINUTES
        line[begins : begins + DAY_MINUTES + MORNING] = [EITHER] * (DAY_MINUTES + MORNING)
    for day in DAYS:
        for begins, ends in re.findall(r"(\d+:\d\d)-(\d+:\d\d|\?)", month[day]):
            start = (day - 1) * DAY_MINUTES
            stop = start + (UNKNOWN_UNTIL if ends == "?" else minutes(ends))
            start += minutes(begins)
            line[start:stop] = [EITHER if ends == "?" else OPEN] * (stop - start)
            if ends == "?":
                line[start] = UNKNOWN
    return line, set(in_doubt)


def reader_line(rules):
    line = [CLOSED] * (DAY_MINUTES * (len(DAYS) + 2))
    hours = rules.hours(horizon=(datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)))
    for day in DAYS:
        date = FIRST + datetime.timedelta(days=day - 1)
        for opening in hours.openings_on(date):
            midnight = datetime.datetime.combine(FIRST, datetime.time(), opening.begins.tzinfo)
            begins, ends = (int((at - midnight).total_seconds()) // 60 for at in (opening.begins, opening.ends))
            state = UNKNOWN if opening.state.value == "unknown" else OPEN
            line[begins:ends] = [state] * (ends - begins)
    return line


def compare(said, month):
    """How many dates are right, and those of which the reader is certain and mistaken."""
    truth, in_doubt = truth_line(month)
    right, wrong = 0, []
    for day in DAYS:
        of_day = slice((day - 1) * DAY_MINUTES, day * DAY_MINUTES)
        pairs = set(zip(truth[of_day], said[of_day]))
        left_open = day not in in_doubt or UNKNOWN in said[of_day]
        right += left_open and all(t in (EITHER, s) for t, s in pairs)
        if not left_open or any(t != EITHER and s != UNKNOWN and t != s for t, s in pairs):
            wrong.append(day)
    return right, wrong


def read(listing):
    rules = Rules.from_japanese(listing["open"], listing["close"])
    try:
        said = reader_line(rules)
    except Exception as error:  # what can't be evaluated says nothing wrong, and nothing right
        return Reading(listing, False, 0, [], str(error))
    right, wrong = max((compare(said, month) for month in truths(listing)), key=lambda counted: counted[0])
    return Reading(listing, rules.is_complete, right, wrong, "")


def readings(name):
    listings = json.loads((LISTINGS / f"{name}.json").read_text(encoding="utf-8"))
    return [read(listing) for listing in listings]


def measure(read_listings):
    """Complete %, dates right %, and how many texts are wrong without a finding."""
    count = len(read_listings)
    return (
        100 * sum(r.complete for r in read_listings) / count,
        100 * sum(r.right for r in read_listings) / (count * len(DAYS)),
        sum(r.complete and bool(r.wrong) for r in read_listings),
    )


def day_words(line, day):
    """`11:00-14:00 17:00-22:00?` of one date, by the clock of that date alone."""
    start, spans = (day - 1) * DAY_MINUTES, []
    for match in re.finditer(r"o+|\?+|\*+", "".join(line[start : start + DAY_MINUTES])):
        begins, ends = (f"{at // 60:02}:{at % 60:02}" for at in match.span())
        spans.append(f"{begins}-{ends}{'' if match[0][0] == OPEN else match[0][0]}")
    return " ".join(spans) or "off"


def report(name):
    read_listings = readings(name)
    by_style = defaultdict(list)
    for reading in read_listings:
        by_style[reading.listing["style"]].append(reading)
    print(f"{name:12} {'texts':>5} {'complete':>9} {'dates':>7} {'wrong without a finding':>24}")
    for style, of_style in [*by_style.items(), ("all", read_listings)]:
        complete, right, wrong = measure(of_style)
        print(f"{style:12} {len(of_style):5} {complete:8.0f}% {right:6.1f}% {wrong:24}")
    for reading in read_listings:
        if reading.complete and reading.right == len(DAYS):
            continue
        listing = reading.listing
        kind = "WRONG" if reading.complete and reading.wrong else "wrong, with a finding" if reading.wrong else "lost"
        print(
            f"\n{kind} ({listing['style']}): {listing['open']!r} | {listing['close']!r}\n  truth: {listing['november']}"
        )
        if reading.error:
            print(f"  {reading.error}")
            continue
        rules = Rules.from_japanese(listing["open"], listing["close"])
        said, truth = reader_line(rules), truth_line(expand(listing["november"]))[0]
        for day in reading.wrong[:3]:
            date = FIRST + datetime.timedelta(days=day - 1)
            print(f"  {date} {WEEKDAYS[weekday(day)]}: {day_words(said, day)}, not {day_words(truth, day)}")
        for finding in rules.findings:
            print(f"  {finding}")


if __name__ == "__main__":
    for name in sys.argv[1:] or ("fresh", "held"):
        report(name)
