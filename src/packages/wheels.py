"""The wheels, one a CPython: pybind11 has no stable ABI."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from compile import PYTHON, environment, readable, run
from components import bill, inside
from home import metadata_with_home
from targets import OUT, Target

WHEELS = OUT / "wheels"
KNOWN = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")


def interpreters() -> dict[str, Path]:
    """Every CPython that pyenv, uv or the distribution has, with its headers."""
    found = {}
    home = Path.home()
    for number in KNOWN:
        of_pyenv = home.glob(f".pyenv/versions/{number}.*/bin/python{number}")
        of_uv = home.glob(f".local/share/uv/python/cpython-{number}.*/bin/python{number}")
        for place in [*of_pyenv, *of_uv, Path(f"/usr/bin/python{number}")]:
            asked = "import pathlib, sysconfig; print(pathlib.Path(sysconfig.get_path('include'), 'Python.h').exists())"
            if place.exists() and run(place, "-c", asked).strip() == "True":
                found[number] = place
                break
    return found


def finish(target: Target, raw: Path) -> Path:
    """With its bill of materials, under the platform that it was compiled for, which auditwheel has looked into."""
    work = raw.parent / "finish"
    shutil.rmtree(work, ignore_errors=True)
    run(PYTHON, "-m", "wheel", "unpack", "-d", work, raw)
    unpacked = next(work.iterdir())
    about = next(unpacked.glob("*.dist-info"))
    metadata = about / "METADATA"
    metadata.write_text(metadata_with_home(metadata.read_text(encoding="utf-8")), encoding="utf-8")
    sboms = about / "sboms"
    sboms.mkdir()
    (sboms / "denwaban.cdx.json").write_text(bill("denwaban", "pkg:pypi/denwaban", inside(target, "python")))
    readable(unpacked)
    run(PYTHON, "-m", "wheel", "pack", "-d", work, unpacked, **environment(target))
    packed = next(work.glob("*.whl"))
    WHEELS.mkdir(parents=True, exist_ok=True)
    if target.libc == "musl":
        tagged = run(PYTHON, "-m", "wheel", "tags", "--remove", "--platform-tag", target.wheel_platform, packed).strip()
        return Path(shutil.copy(work / tagged, WHEELS))
    path = f"{PYTHON.parent}:/usr/bin:/bin"
    auditwheel = [PYTHON, "-m", "auditwheel", "repair", "--only-plat", "--plat", target.wheel_platform]
    run(*auditwheel, "-w", WHEELS, packed, **{**environment(target), "PATH": path})
    return next(WHEELS.glob(f"{'-'.join(packed.name.split('-')[:4])}-{target.wheel_platform}.whl"))


if __name__ == "__main__":
    print(interpreters()[sys.argv[1]])
