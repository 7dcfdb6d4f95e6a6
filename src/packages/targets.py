"""What packages are made for, and how each registry calls it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build/packages"


@dataclass(frozen=True)
class Target:
    """A processor and a C library of Linux: by npm's names."""

    cpu: str  # x64, arm64
    libc: str  # glibc, musl
    toolchain: str = "zig.cmake"
    # Small before fast: what is loaded on every cold start, and lies in everybody's node_modules.
    optimised: str = "-Os"

    @property
    def name(self) -> str:
        return f"linux-{self.cpu}-{'gnu' if self.libc == 'glibc' else 'musl'}"

    @property
    def processor(self) -> str:
        """As Linux and Python name it."""
        return {"x64": "x86_64", "arm64": "aarch64"}[self.cpu]

    @property
    def zig(self) -> str:
        """glibc 2.28 is that of Debian 10 and RHEL 8, and manylinux_2_28's."""
        return f"{self.processor}-linux-" + ("gnu.2.28" if self.libc == "glibc" else "musl")

    @property
    def wheel_platform(self) -> str:
        return ("manylinux_2_28_" if self.libc == "glibc" else "musllinux_1_2_") + self.processor

    def extension_of(self, cpython: str) -> str:
        """How a module of such a CPython ends: before 3.11 it took musl for glibc."""
        _, minor = cpython.split(".")
        libc = "musl" if self.libc == "musl" and int(minor) >= 11 else "gnu"
        return f".cpython-3{minor}-{self.processor}-linux-{libc}.so"

    @property
    def folder(self) -> Path:
        return OUT / self.name


@dataclass(frozen=True)
class WebAssembly:
    """What browsers run, and Node without an addon."""

    processor: str = "wasm32"
    zig: str = "wasm32-wasi -mcpu=generic+exception_handling -fwasm-exceptions"
    folder: Path = OUT / "wasm32"
    toolchain: str = "wasm.cmake"
    # zig takes -Oz for -Os; its Clang does not.
    optimised: str = "-Os -Xclang -Oz"


TARGETS = {each.name: each for each in (Target(cpu, libc) for libc in ("glibc", "musl") for cpu in ("x64", "arm64"))}
