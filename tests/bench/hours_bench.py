"""What a question from Python costs, in nanoseconds: run by tests/bench/run.sh, or by hand where denwaban is installed."""

import statistics
import timeit
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from denwaban import Hours

LATE = {"when": "every_day", "services": [{"name": "dinner", "opens": "17:00", "closes": "26:00"}]}
ON_EVES = {"when": "holiday_eve", "services": [{"name": "dinner", "opens": "16:00", "closes": "29:00"}]}
CLOSED = {"when": {"weekdays": ["mon"]}, "on_holiday": "next_day"}


def nanoseconds(ask, argument, answers=1):
    number = max(2_000_000 // answers, 1) // 10
    runs = timeit.repeat("ask(argument)", globals=locals(), number=number, repeat=9)
    return statistics.median(runs) / number / answers * 1e9


def main():
    asked = Hours.from_json({"rules": [LATE, ON_EVES], "closings": [CLOSED]})
    second = 1795_300_000
    moment = datetime.fromtimestamp(second, ZoneInfo("Asia/Tokyo"))
    year = np.random.default_rng(1).integers(second, second + 365 * 86_400, 100_000)
    for name, ask, argument, answers in (
        ("is_open(int)", asked.is_open, second, 1),
        ("is_open(float)", asked.is_open, float(second), 1),
        ("is_open(datetime)", asked.is_open, moment, 1),
        ("status(int)", asked.status, second, 1),
        ("next_change(int)", asked.next_change, second, 1),
        ("say(int)", asked.say, second, 1),
        ("is_open_many, each", asked.is_open_many, year, len(year)),
    ):
        print(f"{name:<20} {nanoseconds(ask, argument, answers):8.1f} ns")


if __name__ == "__main__":
    main()
