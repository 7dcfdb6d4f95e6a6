"""Finds packages of ours that have another version than CMakeLists.txt has, and a changelog without it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def version() -> str:
    found = re.search(r"^project\(denwaban VERSION ([\d.]+)", text_of("CMakeLists.txt"), re.MULTILINE)
    assert found
    return found[1]


def packages(name: str) -> Iterator[tuple[str, dict]]:
    """That of a manifest, or those of a lock, by where they stand."""
    told = json.loads(text_of(name))
    if not name.endswith("package-lock.json"):
        yield name, told
        return
    for path, package in told["packages"].items():
        yield f"{name} {path or '.'}", package


def is_ours(place: str, package: dict) -> bool:
    named = package.get("name") or place.rpartition("/")[2]
    return "version" in package and (named == "denwaban" or named.startswith(("denwaban-", "@denwaban/")))


def faults(wanted: str) -> Iterator[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    for name in listed.splitlines():
        if Path(name).name not in ("package.json", "package-lock.json", "vcpkg.json"):
            continue
        for place, package in packages(name):
            if is_ours(place, package) and package["version"] != wanted:
                yield f"{place} has {package['version']}"
    if 'input = "CMakeLists.txt"' not in text_of("pyproject.toml"):
        yield "pyproject.toml does not take the version from CMakeLists.txt"
    if not re.search(rf"^## \[(Unreleased|{re.escape(wanted)})\]", text_of("CHANGELOG.md"), re.MULTILINE):
        yield f"CHANGELOG.md has neither Unreleased nor {wanted}"


if __name__ == "__main__":
    found = list(faults(version()))
    print("".join(f"{fault}, not {version()}\n" for fault in found), end="")
    print(f"{int(not found)} passed, {len(found)} failed")
    sys.exit(bool(found))
