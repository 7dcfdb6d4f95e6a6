"""`twice.py [linux-x64-gnu …] [--only node]`: make.py once more, as it was called for build/packages, and whether that is the same.

In a folder of another name and depth, with tools of its own, another umask, and without a compiler's cache. Names every part
that differs.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from elftools.elf.elffile import ELFFile

ROOT = Path(__file__).resolve().parents[2]
OUT = "build/packages"


def copy_of_what_is_tracked(folder: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)


def make(folder: Path, options: list[str]) -> None:
    time = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, check=True).stdout
    environment = {**os.environ, "SOURCE_DATE_EPOCH": time.decode().strip(), "CCACHE_DISABLE": "1"}
    environment.pop("ZIG_GLOBAL_CACHE_DIR", None)
    subprocess.run(
        [sys.executable, folder / "src/packages/make.py", *options], check=True, env=environment, umask=0o077
    )


def parts_of(name: str, data: bytes) -> dict[str, bytes]:
    """What an archive, or a program, consists of; itself otherwise."""
    if name.endswith((".tgz", ".tar.gz")):
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            files = {each.name: archive.extractfile(each).read() for each in archive if each.isfile()}
            modes = {f"mode of {each.name}": b"%o" % each.mode for each in archive}
            return files | modes | {"order and times": repr([(each.name, each.mtime) for each in archive]).encode()}
    if name.endswith((".whl", ".zip")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {each: archive.read(each) for each in archive.namelist()}
            modes = {f"mode of {each.filename}": b"%o" % (each.external_attr >> 16) for each in archive.infolist()}
            times = [(each.filename, each.date_time) for each in archive.infolist()]
            return files | modes | {"order and times": repr(times).encode()}
    if data.startswith(b"\x7fELF"):
        sections = ELFFile(io.BytesIO(data)).iter_sections()
        return {each.name: each.data() for each in sections if each.name}
    return {}


def differences(name: str, one: bytes, other: bytes) -> list[str]:
    if one == other:
        return []
    parts = [parts_of(name, data) for data in (one, other)]
    inner = [
        told
        for part in sorted(parts[0].keys() | parts[1].keys())
        for told in differences(part, *(each.get(part, b"") for each in parts))
    ]
    return [f"{name}: {told}" for told in inner] or [f"{name}, of {len(one)} and {len(other)} bytes"]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "another/place"
        copy_of_what_is_tracked(folder)
        make(folder, sys.argv[1:])
        made = [line.split()[1] for line in (folder / OUT / "SHA256SUMS").read_text().splitlines()]
        told = [
            each
            for name in made
            for each in differences(name, (ROOT / OUT / name).read_bytes(), (folder / OUT / name).read_bytes())
        ]
    if told or not made:
        sys.exit("\n".join(told) or "nothing was made")
    print(f"{len(made)} packages are equal")


if __name__ == "__main__":
    main()
