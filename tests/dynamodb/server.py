"""DynamoDB for the tests: moto behind HTTP on a free port, which is the first line that it prints. Ends with its standard
input.

moto takes requests in parallel and copies a table to be able to undo a transaction. Here one request is served at a time,
and a transaction looks at all of its conditions before it writes, as DynamoDB says it does. What moto lets pass is refused
in DynamoDB's words: transactions over 4 MB. A client's token is remembered as it is there. Queries that start outside of
what they ask for are refused, too.
"""

import copy
import json
import sys
import threading
from collections.abc import Iterable
from typing import Any

from moto.dynamodb.comparisons import get_filter_expression
from moto.dynamodb.exceptions import (
    DynamodbException,
    ItemSizeTooLarge,
    MockValidationException,
    MultipleTransactionsException,
    TooManyTransactionsException,
    TransactionCanceledException,
)
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.responses import DynamoHandler
from moto.moto_server.werkzeug_app import MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

MOST_ACTIONS = 100
MOST_BYTES = 4 * 1024 * 1024
MOST_BYTES_OF_AN_ITEM = 400 * 1024
ONE_AT_A_TIME = threading.Lock()


def value_bytes(value: dict[str, Any]) -> int:
    ((_, held),) = value.items()
    return len(str(held).encode())


def item_bytes(attributes: dict[str, Any]) -> int:
    return sum(len(name.encode()) + value_bytes(value) for name, value in attributes.items())


def written_bytes(kind: str, action: dict[str, Any]) -> int:
    if kind == "Put":
        return item_bytes(action["Item"])
    values = action.get("ExpressionAttributeValues", {}) if kind == "Update" else {}
    return item_bytes(action["Key"]) + item_bytes(values)


def key_of(table: Any, kind: str, action: dict[str, Any]) -> dict[str, Any]:
    source = action["Item"] if kind == "Put" else action["Key"]
    return {name: source[name] for name in (table.hash_key_attr, table.range_key_attr)}


def refusal(backend: DynamoDBBackend, action: dict[str, Any], key: dict[str, Any]) -> tuple[Any, Any, Any]:
    """Why an action can't be: a code, a message, and the item that is there if it is wanted."""
    condition = action.get("ConditionExpression")
    there = backend.get_item(action["TableName"], key)
    if condition is None:
        return None, None, None
    words = action.get("ExpressionAttributeNames"), action.get("ExpressionAttributeValues")
    if get_filter_expression(condition, *words).expr(there):
        return None, None, None
    shows = action.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD" and there
    item = there.to_json()["Attributes"] if shows else None
    return "ConditionalCheckFailed", "The conditional request failed", item


def write(backend: DynamoDBBackend, kind: str, action: dict[str, Any]) -> None:
    table = action["TableName"]
    if kind == "Put":
        backend.put_item(table, action["Item"])
    if kind == "Delete":
        backend.delete_item(table, action["Key"])
    if kind == "Update":
        update(backend, table, action)


def update(backend: DynamoDBBackend, name: str, action: dict[str, Any]) -> None:
    """moto puts what it updates before it does, and its stream tells of both."""
    words = action.get("ExpressionAttributeNames"), action.get("ExpressionAttributeValues")
    table = backend.get_table(name)
    before = copy.deepcopy(backend.get_item(name, action["Key"]))
    stream, table.stream_shard = table.stream_shard, None
    try:
        after = backend.update_item(name, action["Key"], action["UpdateExpression"], *words)
    finally:
        table.stream_shard = stream
    if stream is not None:
        stream.add(before, after)


def transact(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    if len(transact_items) > MOST_ACTIONS:
        raise TooManyTransactionsException()
    actions = [next(iter(one.items())) for one in transact_items]
    sizes = [written_bytes(*one) for one in actions]
    if sum(sizes) > MOST_BYTES:
        raise MockValidationException("Transaction request cannot include more than 4 MB of data")
    if max(sizes) > MOST_BYTES_OF_AN_ITEM:
        raise ItemSizeTooLarge()
    keys = [key_of(backend.get_table(action["TableName"]), kind, action) for kind, action in actions]
    if len({json.dumps(key, sort_keys=True) for key in keys}) < len(keys):
        raise MultipleTransactionsException()
    refusals = [refusal(backend, action, key) for (_, action), key in zip(actions, keys)]
    if any(code for code, _, _ in refusals):
        raise TransactionCanceledException(refusals)
    for kind, action in actions:
        write(backend, kind, action)


class Tokens:
    """A transaction that is sent again happened once."""

    def __init__(self) -> None:
        self._asked: dict[str, str] = {}

    def has_happened(self, body: dict[str, Any]) -> bool:
        asked = self._asked.get(body.get("ClientRequestToken", ""))
        if asked is not None and asked != json.dumps(body["TransactItems"]):
            raise DynamodbException("IdempotentParameterMismatchException", "The token was of another transaction")
        return asked is not None

    def remember(self, body: dict[str, Any]) -> None:
        if "ClientRequestToken" in body:
            self._asked[body["ClientRequestToken"]] = json.dumps(body["TransactItems"])


def remember_tokens() -> None:
    tokens = Tokens()
    answer = DynamoHandler.transact_write_items

    def answer_once(self: DynamoHandler) -> Any:
        if tokens.has_happened(self.body):
            return '{"ConsumedCapacity": [], "ItemCollectionMetrics": {}}'
        answered = answer(self)
        tokens.remember(self.body)
        return answered

    DynamoHandler.transact_write_items = answer_once


def refuse_starts_outside() -> None:
    query = DynamoHandler.query

    def query_within(self: DynamoHandler) -> Any:
        start = self.body.get("ExclusiveStartKey")
        if start is not None:
            words = self.body.get("ExpressionAttributeNames"), self.body.get("ExpressionAttributeValues")
            there = Item(DynamoType(start["partition"]), DynamoType(start["sort"]), start)
            if not get_filter_expression(self.body["KeyConditionExpression"], *words).expr(there):
                raise MockValidationException("The provided starting key does not match the range key predicate")
        return query(self)

    DynamoHandler.query = query_within


def measure_what_is_replaced_no_more() -> None:
    """moto counts an attribute that is replaced among what an item holds."""
    set_attribute = LimitedSizeDict.__setitem__

    def replace(self: LimitedSizeDict, name: str, value: Any) -> None:
        self.pop(name, None)
        set_attribute(self, name, value)

    LimitedSizeDict.__setitem__ = replace


class Handler(MotoRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, code: object = "-", size: object = "-") -> None:
        pass


def main() -> None:
    DynamoDBBackend.transact_write_items = transact
    remember_tokens()
    refuse_starts_outside()
    measure_what_is_replaced_no_more()
    tables, streams = create_backend_app("dynamodb"), create_backend_app("dynamodbstreams")

    def serve(environment: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        is_of_streams = environment.get("HTTP_X_AMZ_TARGET", "").startswith("DynamoDBStreams")
        with ONE_AT_A_TIME:
            return list((streams if is_of_streams else tables)(environment, start_response))

    server = make_server("127.0.0.1", 0, serve, threaded=True, request_handler=Handler)
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
