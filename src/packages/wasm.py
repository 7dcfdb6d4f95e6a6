"""Makes bindings/browser/wasm/built: denwaban.wasm, and the JavaScript that loads it (docs/wasm.md).

Needs what tests/setup.sh installs, and Debian's binaryen; the rest it brings itself.
"""

from __future__ import annotations

import compile
from compile import JOBS, ROOT, SOURCES, TOOLS, environment, options, ours, run
from targets import WebAssembly

MODULE = ROOT / "bindings/browser/wasm"
BUILT = MODULE / "built"
# What Chrome 95, Firefox 100, Safari 15.2 and Node 17 have: the compiler's, and exceptions.
FEATURES = (
    "bulk-memory",
    "exception-handling",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
)


def make() -> None:
    target = WebAssembly()
    compile.dependencies(target)
    needs = {
        "EMNAPI": SOURCES / "emnapi",
        "NODE_ADDON_API": SOURCES / "node-addon-api",
        "ZIG": next(TOOLS.glob("lib/python*/site-packages/ziglang/lib")),
    }
    wanted = ["-DDENWABAN_WASM=ON", *(f"-DDENWABAN_{name}={path}" for name, path in needs.items())]
    build = target.folder / "core"
    run(
        "cmake", "-S", ROOT, "-B", build, "-G", "Ninja", *options(target), *ours(target), *wanted,
        **environment(target),
    )  # fmt: skip
    run("ninja", "-C", build, "-j", JOBS, "denwaban_wasm", **environment(target))
    BUILT.mkdir(exist_ok=True)
    run("node", MODULE / "bundle.mjs", SOURCES)
    enabled = [f"--enable-{feature}" for feature in FEATURES]
    run("wasm-opt", "-O1", *enabled, "--strip-producers", build / "denwaban.wasm", "-o", BUILT / "denwaban.wasm")


if __name__ == "__main__":
    compile.prepare()
    make()
