"""What packages are made for, and how each registry calls it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build/packages"


@dataclass(frozen=True)
class Target:
    """A system, a processor, and of Linux a C library: by npm's names."""

    system: str  # linux, darwin, win32
    cpu: str  # x64, arm64
    libc: str | None = None  # glibc, musl
    toolchain: str = "zig.cmake"
    # Small before fast: what is loaded on every cold start, and lies in everybody's node_modules.
    optimised: str = "-Os"

    @property
    def name(self) -> str:
        libc = {"glibc": "-gnu", "musl": "-musl", None: ""}[self.libc]
        return f"{self.system}-{self.cpu}{libc}"

    @property
    def is_linux(self) -> bool:
        return self.system == "linux"

    @property
    def system_of_cmake(self) -> str:
        return {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[self.system]

    @property
    def processor(self) -> str:
        """As Linux and Python name it."""
        return {"x64": "x86_64", "arm64": "aarch64"}[self.cpu]

    @property
    def zig(self) -> str:
        """glibc 2.28 is that of Debian 10 and RHEL 8, and manylinux_2_28's; macOS 11 the first on arm64."""
        systems = {"darwin": "macos.11.0", "win32": "windows-gnu"}
        libraries = {"glibc": "linux-gnu.2.28", "musl": "linux-musl"}
        return f"{self.processor}-{systems.get(self.system) or libraries[self.libc]}"

    @property
    def stripped(self) -> str:
        """What leaves no names of ours in what is linked. Of macOS Zig takes no other option for it."""
        return {"linux": "-Wl,--strip-all", "darwin": "-Wl,-x,-S", "win32": "-Wl,--gc-sections -s"}[self.system]

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
    system_of_cmake: str = "Generic"
    zig: str = "wasm32-wasi -mcpu=generic+exception_handling -fwasm-exceptions"
    folder: Path = OUT / "wasm32"
    toolchain: str = "wasm.cmake"
    # zig takes -Oz for -Os; its Clang does not.
    optimised: str = "-Os -Xclang -Oz"
    stripped: str = ""


LINUX = [Target("linux", cpu, libc) for libc in ("glibc", "musl") for cpu in ("x64", "arm64")]
OTHERS = [Target("darwin", "arm64"), Target("darwin", "x64"), Target("win32", "x64")]
TARGETS = {each.name: each for each in (*LINUX, *OTHERS)}
