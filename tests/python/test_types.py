import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import denwaban

HERE = Path(__file__).parent


def run(*arguments):
    ran = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, cwd=HERE)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_types_hold_and_catch_mistakes():
    run("-m", "mypy", "--strict", "usage.py")


def test_stubs_say_what_is_there():
    run("-m", "mypy.stubtest", "denwaban", "--allowlist", "stubtest_allowlist.txt", "--ignore-unused-allowlist")


def test_numpy_is_needed_only_in_bulk():
    run("-c", "import sys, denwaban; sys.exit('numpy' in sys.modules)")


def test_the_package_knows_its_version():
    assert denwaban.__version__ == version("denwaban")
    assert all(hasattr(denwaban, name) for name in denwaban.__all__)
