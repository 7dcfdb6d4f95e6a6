"""Writes where Python's public names live, which `denwaban` loads once they are asked for: `homes.py [--check] ROOT`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

HEAD = '''"""Where a public name lives. Written by src/tools/homes.py from what `denwaban/__init__.py` imports."""

HOMES = {
'''


def homes_of(source: str) -> Iterator[tuple[str, str]]:
    """What is imported for those alone who check types."""
    for node in ast.parse(source).body:
        if not isinstance(node, ast.If):
            continue
        for one in node.body:
            if isinstance(one, ast.ImportFrom):
                yield from ((alias.name, f"{'.' * one.level}{one.module}") for alias in one.names)


def main() -> int:
    *options, root = sys.argv[1:]
    package = Path(root) / "bindings/python/denwaban"
    homes = sorted(homes_of((package / "__init__.py").read_text(encoding="utf-8")))
    written = HEAD + "".join(f'    "{name}": "{home}",\n' for name, home in homes) + "}\n"
    target = package / "generated/homes.py"
    if options == ["--check"]:
        return int(target.read_text(encoding="utf-8") != written)
    target.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
