"""Messages for the Storage Write API, through Google's client to a server of it, are the rows of the table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import grpc
from google.cloud import bigquery
from google.cloud.bigquery_storage_v1 import BigQueryWriteClient, types
from google.cloud.bigquery_storage_v1.services.big_query_write.transports import BigQueryWriteGrpcTransport
from google.protobuf import descriptor_pb2

from denwaban import CallFacts, Directory, bigquery_descriptor, bigquery_schema

sys.path.append(str(Path(__file__).parents[1] / "python"))

from contact_centre import ContactCentre
from test_contact_centre import DIRECTORY

A_REQUEST = 100


def plain(column: dict[str, Any], value: Any) -> Any:
    """The same of a row in JSON and of one that was asked for."""
    if value is None:
        return None
    if isinstance(value, list):
        return [plain(column, one) for one in value]
    if column["type"] == "STRUCT":
        return row_of(column["fields"], value)
    if column["type"] == "TIMESTAMP":
        return value if isinstance(value, datetime) else datetime.fromisoformat(value.replace("Z", "+00:00"))
    return str(value) if column["type"] == "DATE" else value


def row_of(columns: list[dict[str, Any]], row: dict[str, Any]) -> dict[str, Any]:
    return {column["name"]: plain(column, row.get(column["name"])) for column in columns}


def requests(stream: str, messages: list[bytes]) -> Iterator[types.AppendRowsRequest]:
    """The descriptor comes with the first."""
    for at in range(0, len(messages), A_REQUEST):
        data = types.AppendRowsRequest.ProtoData(
            rows=types.ProtoRows(serialized_rows=messages[at : at + A_REQUEST]),
        )
        if at == 0:
            proto = descriptor_pb2.DescriptorProto.FromString(bigquery_descriptor())
            data.writer_schema = types.ProtoSchema(proto_descriptor=proto)
        yield types.AppendRowsRequest(write_stream=stream, offset=at, proto_rows=data)


def test_what_was_appended_is_in_the_table(bigquery_emulator: Any, bigquery_client: Any, bigquery_dataset: Any):
    columns, facts = bigquery_schema(), CallFacts()
    for record in ContactCentre(3).deliveries():
        facts.add(record)
    directory = Directory.from_json(json.dumps(DIRECTORY))
    calls = [fact.id for fact in facts.all()]
    schema = [bigquery.SchemaField.from_api_repr(column) for column in columns]
    table = bigquery_client.create_table(bigquery.Table(bigquery_dataset.table("facts"), schema=schema))

    with grpc.insecure_channel(bigquery_emulator.grpc_address) as channel:
        writer = BigQueryWriteClient(transport=BigQueryWriteGrpcTransport(channel=channel))
        committed = types.WriteStream(type_=types.WriteStream.Type.COMMITTED)
        stream = writer.create_write_stream(parent=table.path.lstrip("/"), write_stream=committed)
        messages = [facts.bigquery_message(call, directory) for call in calls]
        answers = list(writer.append_rows(requests(stream.name, messages)))
        again = next(iter(writer.append_rows(requests(stream.name, messages))))
    assert [(answer.error.message, list(answer.row_errors)) for answer in answers] == [("", [])] * len(answers)
    assert again.error.code == grpc.StatusCode.ALREADY_EXISTS.value[0]

    told = [dict(row) for row in bigquery_client.query_and_wait(f"SELECT * FROM {table.dataset_id}.facts")]
    assert len(told) == len(calls) > A_REQUEST
    assert {row["id"]: row_of(columns, row) for row in told} == {
        call: row_of(columns, facts.bigquery_row(call, directory).row) for call in calls
    }
