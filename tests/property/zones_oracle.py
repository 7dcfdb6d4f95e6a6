"""Holds the built-in zones to Python's zoneinfo: at, and a second before, every change, and every twelve days.

python3 tests/property/zones_oracle.py build/.../denwaban_zones_cli [/usr/share/zoneinfo]
"""

import subprocess
import sys
import zoneinfo
from bisect import bisect_right
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
END = int((datetime(2100, 1, 1, tzinfo=timezone.utc) - EPOCH).total_seconds())
NOT_IANA = {"localtime", "posixrules", "Factory"}


def offset(zone: zoneinfo.ZoneInfo, instant: int) -> float:
    return (EPOCH + timedelta(seconds=instant)).astimezone(zone).utcoffset().total_seconds()


def disagreement(name: str, offsets: list[int], changes: list[int]) -> str | None:
    zone = zoneinfo.ZoneInfo(name)
    instants = {0, END - 1, *range(0, END, 12 * 86_400), *changes, *(change - 1 for change in changes)}
    for instant in sorted(instants):
        ours, theirs = offsets[bisect_right(changes, instant)], offset(zone, instant)
        if ours != theirs:
            return f"{name} at {EPOCH + timedelta(seconds=instant)}: {ours}, but zoneinfo has {theirs}"
    return None


def main(cli: str, directory: str = "/usr/share/zoneinfo") -> int:
    zoneinfo.reset_tzpath([directory])
    failures, names = [], set()
    for line in subprocess.run([cli], check=True, capture_output=True, text=True).stdout.splitlines():
        name, *numbers = line.split()
        names.add(name)
        failures.append(disagreement(name, [int(n) for n in numbers[::2]], [int(n) for n in numbers[1::2]]))
    failures += [f"{name} is missing" for name in sorted(zoneinfo.available_timezones() - names - NOT_IANA)]
    wrong = [failure for failure in failures if failure]
    print(*wrong, f"{len(failures) - len(wrong)} passed, {len(wrong)} failed", sep="\n")
    return 0 if names and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
