"""Finds public headers that `denwaban/denwaban.hpp` promises and does not bring."""

from __future__ import annotations

import re
import sys
from pathlib import Path

INCLUDES = Path(__file__).parents[2] / "include"
UMBRELLA = "denwaban/denwaban.hpp"
# Libraries of their own, and what is said beside a call that reads.
APART = re.compile(r"^denwaban/(ledger/|zones\.hpp$|documents/reading\.hpp$)|/detail/")


def brought(header: str, known: set[str]) -> set[str]:
    if header in known or not (INCLUDES / header).exists():
        return known
    known.add(header)
    for name in re.findall(r"#include <(denwaban/[^>]+)>", (INCLUDES / header).read_text(encoding="utf-8")):
        brought(name, known)
    return known


if __name__ == "__main__":
    public = {str(path.relative_to(INCLUDES)) for path in INCLUDES.rglob("*.hpp")}
    left = sorted(name for name in public - brought(UMBRELLA, set()) if not APART.search(name))
    print("\n".join(left))
    sys.exit(1 if left else 0)
