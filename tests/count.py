"""Prints "passed failed skipped" for a log: what its runner's last summary counts, or one test by the exit status."""

import re
import sys

SUMMARIES = (
    r"^\[doctest\] test cases: +\d+ \| +(?P<passed>\d+) passed \| +(?P<failed>\d+) failed \| +(?P<skipped>\d+) skipped",
    # node --test in TAP
    r"^# pass (?P<passed>\d+)\n# fail (?P<failed>\d+)\n# cancelled \d+\n# skipped (?P<skipped>\d+)",
    # ctest, which counts what failed among all
    r"(?P<failed>\d+) tests failed out of (?P<all>\d+)",
    # pytest
    r"^(?:=* ?)(?:(?P<failed>\d+) failed, )?(?P<passed>\d+) passed(?:, (?P<skipped>\d+) skipped)?.* in [\d.]+s",
    # the plain line
    r"^(?P<passed>\d+) passed, (?P<failed>\d+) failed(?:, (?P<skipped>\d+) skipped)?",
)


def count(log: str, status: int) -> tuple[int, int, int]:
    log = re.sub(r"\x1b\[[0-9;]*m", "", log)
    found = [match for pattern in SUMMARIES for match in re.finditer(pattern, log, re.MULTILINE)]
    if found:
        told = {name: int(number or 0) for name, number in max(found, key=re.Match.end).groupdict().items()}
        failed, skipped = told["failed"], told.get("skipped", 0)
        passed = told["passed"] if "passed" in told else told["all"] - failed
        # A runner that fails without a failed test has crashed, leaked, or could not load one.
        return passed, failed or int(status != 0), skipped
    return (1, 0, 0) if status == 0 else (0, 1, 0)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        print(*count(file.read(), int(sys.argv[2])))
