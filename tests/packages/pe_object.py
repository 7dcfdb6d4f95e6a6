"""Windows': a DLL in the format PE."""

from __future__ import annotations

import re
from pathlib import Path

import lief
from entries import ENTRIES

lief.logging.disable()
MACHINES = {"x64": lief.PE.Header.MACHINE_TYPES.AMD64}
# Those of Windows 10, its C library among them. Node's functions are found when it is loaded.
SYSTEM = re.compile(r"api-ms-win-crt-\w+-l1-1-0\.dll|(kernel32|advapi32|ntdll|ucrtbase|user32)\.dll", re.IGNORECASE)
WANTED = lief.PE.OptionalHeader.DLL_CHARACTERISTICS
KEPT_SAFE = (WANTED.DYNAMIC_BASE, WANTED.HIGH_ENTROPY_VA, WANTED.NX_COMPAT)


def complaints(platform: str, file: Path) -> list[str]:
    binary = lief.PE.parse(str(file))
    found = []
    if binary.header.machine != MACHINES[platform.split("-")[1]]:
        found.append(f"is for {binary.header.machine.name}")
    if not binary.header.has_characteristic(lief.PE.Header.CHARACTERISTICS.DLL):
        found.append("is nothing that is loaded")
    found += [f"needs {each.name}" for each in binary.imports if not SYSTEM.fullmatch(each.name)]
    shown = {each.name for each in binary.get_export().entries} if binary.has_exports else set()
    found += [f"shows {name}" for name in sorted(shown - ENTRIES[file.suffix])]
    if not shown & ENTRIES[file.suffix]:
        found.append("has no entry")
    if binary.header.numberof_symbols:
        found.append("is not stripped")
    found += [f"is loaded without {each.name}" for each in KEPT_SAFE if not binary.optional_header.has(each)]
    return found
