"""denwaban for Conan 2: `conan create . --build=missing --test-folder tests/consumers/conan`."""

import re
from pathlib import Path
from typing import ClassVar

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, rmdir

# What each part of ours links: parts of ours, and others' packages.
PARTS = {
    "core": ["date::date"],
    "zones": ["core"],
    "seating": ["core"],
    "talk": ["core"],
    "documents": ["core", "seating", "zones", "talk"],
    "formats": ["documents"],
    "connect": ["documents", "zlib::zlib"],
    "ledger": ["connect", "formats", "sqlite3::sqlite3"],
}
WITH_FORMATS = ("talk", "documents", "formats", "connect")


class Denwaban(ConanFile):
    name = "denwaban"
    description = "Knows everything that a restaurant's telephone needs to know"
    topics = ("opening-hours", "holidays", "japan", "reservations", "amazon-connect", "ivr")
    license = "MIT"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    # formats: JSON, and the outside's words; ledger: with formats alone.
    options: ClassVar = {name: [True, False] for name in ("shared", "fPIC", "formats", "ledger")}
    default_options: ClassVar = {
        "shared": False,
        "fPIC": True,
        "formats": True,
        "ledger": True,
        "date/*:header_only": True,
    }
    implements: ClassVar = ["auto_shared_fpic"]
    exports_sources = "CMakeLists.txt", "include/*", "src/*", "LICENSE", "THIRD_PARTY_NOTICES.md"

    def set_version(self):
        project = (Path(self.recipe_folder) / "CMakeLists.txt").read_text(encoding="utf-8")
        self.version = re.search(r"project\(denwaban VERSION ([\d.]+)", project)[1]

    @property
    def parts(self):
        return [
            part
            for part in PARTS
            if (part not in WITH_FORMATS or self.options.formats)
            and (part != "ledger" or (self.options.formats and self.options.ledger))
        ]

    def export(self):
        copy(self, "CMakeLists.txt", self.recipe_folder, self.export_folder)

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        self.requires("date/[>=3.0.1 <4]", transitive_headers=True)
        self.requires("cctz/[>=2.3 <3]", visible=False)
        if "documents" in self.parts:
            self.requires("nlohmann_json/[>=3.11 <4]", visible=False)
            self.requires("zlib/[>=1.2.11 <2]")
        if "ledger" in self.parts:
            self.requires("sqlite3/[>=3.37 <4]")

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["DENWABAN_CLI"] = False
        toolchain.cache_variables["DENWABAN_FORMATS"] = bool(self.options.formats)
        toolchain.cache_variables["DENWABAN_LEDGER"] = bool(self.options.ledger)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        for notice in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
            copy(self, notice, self.source_folder, str(Path(self.package_folder) / "licenses"))
        # Conan writes its own of these.
        for written in ("cmake", "pkgconfig"):
            rmdir(self, str(Path(self.package_folder) / "lib" / written))

    def package_info(self):
        for part in self.parts:
            component = self.cpp_info.components[part]
            component.set_property("cmake_target_name", f"denwaban::{part}")
            component.requires = list(PARTS[part])
            component.libs = [] if part == "core" else [f"denwaban_{part}"]
