"""Spark's calls are the library's, row for row."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pyarrow
import pytest
from pyspark.sql import SparkSession

from denwaban import CallFacts, Directory

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "examples" / "spark"), str(ROOT / "tests" / "python")]

from calls import calls  # noqa: E402
from contact_centre import ContactCentre  # noqa: E402
from test_contact_centre import DIRECTORY  # noqa: E402


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "3",
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    session.sparkContext.addPyFile(str(ROOT / "examples" / "spark" / "calls.py"))
    yield session
    session.stop()


def in_order(table: Any) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: str(row["id"]))


def test_calls_are_those_of_one_machine(spark: SparkSession, tmp_path: Path):
    centres = {seed: ContactCentre(seed).deliveries() for seed in (1, 2)}
    random = Random(1)
    records = [
        json.dumps(one).replace("contact-", f"{seed}-contact-") for seed, all_ in centres.items() for one in all_
    ]
    random.shuffle(records)
    half = len(records) // 2
    (tmp_path / "in" / "1").mkdir(parents=True)
    (tmp_path / "in" / "1" / "a.gz").write_bytes(gzip.compress("\n".join(records[:half]).encode()))
    behind = "".join(records[half : half + 50])  # as Firehose writes them
    (tmp_path / "in" / "b").write_text("\n".join([behind, "no record", *records[half + 50 :], *records[:40]]))

    facts = CallFacts()
    facts.add_file([text.encode() for record in records for text in (record, "\n")])
    made, failed = calls(spark, str(tmp_path / "in"), json.dumps(DIRECTORY))
    told = made.toArrow()
    expected = pyarrow.table(facts.arrow(Directory.from_json(json.dumps(DIRECTORY)))).cast(told.schema)
    assert expected.num_rows > 300 and any(len(row["contacts"]) > 1 for row in expected.to_pylist())
    assert in_order(told) == in_order(expected)
    assert [row.failed for row in failed.collect()] == ["no record"]

    made.write.parquet(str(tmp_path / "out"))
    assert spark.read.parquet(str(tmp_path / "out")).count() == expected.num_rows
