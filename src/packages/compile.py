"""Compiles for a target: the tools, the dependencies, the addon, a module for each CPython."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from targets import OUT, ROOT, Target, WebAssembly

HERE = Path(__file__).resolve().parent
TOOLS = OUT / "tools"
PYTHON = TOOLS / "bin/python"
SOURCES = OUT / "sources/node_modules"
JOBS = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", "2")
FLAGS = f"-DNDEBUG -g0 -ffunction-sections -fdata-sections -ffile-prefix-map={ROOT}=."


def run(*command: object, cwd: Path = ROOT, **environment: str) -> str:
    """What the command prints; its complaint, and the end, where it fails."""
    told = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
    )
    if told.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{(told.stdout + told.stderr)[-4000:]}")
    return told.stdout


def epoch() -> str:
    """The time that everything made bears: that of the last commit."""
    return os.environ.get("SOURCE_DATE_EPOCH") or run("git", "log", "-1", "--format=%ct").strip()


def version() -> str:
    return re.search(r"project\(denwaban VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text())[1]


def readable(folder: Path) -> None:
    """Anybody may read what is packed, whatever the umask was that it was written with."""
    for path in filter(Path.is_file, folder.rglob("*")):
        path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)


def prepare() -> None:
    """Compilers, sources and the tables of all zones, by this machine's own compiler."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", TOOLS)
    run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", HERE / "requirements.txt")
    sources, lock = SOURCES.parent, "package-lock.json"
    # npm writes its own lock last.
    done = (SOURCES / ".package-lock.json").exists() and (sources / lock).read_bytes() == (HERE / lock).read_bytes()
    if not done:
        sources.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", sources)
        shutil.copy(HERE / lock, sources)
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=sources)
    host = OUT / "host"
    off = [f"-DDENWABAN_{part}=OFF" for part in ("FORMATS", "LEDGER", "SEATING", "CLI", "INSTALL")]
    run("cmake", "-S", ROOT, "-B", host, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DDENWABAN_ZONES=ON", *off)
    run("ninja", "-C", host, "src/zones/zone_tables.inc")


def zone_tables() -> Path:
    return OUT / "host/src/zones/zone_tables.inc"


def debian_version(package: str) -> str:
    """`3.0.1+ds-5` → `3.0.1`"""
    return re.split(r"[+-]", run("dpkg-query", "-W", "-f=${Version}", package).strip())[0]


def environment(target: Target | WebAssembly) -> dict[str, str]:
    """What the toolchain file reads, and how ccache knows a compiler that is a script."""
    return {
        "DENWABAN_TARGET_FOLDER": str(target.folder),
        "DENWABAN_SYSTEM": target.system_of_cmake,
        "DENWABAN_PROCESSOR": target.processor,
        "ZIG_GLOBAL_CACHE_DIR": os.environ.get("ZIG_GLOBAL_CACHE_DIR", str(OUT / "zig")),
        "SOURCE_DATE_EPOCH": epoch(),
        "CCACHE_COMPILERCHECK": "content",
        "CCACHE_COMPILERTYPE": "clang",
        "CCACHE_NOHASHDIR": "1",
        "CCACHE_BASEDIR": str(ROOT),
    }


def options(target: Target | WebAssembly) -> list[str]:
    cached = [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX") if shutil.which("ccache")]
    return [
        f"-DCMAKE_TOOLCHAIN_FILE={HERE / target.toolchain}",
        "-DCMAKE_BUILD_TYPE=Release",
        f"-DCMAKE_C_FLAGS={target.optimised}",
        f"-DCMAKE_C_FLAGS_RELEASE={FLAGS}",
        f"-DCMAKE_CXX_FLAGS={target.optimised}",
        f"-DCMAKE_CXX_FLAGS_RELEASE={FLAGS}",
        *cached,
    ]


def ours(target: Target | WebAssembly) -> list[str]:
    # The linkers of the others are not LLVM's for ELF.
    folds = isinstance(target, Target) and target.is_linux
    return [
        *([f"-DCMAKE_CXX_LINKER_LAUNCHER={target.folder / 'bin/folding'}"] if folds else []),
        f"-DCMAKE_MODULE_LINKER_FLAGS={target.stripped}",
        f"-DCMAKE_PREFIX_PATH={target.folder / 'prefix'}",
        "-DCMAKE_CXX_VISIBILITY_PRESET=hidden",
        "-DCMAKE_VISIBILITY_INLINES_HIDDEN=ON",
        "-DDENWABAN_CLI=OFF",
        "-DDENWABAN_INSTALL=OFF",
        f"-DDENWABAN_ZONE_TABLES={zone_tables()}",
    ]


# Links, and then once more as zig did, with functions that are alike made one: zig has no option for that. The first time it
# links musl itself before.
FOLDING = """#!/bin/sh
told=$(ZIG_VERBOSE_LINK=1 "$@" 2>&1) || { printf "%s\\n" "$told" >&2; exit 1; }
linked=$(printf "%s\\n" "$told" | grep "^ld.lld " | tail -n 1)
[ "$linked" ] || { echo "zig does not say how it links: $told" >&2; exit 1; }
exec ZIG $linked --icf=safe
"""


def write_program(path: Path, text: str) -> None:
    """Written once, lest all look older than their compiler."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
        path.chmod(0o755)


def write_compilers(target: Target | WebAssembly) -> None:
    zig = next(TOOLS.glob("lib/python*/site-packages/ziglang/zig"))
    binaries = target.folder / "bin"
    binaries.mkdir(parents=True, exist_ok=True)
    for program in ("cc", "c++", "ar", "ranlib"):
        to = f" -target {target.zig}" if program in ("cc", "c++") else ""
        write_program(binaries / program, f'#!/bin/sh\nexec {zig} {program}{to} "$@"\n')
    write_program(binaries / "folding", FOLDING.replace("ZIG ", f"{zig} "))


def write_headers(prefix: Path) -> None:
    """Debian's header-only packages alone, without the C library's headers that lie beside them."""
    include = prefix / "include"
    include.mkdir(parents=True, exist_ok=True)
    for name, target, folder, package in (
        ("date", "date::date", "date", "libhowardhinnant-date-dev"),
        ("nlohmann_json", "nlohmann_json::nlohmann_json", "nlohmann", "nlohmann-json3-dev"),
    ):
        link = include / folder
        if not link.exists():
            link.symlink_to(Path("/usr/include") / folder)
        config = prefix / "lib/cmake" / name
        config.mkdir(parents=True, exist_ok=True)
        (config / f"{name}Config.cmake").write_text(
            f"add_library({target} INTERFACE IMPORTED)\n"
            f"target_include_directories({target} INTERFACE ${{CMAKE_CURRENT_LIST_DIR}}/../../../include)\n"
        )
        (config / f"{name}ConfigVersion.cmake").write_text(
            f"set(PACKAGE_VERSION {debian_version(package)})\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n"
        )


def dependencies(target: Target | WebAssembly) -> None:
    write_compilers(target)
    prefix = target.folder / "prefix"
    write_headers(prefix)
    keeps = not isinstance(target, WebAssembly)
    if all((prefix / f"lib/lib{name}.a").exists() for name in (["z", "sqlite3"] if keeps else ["z"])):
        return
    build = target.folder / "dependencies"
    places = [f"-DCMAKE_INSTALL_PREFIX={prefix}", f"-DSOURCES={SOURCES}", f"-DSQLITE={keeps}"]
    run(
        "cmake",
        "-S",
        HERE / "dependencies",
        "-B",
        build,
        "-G",
        "Ninja",
        *options(target),
        *places,
        **environment(target),
    )
    run("ninja", "-C", build, "-j", JOBS, "install", **environment(target))


def addon(target: Target) -> Path:
    dependencies(target)
    build = target.folder / "core"
    headers = [f"-DDENWABAN_NODE_API_HEADERS={SOURCES / 'node-api-headers/include'}"]
    headers += [f"-DDENWABAN_NODE_ADDON_API={SOURCES / 'node-addon-api'}", "-DDENWABAN_NODE=ON"]
    run(
        "cmake",
        "-S",
        ROOT,
        "-B",
        build,
        "-G",
        "Ninja",
        *options(target),
        *ours(target),
        *headers,
        **environment(target),
    )
    run("ninja", "-C", build, "-j", JOBS, "denwaban_node", **environment(target))
    return build / "denwaban.node"


def wheel(target: Target, python: Path) -> Path:
    """The wheel by one CPython, whose headers are taken; its core comes out of ccache, where there is one."""
    dependencies(target)
    told = run(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()
    venv = target.folder / f"venvs/{told}"
    if not (venv / "bin/pip").exists():
        run(python, "-m", "venv", venv)
    pins = [line for line in (HERE / "requirements.txt").read_text().split() if re.match("pybind11|scikit-build", line)]
    run(venv / "bin/pip", "install", "-q", "--disable-pip-version-check", *pins)
    made = target.folder / f"made/{told}"
    shutil.rmtree(made, ignore_errors=True)
    pybind11 = run(venv / "bin/python", "-m", "pybind11", "--cmakedir").strip()
    suffix = target.extension_of(told)
    # pybind11 can ask no interpreter of another processor, strips by this machine's program, and would link by its LTO.
    extra = [
        "-GNinja",
        *options(target),
        *ours(target),
        f"-Dpybind11_DIR={pybind11}",
        f"-DPYTHON_MODULE_EXTENSION={suffix}",
        "-DPYTHON_MODULE_DEBUG_POSTFIX=",
    ]
    extra += [
        "-DCMAKE_INTERPROCEDURAL_OPTIMIZATION=OFF",
        "-DCMAKE_STRIP=",
    ]
    run(
        venv / "bin/pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps", "--no-build-isolation",
        # As deep as the addon's: a path to the sources is part of what ccache knows.
        f"--config-settings=build-dir={target.folder / f'cpython-{told}'}",
        f"--config-settings=cmake.args={';'.join(extra)}",
        "-w", made, ROOT,
        **environment(target),
        CMAKE_BUILD_PARALLEL_LEVEL=JOBS,
        _PYTHON_HOST_PLATFORM=f"linux-{target.processor}",
        SETUPTOOLS_EXT_SUFFIX=suffix,
    )  # fmt: skip
    return next(made.glob("*.whl"))
