"""Makes the packages into build/packages: `python3 src/packages/make.py [linux-x64-gnu …] [--only node|addon|python] [--cpython 3.11]`.

npm/: a tarball an addon (`--only addon` makes no more), and denwaban's, which names them; wheels/: one a CPython and platform;
layers/: Lambda's; SHA256SUMS of them all. Needs what tests/setup.sh installs; the rest it brings itself.
"""

from __future__ import annotations

import argparse
import hashlib

import compile
import layer
import npm
import wasm
import wheels
from targets import OUT, TARGETS


def sums() -> str:
    made = sorted(path for folder in (npm.TARBALLS, wheels.WHEELS, layer.LAYERS) for path in folder.glob("*.*"))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(OUT)}\n" for path in made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], default=list(TARGETS), metavar="TARGET")
    parser.add_argument("--only", choices=["node", "addon", "python"])
    parser.add_argument("--cpython", action="append", choices=wheels.KNOWN, help="all that are there, without it")
    asked = parser.parse_args()
    compile.prepare()
    asked_for = asked.cpython or wheels.KNOWN
    found = {number: python for number, python in wheels.interpreters().items() if number in asked_for}
    missing = [number for number in asked_for if number not in found]
    makes_main, makes_wheels = asked.only in (None, "node"), asked.only in (None, "python")
    if makes_wheels and missing:
        print(f"no wheel for CPython {', '.join(missing)}: not on this machine, or without headers", flush=True)
    if makes_main:
        wasm.make()
        print(npm.main_package([TARGETS[name] for name in asked.targets]), flush=True)
    for target in (TARGETS[name] for name in asked.targets):
        if asked.only != "python":
            print(npm.addon_package(target, compile.addon(target)), flush=True)
            if makes_main and target.libc == "glibc":
                print(layer.layer(target), flush=True)
        if makes_wheels and target.is_linux:
            for python in found.values():
                print(wheels.finish(target, compile.wheel(target, python)), flush=True)
    (OUT / "SHA256SUMS").write_text(sums())


if __name__ == "__main__":
    main()
