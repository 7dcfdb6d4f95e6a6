"""Prints every public name with its signature, one a line and in order, out of Doxygen's XML: `api.py XML`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from reference import Name, pages_of


def lines(names: list[Name], owner: str) -> Iterator[str]:
    for name in names:
        yield f"{owner}{name.signature}"
        yield from lines(name.within, f"{owner}{name.name}::")


if __name__ == "__main__":
    listed = (line for header, names in pages_of(Path(sys.argv[1])).items() for line in lines(names, f"{header}: "))
    print("\n".join(sorted(set(listed))))
