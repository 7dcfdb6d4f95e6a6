"""`shared_object.py linux-x64-gnu FILE…`: whether each shared object is for that platform and asks nothing else of a machine."""

from __future__ import annotations

import sys
from pathlib import Path

import elf_object
import mach_object
import pe_object

COMPLAINTS = {"linux": elf_object.complaints, "darwin": mach_object.complaints, "win32": pe_object.complaints}


def main() -> None:
    platform, *files = sys.argv[1:]
    complaints = COMPLAINTS[platform.split("-")[0]]
    told = [f"{file} {each}" for file in files for each in complaints(platform, Path(file))]
    if told or not files:
        sys.exit("\n".join(told) or "nothing to look into")


if __name__ == "__main__":
    main()
