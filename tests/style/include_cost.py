"""What it costs to include a header alone: include_cost.py compares lines with the ceilings, `--seconds` takes time too."""

import os
import resource
import subprocess
import sys
from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[2] / "include"
# Preprocessed lines with GCC 12. Lower one when a header has become lighter; raise one only for what is worth it.
CEILINGS = {"hours.hpp": 80_000, "denwaban.hpp": 98_600}


def compiled(header: str, *options: str) -> str:
    command = [os.environ.get("CXX", "c++"), "-std=c++20", f"-I{INCLUDE}", "-x", "c++", *options, "-"]
    source = f"#include <denwaban/{header}>\n"
    return subprocess.run(command, input=source, stdout=subprocess.PIPE, text=True, check=True).stdout


def lines(header: str) -> int:
    return compiled(header, "-E", "-P").count("\n")


def seconds(header: str) -> float:
    """Of the processor, to understand the header and no more; the least of three."""

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        compiled(header, "-fsyntax-only")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(3))


if __name__ == "__main__":
    failed = 0
    for header, ceiling in CEILINGS.items():
        measured = lines(header)
        failed += measured > ceiling
        time = f", {seconds(header):.1f} CPU s" if "--seconds" in sys.argv else ""
        print(f"{header}: {measured:,} preprocessed lines of at most {ceiling:,}{time}")
    print(f"{len(CEILINGS) - failed} passed, {failed} failed")
    sys.exit(bool(failed))
