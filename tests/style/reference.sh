#!/usr/bin/env bash
# Makes build/reference, a page for each public header, of the headers' comments; fails at a public name that says nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf build/reference
mkdir -p build/reference
doxygen - <<'DOXYFILE'
PROJECT_NAME = denwaban
INPUT = include/denwaban
RECURSIVE = YES
EXCLUDE_PATTERNS = */detail/*
EXCLUDE_SYMBOLS = denwaban::detail* std*
FULL_PATH_NAMES = YES
STRIP_FROM_PATH = include
OUTPUT_DIRECTORY = build/reference
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
XML_PROGRAMLISTING = NO
EXTRACT_ALL = YES
AUTOLINK_SUPPORT = NO
SORT_MEMBER_DOCS = NO
QUIET = YES
WARNINGS = NO
DOXYFILE
exec python3 tests/style/reference.py build/reference/xml build/reference
