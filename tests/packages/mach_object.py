"""macOS's: Mach-O, and whether its signature is that of what it signs: on arm64 nothing else is loaded."""

from __future__ import annotations

import hashlib
import re
import struct
from pathlib import Path

import lief
from entries import ENTRIES

lief.logging.disable()
MACH_O = lief.MachO
PROCESSORS = {"x64": MACH_O.Header.CPU_TYPE.X86_64, "arm64": MACH_O.Header.CPU_TYPE.ARM64}
KINDS = (MACH_O.Header.FILE_TYPE.DYLIB, MACH_O.Header.FILE_TYPE.BUNDLE)
OLDEST = [11, 0, 0]
SYSTEM = {"/usr/lib/libSystem.B.dylib"}
# Found in whatever has it, when it is loaded: in what loads it, and nowhere else.
RUNTIMES = {".node": r"_napi_|_node_api_", ".so": r"__?Py"}
FOUND_ANYWHERE = -2
# Zig's linker can hide none of these: where a file begins, and operators that are malloc and free in whichever file is taken.
HARMLESS = re.compile(r"__mh_dylib_header|___dso_handle|__Z(nw|na|dl|da)[mP]\w*|__ZSt7nothrow")


def flaws_of_signature(data: bytes, blobs: bytes) -> list[str]:
    """A superblob, in it a directory with a hash a page: cs_blobs.h of Apple's kernel."""
    magic, _, count = struct.unpack_from(">III", blobs)
    if magic != 0xFADE0CC0:
        return ["has something else in place of a signature"]
    places = dict(struct.unpack_from(">II", blobs, 12 + 8 * entry) for entry in range(count))
    directory = blobs[places[0] :]
    flags, hashes, _, _, pages, end, size, kind, _, exponent = struct.unpack_from(">IIIIIIBBBB", directory, 12)
    if not flags & 2:
        return ["is not signed ad hoc"]
    if (size, kind) != (32, 2):
        return ["is signed by another hash than SHA-256"]
    length = 1 << exponent
    signed = [data[begin : min(begin + length, end)] for begin in range(0, end, length)]
    told = [directory[hashes + size * page :][:size] for page in range(pages)]
    return [] if told == [hashlib.sha256(page).digest() for page in signed] else ["is not what was signed"]


def flaws_of_symbols(binary: MACH_O.Binary, suffix: str) -> list[str]:
    shown = {symbol.name for symbol in binary.symbols if symbol.has_export_info}
    entries = {f"_{name}" for name in ENTRIES[suffix]}
    found = [f"shows {name}" for name in sorted(shown - entries) if not HARMLESS.fullmatch(name)]
    if not shown & entries:
        found.append("has no entry")
    anywhere = [each.symbol.name for each in binary.bindings if each.library_ordinal == FOUND_ANYWHERE]
    found += [f"takes {name} from anywhere" for name in anywhere if not re.match(RUNTIMES[suffix], name)]
    if any(symbol.name.startswith("__ZN8denwaban") for symbol in binary.symbols):
        found.append("is not stripped")
    return found


def complaints(platform: str, file: Path) -> list[str]:
    data = file.read_bytes()
    files = MACH_O.parse(str(file))
    binary = files.at(0)  # which is gone with them
    found = []
    if binary.header.cpu_type != PROCESSORS[platform.split("-")[1]]:
        found.append(f"is for {binary.header.cpu_type.name}")
    if binary.header.file_type not in KINDS:
        found.append("is nothing that is loaded")
    if list(binary.build_version.minos) != OLDEST:
        found.append(f"is for macOS {binary.build_version.minos}")
    named = [each.name for each in binary.libraries if each.command != MACH_O.LoadCommand.TYPE.ID_DYLIB]
    found += [f"needs {name}" for name in named if name not in SYSTEM]
    found += flaws_of_symbols(binary, file.suffix)
    if binary.has_code_signature:
        found += flaws_of_signature(data, bytes(binary.code_signature.content))
    elif platform == "darwin-arm64":
        found.append("is not signed")
    return found
