"""What lies inside of each package, as a bill of materials: CycloneDX 1.6."""

from __future__ import annotations

import json
import re
from importlib import metadata
from typing import Any

from compile import SOURCES, TOOLS, debian_version, epoch, run, version, zone_tables
from targets import Target, WebAssembly


def npm_version(name: str) -> str:
    return json.loads((SOURCES / name / "package.json").read_text(encoding="utf-8"))["version"]


def tool_version(name: str) -> str:
    return next(
        metadata.distributions(name=name, path=[str(each) for each in TOOLS.glob("lib/python*/site-packages")])
    ).version


def defined(header: str, name: str) -> str:
    return re.search(rf'#define {name}\s+"([^"]+)"', (SOURCES / header).read_text(encoding="utf-8"))[1]


def zones_release() -> str:
    return re.search(r'release = "([^"]*)"', zone_tables().read_text(encoding="utf-8"))[1]


def component(name: str, number: str, licence: str, purl: str) -> dict[str, Any]:
    # An identifier of SPDX's list, or an expression of such: CycloneDX has a field for each.
    told = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    if licence == "public domain":
        told = {"license": {"name": "public domain"}}
    return {"type": "library", "name": name, "version": number, "licenses": [told], "purl": f"{purl}@{number}"}


def inside(target: Target | WebAssembly, language: str) -> list[dict[str, Any]]:
    sqlite = defined("better-sqlite3/deps/sqlite3/sqlite3.h", "SQLITE_VERSION")
    zlib = defined("zlib-sync/deps/zlib/zlib.h", "ZLIB_VERSION")
    llvm = re.search(r"clang version ([\d.]+)", run(target.folder / "bin/c++", "--version"))[1]
    date, json_version = debian_version("libhowardhinnant-date-dev"), debian_version("nlohmann-json3-dev")
    found = [
        component("date", date, "MIT", "pkg:github/HowardHinnant/date"),
        component("nlohmann-json", json_version, "MIT", "pkg:github/nlohmann/json"),
        component("sqlite", sqlite, "public domain", "pkg:generic/sqlite"),
        component("zlib", zlib, "Zlib", "pkg:generic/zlib"),
        component("tzdata", zones_release(), "public domain", "pkg:generic/tzdata"),
        # That of the Python whose unicodedata src/tools/kanji_variants.py read.
        component("unicode-character-database", "14.0.0", "Unicode-DFS-2016", "pkg:generic/unicode-character-database"),
        component("zig-compiler-rt", tool_version("ziglang"), "MIT", "pkg:github/ziglang/zig"),
        component("llvm-libcxx", llvm, "Apache-2.0 WITH LLVM-exception", "pkg:generic/llvm-libcxx"),
    ]
    if language == "wasm":
        found = [each for each in found if each["name"] != "sqlite"]
        found.append(component("wasi-libc", tool_version("ziglang"), "MIT AND BSD-2-Clause", "pkg:github/ziglang/zig"))
        found += [
            component(name, npm_version(name), "MIT", f"pkg:npm/{name.replace('@', '%40')}")
            for name in ("node-addon-api", "emnapi", "@emnapi/core", "@emnapi/runtime")
        ]
    if language == "node":
        found += [
            component(name, npm_version(name), "MIT", f"pkg:npm/{name}")
            for name in ("node-addon-api", "node-api-headers")
        ]
    if language == "python":
        found.append(component("pybind11", tool_version("pybind11"), "BSD-3-Clause", "pkg:pypi/pybind11"))
    return found


def bill(name: str, purl: str, components: list[dict[str, Any]]) -> str:
    """Without a serial number and with the commit's time: two builds say the same."""
    time = run("date", "-u", "-d", f"@{epoch()}", "+%Y-%m-%dT%H:%M:%SZ").strip()
    main = {**component(name, version(), "MIT", purl), "bom-ref": name}
    said = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": time, "component": main},
        "components": components,
    }
    return json.dumps(said, indent=2) + "\n"
