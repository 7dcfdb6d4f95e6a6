"""Read by mypy in test_dynamodb.py: each `type: ignore` is a mistake that the types have to catch."""

import datetime

import boto3

from denwaban import Ledger, LedgerPage, run
from denwaban.aio import AsyncLedger, InThreads
from denwaban.dynamodb import DynamoDbLedger, table_definition, time_to_live


def keep(now: datetime.datetime) -> LedgerPage:
    client = boto3.client("dynamodb")
    client.create_table(**table_definition("ledger"))
    client.update_time_to_live(**time_to_live("ledger"))
    ledger = DynamoDbLedger(client, "ledger")
    ledger.commit({"writes": [{"put": {"partition": "p", "sort": "a", "body": "{}"}}], "now": now})
    run(ledger, {"find_restaurant": {"id": "r1"}})
    return ledger.query({"partition": "p"})


def as_any_other(ledger: DynamoDbLedger) -> tuple[Ledger, AsyncLedger]:
    return ledger, InThreads(ledger)


def mistakes(ledger: DynamoDbLedger) -> None:
    DynamoDbLedger("ledger", "ledger")  # type: ignore[arg-type]
    ledger.read(["a"])  # type: ignore[list-item]
    ledger.query({"prefix": "a"})  # type: ignore[typeddict-item]
