"""A CPython for musl, which is not to be had: Debian's source by zig, with the modules that need no other library but zlib."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from debian import Debian, run

ROOT = Path(__file__).resolve().parents[2]
NUMBER = "3.13"
# What cannot be tried without a machine of that kind.
KNOWN = ("ac_cv_file__dev_ptmx=yes", "ac_cv_file__dev_ptc=no", "ac_cv_buggy_getaddrinfo=no")
MADE = ("python", "pybuilddir.txt")
LEFT_OUT = ("--disable-test-modules", "--without-ensurepip", "--without-doc-strings")


def compilers(tools: Path, target: str, into: Path) -> dict[str, str]:
    """Programs that load extensions: zig would link them whole, and then none can be loaded."""
    zig = next(tools.glob("lib/python*/site-packages/ziglang/zig"))
    into.mkdir(parents=True, exist_ok=True)
    of = {"CC": "cc", "CXX": "c++", "AR": "ar", "RANLIB": "ranlib"}
    for program in of.values():
        how = f" -target {target} -dynamic" if program in ("cc", "c++") else ""
        (into / program).write_text(f'#!/bin/sh\nexec {zig} {program}{how} "$@"\n')
        (into / program).chmod(0o755)
    return {variable: str(into / program) for variable, program in of.items()}


def surroundings(packages: Path, prefix: Path, programs: dict[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        **programs,
        "CPP": f"{programs['CC']} -E -D__DEFINED_va_list",  # by which it knows musl, whose <stdarg.h> is not Clang's
        "READELF": "readelf",
        "OPT": "-O1 -DNDEBUG -Wno-date-time",
        "PKG_CONFIG_LIBDIR": "/nonexistent",  # this machine's libraries are for another
        "ZLIB_CFLAGS": f"-I{prefix}/include",
        "ZLIB_LIBS": f"-L{prefix}/lib -lz",
        "MODULE_BUILDTYPE": "static",
        "ZIG_GLOBAL_CACHE_DIR": os.environ.get("ZIG_GLOBAL_CACHE_DIR", str(packages / "zig")),
    }


def lay_out(source: Path, build: Path, folder: Path) -> None:
    """As it would be installed, which takes longer."""
    shutil.rmtree(folder, ignore_errors=True)
    library = folder / f"lib/python{NUMBER}"
    shutil.copytree(source / "Lib", library, ignore=shutil.ignore_patterns("test"))
    (library / "lib-dynload").mkdir()  # where it looks for the others
    (settings,) = (build / (build / "pybuilddir.txt").read_text().strip()).glob("_sysconfigdata*.py")
    shutil.copy(settings, library)
    (folder / "bin").mkdir()
    shutil.copy(build / "python", folder / f"bin/python{NUMBER}")


def compile_python(target: str, packages: Path, folder: Path) -> None:
    """`folder/cpython`, by this machine's CPython of that number, with what `make.py` left in `packages`."""
    processor = {"linux-x64-musl": "x86_64", "linux-arm64-musl": "aarch64"}[target]
    builder = run(sys.executable, ROOT / "src/packages/wheels.py", NUMBER, cwd=ROOT).strip()
    work = folder / "python-source"
    shutil.rmtree(work, ignore_errors=True)
    source = Debian("trixie", "amd64", folder / "apt-source").source(f"python{NUMBER}", work / "source")
    build = work / "build"
    build.mkdir()
    programs = compilers(packages / "tools", f"{processor}-linux-musl", work / "bin")
    environment = surroundings(packages, packages / target / "prefix", programs)
    machines = (f"--host={processor}-linux-musl", "--build=x86_64-linux-gnu", f"--with-build-python={builder}")
    run(source / "configure", *machines, *LEFT_OUT, *KNOWN, cwd=build, env=environment)
    run("make", f"-j{os.environ.get('CMAKE_BUILD_PARALLEL_LEVEL', '2')}", *MADE, cwd=build, env=environment)
    lay_out(source, build, folder / "cpython")
    shutil.rmtree(work)
