"""Writes headers of ours, what they include of `date`, and sources that belong to them as one header, the licences first.

    amalgamate.py --title TITLE [--include FOLDER]… [--source FILE]… --output FILE HEADER…

`date` and what a source includes beside itself (`"zone_tables.inc"`) are looked for in the folders. A source's functions
are `DENWABAN_INLINE`. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATE = "date/date.h"
HEADER_ONLY = "denwaban/core/detail/header_only.hpp"
INCLUDE = re.compile(r"^#include (?:<(?P<header>[^>]+)>|\"(?P<text>[^\"]+)\")\n", re.MULTILINE)
FIRST_COMMENT = re.compile(r"(?:^//.*\n)+", re.MULTILINE)


class Amalgam:
    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders
        self.standard: set[str] = set()
        self.licences: list[str] = []
        self.parts: dict[str, str] = {}

    def read(self, name: str, folders: list[Path]) -> str:
        for folder in folders:
            if (folder / name).is_file():
                return (folder / name).read_text(encoding="utf-8")
        sys.exit(f"{name} is not in {' or '.join(map(str, folders))}")

    def add(self, name: str, text: str) -> None:
        """After what it includes."""
        body = INCLUDE.sub(self.included, text.replace("#pragma once\n", "", 1))
        self.parts[name] = re.sub(r"\bDENWABAN_INLINE\b", "inline", body)

    def included(self, include: re.Match[str]) -> str:
        if include["text"]:
            return self.read(include["text"], self.folders)
        name = include["header"]
        if name == DATE and name not in self.parts:
            self.add_date()
        elif name.startswith("denwaban/"):
            self.add_header(name)
        elif name != DATE:
            self.standard.add(name)
        return ""

    def add_header(self, name: str) -> None:
        if name != HEADER_ONLY and name not in self.parts:
            self.add(name, self.read(name, [ROOT / "include"]))

    def add_date(self) -> None:
        """Its own guard lets it stand beside an installed one. Clang 20 and later warn of `operator "" _d`."""
        text = self.read(DATE, self.folders)
        licence = FIRST_COMMENT.search(text)
        if not licence or "Copyright" not in licence[0]:
            sys.exit(f"{DATE} does not begin with its licence")
        self.licences.append(f"// {DATE}:\n//\n{licence[0]}")
        self.parts[DATE] = text.replace(licence[0], "", 1).replace('operator "" _', 'operator""_')

    def text(self, title: str) -> str:
        licence = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
        head = f"// {title}\n//\n" + "".join(f"// {line}".rstrip() + "\n" for line in licence)
        standard = "".join(f"#include <{name}>\n" for name in sorted(self.standard))
        parts = (f"// {name}\n\n{text.strip()}\n" for name, text in self.parts.items())
        return "\n".join([head, *self.licences, "#pragma once\n", standard, *parts])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--title", required=True)
    parser.add_argument("--include", type=Path, action="append", default=[])
    parser.add_argument("--source", type=Path, action="append", default=[])
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("headers", nargs="+")
    given = parser.parse_args()
    amalgam = Amalgam(given.include)
    for header in given.headers:
        amalgam.add_header(header)
    for source in given.source:
        amalgam.add(source.name, source.read_text(encoding="utf-8"))
    given.output.write_text(amalgam.text(given.title), encoding="utf-8")


if __name__ == "__main__":
    main()
