"""Rows for the Storage Write API, read by Google's own Protocol Buffers."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from contact_centre import ContactCentre
from test_contact_centre import DIRECTORY

from denwaban import CallFacts, Directory, bigquery_descriptor, bigquery_schema

descriptor_pb2 = pytest.importorskip("google.protobuf.descriptor_pb2")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def message_class(of: Any = "calls") -> Any:
    from google.protobuf import descriptor_pool, message_factory

    proto = descriptor_pb2.DescriptorProto.FromString(bigquery_descriptor(of))
    file = descriptor_pb2.FileDescriptorProto(
        name="calls.proto", package="calls", syntax="proto2", message_type=[proto]
    )
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("calls.Row"))


def value_of(column: dict[str, Any], value: Any) -> Any:
    """As the row in JSON has it."""
    if column["type"] == "STRUCT":
        return row_of(value, column["fields"])
    if column["type"] == "TIMESTAMP":
        return EPOCH + timedelta(microseconds=value)
    if column["type"] == "DATE":
        return (date(1970, 1, 1) + timedelta(days=value)).isoformat()
    return value


def row_of(message: Any, columns: list[dict[str, Any]]) -> dict[str, Any]:
    row = {}
    for column in columns:
        value = getattr(message, column["name"])
        if column["mode"] == "REPEATED":
            row[column["name"]] = [value_of(column, one) for one in value]
        else:
            row[column["name"]] = value_of(column, value) if message.HasField(column["name"]) else None
    return row


def with_times(row: dict[str, Any], columns: list[dict[str, Any]]) -> dict[str, Any]:
    def one(column: dict[str, Any], value: Any) -> Any:
        if value is not None and column["type"] == "TIMESTAMP":
            return datetime.fromisoformat(value.replace("Z", "+00:00"))
        return with_times(value, column["fields"]) if column["type"] == "STRUCT" else value

    return {
        column["name"]: [one(column, each) for each in value] if isinstance(value, list) else one(column, value)
        for column in columns
        for value in [row.get(column["name"])]
    }


@pytest.mark.parametrize("is_placed", [False, True])
def test_messages_are_the_rows(is_placed: bool):
    facts, columns, message = CallFacts(), bigquery_schema(), message_class()
    for record in ContactCentre(3).deliveries():
        facts.add(record)
    directory = Directory.from_json(json.dumps(DIRECTORY)) if is_placed else None
    for fact in facts.all():
        row, written = facts.bigquery_row(fact.id, directory), facts.bigquery_message(fact.id, directory)
        assert row is not None and written is not None
        read = message.FromString(written)
        assert read.IsInitialized()
        assert row_of(read, columns) == with_times(row.row, columns)
        # Nothing stands in it that the descriptor does not tell of.
        assert read.SerializeToString(deterministic=True) == written
    assert facts.bigquery_message("nobody") is None


@pytest.mark.parametrize("of", ["calls", "bookings", "reconciled", "legs", "states", "shifts"])
def test_descriptors_tell_what_schemas_tell(of: Any):
    def labels(descriptor: Any) -> dict[str, Any]:
        return {
            field.name: (
                {1: "NULLABLE", 2: "REQUIRED", 3: "REPEATED"}[field.label],
                labels(nested[field.type_name]) if field.type_name else None,
            )
            for nested in [{one.name: one for one in descriptor.nested_type}]
            for field in descriptor.field
        }

    def modes(columns: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            column["name"]: (column["mode"], modes(column["fields"]) if "fields" in column else None)
            for column in columns
        }

    proto = descriptor_pb2.DescriptorProto.FromString(bigquery_descriptor(of))
    assert labels(proto) == modes(bigquery_schema(of))
    assert [field.number for field in proto.field] == list(range(1, len(proto.field) + 1))


def test_googles_client_takes_them():
    types = pytest.importorskip("google.cloud.bigquery_storage_v1.types")
    facts = CallFacts()
    facts.add({"ContactId": "c1", "LastUpdateTimestamp": "2026-11-22T08:02:00Z"})
    proto = descriptor_pb2.DescriptorProto.FromString(bigquery_descriptor())
    data = types.AppendRowsRequest.ProtoData(
        writer_schema=types.ProtoSchema(proto_descriptor=proto),
        rows=types.ProtoRows(serialized_rows=[facts.bigquery_message("c1")]),
    )
    assert message_class().FromString(data.rows.serialized_rows[0]).id == "c1"
