"""Finds links and names of files, in Markdown and in what sources say of docs, behind which there is nothing.

A name in Markdown is one in `backticks` that begins with a folder of ours or ends as a source does; headers may be named
as one of `include/denwaban` is included.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)")
CODE = re.compile(r"`([^`\s]+)`")
INCLUDE = re.compile(r"^#include <(denwaban/[^>]+)>", re.MULTILINE)
NAMED_DOC = re.compile(r"\bdocs/[\w./-]+\.(?:md|json)\b")
SOURCE = re.compile(r"/[\w.-]+\.(?:hpp|cpp|js|mjs|cjs|ts|mts|py|sh|json|md)$")
PATTERN = re.compile(r"[<>*{}$…|]")  # stands for many
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return [name for name in listed.stdout.split("\0") if name]


def named_in_markdown(text: str, is_history: bool) -> Iterator[tuple[str, str, bool]]:
    for name in INCLUDE.findall(text):
        yield name, f"include/{name}", False
    text = FENCED.sub(lambda fenced: "\n" * fenced[0].count("\n"), text)
    for number, line in enumerate(text.splitlines(), 1):
        for name in LINK.findall(line):
            yield f"{number}: {name}", name, True
        for name in [] if is_history else CODE.findall(line):
            if not PATTERN.search(name):
                yield f"{number}: {name}", name, False


def dead(files: list[str]) -> Iterator[str]:
    known = set(files) | {str(parent) for name in files for parent in Path(name).parents}
    folders = {name.split("/")[0] for name in files if "/" in name}

    def exists(name: str, bases: tuple[Path, ...]) -> bool:
        paths = ((base / name).resolve() for base in bases)
        return any(str(path.relative_to(ROOT)) in known for path in paths if path.is_relative_to(ROOT))

    for file in files:
        here = (ROOT / file).parent
        if file.endswith(".md"):
            text = (ROOT / file).read_text(encoding="utf-8")
            for place, name, is_link in named_in_markdown(text, is_history=file == "CHANGELOG.md"):
                is_name = is_link or ("/" in name and name.split("/")[0] in folders) or SOURCE.search(name)
                bases = (here,) if is_link else (ROOT, here, ROOT / "include", ROOT / "include/denwaban")
                if is_name and not name.startswith("build/") and not exists(name, bases):
                    yield f"{file}:{place}"
        elif re.search(r"\.(hpp|cpp|[cm]?[jt]s|pyi?|sh|cmake|txt|yml)$", file):
            for number, line in enumerate((ROOT / file).read_text(encoding="utf-8").splitlines(), 1):
                for name in NAMED_DOC.findall(line):
                    if not exists(name, (ROOT,)):
                        yield f"{file}:{number}: {name}"


if __name__ == "__main__":
    found = list(dead(tracked()))
    print("\n".join(found))
    sys.exit(1 if found else 0)
