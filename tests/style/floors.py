"""Prints every include by which a floor uses a higher one: floors.py [repository]. The floors are those of CONTRIBUTING.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
FLOOR = re.compile(r"^\| `(\w+)/` \|", re.MULTILINE)
UMBRELLA = "denwaban.hpp"
# What stands outside the rooms: every time zone is as basic as time; a header above a room is the room's.
FLOOR_OF = {"zones": "core", "zones.hpp": "core", "hours.hpp": "hours"}
ANY_FLOOR = {"cli", "tools", "cmake"}


def floor_of(name: str) -> str:
    return FLOOR_OF.get(name, name)


def included_floor(root: Path, source: Path, named: str) -> str | None:
    """The floor of what is included; none, if it isn't ours or is generated."""
    if named.startswith("denwaban/"):
        return floor_of(named.split("/")[1])
    for folder in (source.parent, root / "src"):
        path = (folder / named).resolve()
        for rooms in (root / "src", root / "include" / "denwaban"):
            if path.is_file() and path.is_relative_to(rooms.resolve()):
                return floor_of(path.relative_to(rooms.resolve()).parts[0])
    return None


def sources(root: Path) -> Iterator[tuple[Path, str]]:
    for rooms in (root / "include" / "denwaban", root / "src"):
        for path in sorted(rooms.rglob("*.[ch]pp")):
            name = path.relative_to(rooms).parts[0]
            if name != UMBRELLA and name not in ANY_FLOOR:
                yield path, floor_of(name)


def faults(root: Path) -> list[str]:
    order = FLOOR.findall((root / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    found = []
    for path, floor in sources(root):
        if floor not in order:
            found.append(f"{path}: {floor} is no floor of CONTRIBUTING.md")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            used = include and included_floor(root, path, include[1])
            if not used or (used in order and order.index(used) <= order.index(floor)):
                continue
            found.append(f"{path}:{number}: {floor} includes {include[1]}, of {used}")
    return found


if __name__ == "__main__":
    found = faults(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    print("".join(f"{fault}\n" for fault in found), end="")
    sys.exit(bool(found))
