"""Finds constants that two headers define under one name: the linker keeps one of them, and nobody is told which."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMESPACE = re.compile(r"^namespace ([\w:]*) ?\{", re.MULTILINE)
CONSTANT = re.compile(r"^inline constexpr [^={;(]*?\b(\w+)\s*(?:=|\{)", re.MULTILINE)


def constants(text: str) -> set[tuple[str, str]]:
    """(namespace, name) of each at the margin that is no specialisation, which has a `>` before its brace."""
    spaces = [(found.start(), found.group(1)) for found in NAMESPACE.finditer(text)]
    named = set()
    for found in CONSTANT.finditer(text):
        if text[found.start(1) - 1] == ">" or re.match(r"\s*<", text[found.end(1) :]):
            continue
        if (
            text[: found.start()].rstrip().endswith(">")
            and "template" in text[: found.start()].rstrip().rsplit("\n", 1)[-1]
        ):
            continue
        space = [name for start, name in spaces if start < found.start()]
        named.add((space[-1] if space else "", found.group(1)))
    return named


def twice(headers: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, text in sorted(headers.items()):
        for name in constants(text):
            where[name].append(path)
    return {name: paths for name, paths in where.items() if len(paths) > 1}


if __name__ == "__main__":
    one = "namespace a {\ninline constexpr int b = 1;\n}\n"
    assert twice({"x.hpp": one, "y.hpp": one}) == {("a", "b"): ["x.hpp", "y.hpp"]}
    assert not twice({"x.hpp": one, "y.hpp": one.replace("namespace a", "namespace c")})
    files = [*ROOT.glob("src/**/*.hpp"), *ROOT.glob("include/**/*.hpp"), *ROOT.glob("bindings/*/src/**/*.hpp")]
    found = twice({str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files})
    for (space, name), paths in found.items():
        print(f"{space}::{name}: {', '.join(paths)}")
    sys.exit(1 if found else 0)
