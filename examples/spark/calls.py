"""Calls of contact records that are too many for one machine: Spark reads them, brings the legs of a call together, and each
call is stitched as everywhere else.

    python calls.py s3a://exports/2026/ s3a://warehouse/calls restaurants.json

runs on this machine. On a cluster the workers need Python with denwaban and pyarrow, in the same versions:

    python -m venv calls && calls/bin/pip install denwaban pyarrow venv-pack && calls/bin/venv-pack -p calls -o calls.tar.gz
    PYSPARK_PYTHON=./calls/bin/python spark-submit --archives calls.tar.gz#calls calls.py IN OUT restaurants.json

(EMR, Dataproc and Kubernetes alike; the wheel is of the workers' platform). OUT is Parquet, a day a folder; what was no
contact record is in OUT-failed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from denwaban import CallFacts, Directory

LINKS = ("initial", "previous", "next", "related", "association")
READ = pyarrow.schema(
    {"contact": pyarrow.string(), "links": pyarrow.list_(pyarrow.string()), "record": pyarrow.string()}
).append(pyarrow.field("failed", pyarrow.string()))


def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Lines as records, and as what is none."""
    for batch in batches:
        lines = [line.encode() for line in batch.column("value").to_pylist()]
        facts = CallFacts()
        rows = []
        if facts.add_file([b"\n".join(lines)]).failed:
            rows = [{"failed": line.decode()} for line in lines if CallFacts().add_file([line]).failed]
        for record in json.loads(facts.to_json()):
            links = [record[link] for link in LINKS if record[link]]
            rows.append({"contact": record["id"], "links": links, "record": json.dumps(record)})
        yield pyarrow.RecordBatch.from_pylist(rows, schema=READ)


def with_keys(records: DataFrame) -> DataFrame:
    """With a `key` that all have who name one another, however far apart: the least of their ids. Two calls may share
    one; the legs of a call never have two."""
    pairs = records.select("contact", f.explode("links").alias("other"))
    both = pairs.union(pairs.select(f.col("other"), f.col("contact"))).distinct().cache()
    keys = both.select("contact", f.col("contact").alias("key")).distinct()
    changed = True
    while changed:
        near = (
            both.join(keys.withColumnRenamed("contact", "other"), "other")
            .groupBy("contact")
            .agg(f.min("key").alias("least"))
        )
        moved = (
            keys.join(near, "contact")
            .select("contact", "key", f.least("key", "least").alias("least"))
            .localCheckpoint()
        )
        changed = not moved.where(f.col("key") != f.col("least")).isEmpty()
        keys = moved.select("contact", f.col("least").alias("key"))
    return records.join(keys, "contact", "left").withColumn("key", f.coalesce("key", "contact"))


def calls(spark: SparkSession, path: str, restaurants: str = "[]") -> tuple[DataFrame, DataFrame]:
    """The calls of the files at `path`, with the columns of `bigquery_schema`; and lines that are no contact records."""
    columns = from_arrow_schema(pyarrow.schema(CallFacts()))
    types = to_arrow_schema(columns, timezone="UTC")

    def stitch(legs: pyarrow.Table) -> pyarrow.Table:
        facts = CallFacts.from_json(f"[{','.join(legs.column('record').to_pylist())}]")
        return pyarrow.table(facts.arrow(Directory.from_json(restaurants))).cast(types)

    lines = spark.read.text(path, recursiveFileLookup=True)
    told = lines.mapInArrow(read, from_arrow_schema(READ)).cache()
    records = with_keys(told.where("failed IS NULL").drop("failed"))
    return records.groupBy("key").applyInArrow(stitch, columns), told.where("failed IS NOT NULL").select("failed")


if __name__ == "__main__":
    source, target, *more = sys.argv[1:]
    session = SparkSession.builder.appName("calls").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    made, failed = calls(session, source, Path(more[0]).read_text(encoding="utf-8") if more else "[]")
    made.withColumn("day", f.to_date("began")).write.partitionBy("day").mode("overwrite").parquet(target)
    failed.write.mode("overwrite").text(f"{target}-failed")
