"""Linux's: ELF."""

from __future__ import annotations

import re
from pathlib import Path

from elftools.elf.elffile import ELFFile
from entries import ENTRIES

MACHINES = {"x64": "EM_X86_64", "arm64": "EM_AARCH64"}
SYSTEM = {
    "gnu": r"lib(c|m|dl|rt|util|pthread)\.so\.[0-9]+|ld-linux-(x86-64|aarch64)\.so\.[12]",
    "musl": r"libc\.so|libc\.musl-(x86_64|aarch64)\.so\.1",
}
OLDEST_GLIBC = (2, 28)


def is_looked_for(platform: str, name: str) -> bool:
    """CPython looks for a module under a name of its version and platform, in which musl stands since 3.11."""
    _, cpu, libc = platform.split("-")
    told = re.search(r"\.cpython-3([0-9]+)-(x86_64|aarch64)-linux-(gnu|musl)\.so$", name)
    if told is None:
        return name.endswith(".node")
    minor, processor, named = told.groups()
    expected = libc if int(minor) >= 11 else "gnu"
    return (processor, named) == ({"x64": "x86_64", "arm64": "aarch64"}[cpu], expected)


def complaints(platform: str, file: Path) -> list[str]:
    _, cpu, libc = platform.split("-")
    with file.open("rb") as stream:
        elf = ELFFile(stream)
        found = []
        if elf["e_machine"] != MACHINES[cpu]:
            found.append(f"is for {elf['e_machine']}")
        needed = [tag.needed for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")]
        found += [f"needs {name}" for name in needed if not re.fullmatch(SYSTEM[libc], name)]
        symbols = [symbol for symbol in elf.get_section_by_name(".dynsym").iter_symbols() if symbol.name]
        seen = {symbol.name for symbol in symbols if symbol["st_shndx"] != "SHN_UNDEF"}
        found += [f"shows {name}" for name in sorted(seen - ENTRIES[file.suffix])]
        if not seen & ENTRIES[file.suffix]:
            found.append("has no entry")
        versions = elf.get_section_by_name(".gnu.version_r")
        asked = {each.name for _, them in versions.iter_versions() for each in them} if versions else set()
        glibc = [tuple(map(int, name[6:].split("."))) for name in asked if re.fullmatch(r"GLIBC_[\d.]+", name)]
        found += [f"needs glibc {'.'.join(map(str, each))}" for each in glibc if each > OLDEST_GLIBC]
        if elf.get_section_by_name(".symtab"):
            found.append("is not stripped")
        if not is_looked_for(platform, file.name):
            found.append("has a name that is not looked for")
        return found
