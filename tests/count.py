"""Prints "passed failed" for a log: what its test runner's last summary counts, or one test by the exit status."""

import re
import sys

SUMMARIES = (
    # doctest, TAP (node --test), ctest, pytest, the plain line
    (r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed", lambda m: (int(m[1]), int(m[2]))),
    (r"^# pass (\d+)\n# fail (\d+)", lambda m: (int(m[1]), int(m[2]))),
    (r"(\d+) tests failed out of (\d+)", lambda m: (int(m[2]) - int(m[1]), int(m[1]))),
    (r"(?:(\d+) failed, )?(\d+) passed.* in [\d.]+s", lambda m: (int(m[2]), int(m[1] or 0))),
    (r"^(\d+) passed, (\d+) failed", lambda m: (int(m[1]), int(m[2]))),
)


def count(log: str, status: int) -> tuple[int, int]:
    log = re.sub(r"\x1b\[[0-9;]*m", "", log)
    for pattern, read in SUMMARIES:
        found = list(re.finditer(pattern, log, re.MULTILINE))
        if found:
            passed, failed = read(found[-1])
            # A runner that fails without a failed test has crashed, leaked, or could not load one.
            return (passed, failed) if failed or status == 0 else (passed, 1)
    return (1, 0) if status == 0 else (0, 1)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        print(*count(file.read(), int(sys.argv[2])))
