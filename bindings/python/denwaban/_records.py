"""Contact records and the calls that they are: the core's answers cross as JSON in its own words."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Callable, NamedTuple, Union

from . import _denwaban
from ._agents import AgentTimeline, Document, Moment
from ._analysis import (
    BookingTrace,
    CallResults,
    CallsOfDay,
    CallsTold,
    CallTrace,
    ReconcileWindow,
    _day,
    _said,
    _terms,
)
from ._denwaban import Directory
from ._errors import DenwabanError
from ._states import State
from ._told import time
from .generated.answers import (
    AgentStreamRecord,
    CallFact,
    CallFactChange,
    Channel,
    ContactRecord,
    ContactReport,
    Recording,
    agent_stream_record,
    call_fact,
    call_fact_change,
    contact_record,
    contact_report,
)
from .generated.words import BigQueryTable, CallGroup


class CallPlace(NamedTuple):
    """Which restaurant a call was for, and what its hours said when it began."""

    restaurant: str
    state: State
    service: str | None
    business_date: date
    holiday: str | None
    """祝日"""
    eve_of: str | None
    """祝前日"""
    chain: str | None
    """系列"""


class ServiceLevels(NamedTuple):
    """Shares of 0 to 1, by each of the formulas that are in use."""

    answered_of_all: float | None
    """answered in time / (answered + abandoned)"""
    without_short_abandons: float | None
    """answered in time / (answered + abandoned too late)"""
    short_abandons_as_answered: float | None
    """(answered + abandoned in time) / (answered + abandoned)"""


class ServiceFigures(NamedTuple):
    """What a contact centre counts of calls that came in; None where there is nothing to divide by."""

    offered: int
    queued: int
    answered: int
    abandoned: int
    """In a queue, as Amazon Connect counts them."""
    abandoned_in_flow: int
    answered_in_time: int
    abandoned_in_time: int
    speed_of_answer: float | None
    """ASA, in seconds."""
    handle_time: float | None
    """AHT, in seconds."""
    service_level: ServiceLevels


class KinesisPosition(NamedTuple):
    """Where a record stands in a Kinesis stream."""

    shard: str
    sequence: str


class DeliveredContactRecord(NamedTuple):
    """A contact record, and the Kinesis record that brought it."""

    position: KinesisPosition
    record: ContactRecord


class PoisonedRecord(NamedTuple):
    """What no reader will ever read: for a queue of dead letters."""

    position: KinesisPosition
    code: str
    message: str
    where: str
    data: bytes


class MessageId(NamedTuple):
    """By which an SQS queue, an SNS topic or EventBridge tells what it delivers apart."""

    text: str


DeliveryPosition = Union[KinesisPosition, MessageId]


class DeliveredEvent(NamedTuple):
    """An event of Amazon Connect's, and what brought it."""

    position: DeliveryPosition
    event: AgentStreamRecord | ContactReport | ContactRecord
    document: str
    """The event's own JSON, out of all that it was wrapped in."""


class PoisonedDelivery(NamedTuple):
    """What no reader will ever read: for a queue of dead letters."""

    position: DeliveryPosition
    code: str
    message: str
    where: str
    data: bytes


class DeliveredEvents(NamedTuple):
    """What a Lambda was invoked with, in its order."""

    events: tuple[DeliveredEvent, ...]
    poisoned: tuple[PoisonedDelivery, ...]


class ContactRecordBatch(NamedTuple):
    """What a batch of a Kinesis stream brought, in its order."""

    records: tuple[DeliveredContactRecord, ...]
    poisoned: tuple[PoisonedRecord, ...]


class BigQueryRow(NamedTuple):
    """A row for `insert_rows_json(table, [row.row], row_ids=[row.insert_id])`; `row` alone is a line of a load."""

    insert_id: str
    """The same as long as nothing is newer of what it tells."""
    row: dict[str, Any]


class DeliveredChange(NamedTuple):
    """What a record of a batch changed."""

    position: KinesisPosition
    change: CallFactChange


FileBytes = Union[str, "os.PathLike[str]", Iterable[bytes]]
"""A file or a folder of them, or the bytes of one file, however they are cut."""


class ContactRecordLine(NamedTuple):
    """A contact record of a file, by the line on which it begins."""

    path: Path | None
    """None of bytes."""
    line: int
    record: ContactRecord


class FailedLine(NamedTuple):
    """What is no contact record, and why."""

    path: Path | None
    line: int
    code: str
    message: str
    where: str


class AddedFile(NamedTuple):
    """How many records became what, and what is none."""

    kept: int
    newer: int
    as_known: int
    failed: tuple[FailedLine, ...]


class AddedBatch(NamedTuple):
    """What a batch changed, in its order."""

    changes: tuple[DeliveredChange, ...]
    poisoned: tuple[PoisonedRecord, ...]


def _figures(words: dict[str, Any]) -> ServiceFigures:
    return ServiceFigures(**{**words, "service_level": ServiceLevels(**words["service_level"])})


def _trace(words: dict[str, Any]) -> CallTrace:
    began, ended = time(words["began"]), time(words["ended"])
    return CallTrace(**{**words, "began": began, "ended": ended, "contacts": tuple(words["contacts"])})


def _position(words: dict[str, Any]) -> KinesisPosition:
    return KinesisPosition(words["shard"], words["sequence"])


def _poisoned(all_: Iterable[dict[str, Any]]) -> tuple[PoisonedRecord, ...]:
    return tuple(
        PoisonedRecord(_position(one), one["code"], one["message"], one["where"], base64.b64decode(one["bytes"]))
        for one in all_
    )


_READ_AT_ONCE = 1 << 18


def _files_of(path: Path) -> Iterable[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)


def _bytes_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_READ_AT_ONCE):
            yield part


def _parts_of(source: FileBytes) -> Iterator[tuple[Path | None, _denwaban.ContactRecordStreamCore, bytes | None]]:
    """Each file's bytes with what reads them, and None at its end."""
    named = isinstance(source, (str, os.PathLike))
    for path in _files_of(Path(source)) if named else (None,):  # type: ignore[arg-type]
        stream = _denwaban.ContactRecordStreamCore()
        for part in source if path is None else _bytes_of(path):  # type: ignore[union-attr]
            yield path, stream, part  # type: ignore[misc]
        yield path, stream, None


def _failed(path: Path | None, words: dict[str, Any]) -> FailedLine:
    return FailedLine(path, words["line"], words["code"], words["message"], words["where"])


def contact_records_of(source: FileBytes) -> Iterator[ContactRecordLine | FailedLine]:
    """Reads files of contact records as their bytes come: a record a line, or one behind the other, in gzip or not; of
    a folder all that is in it. Memory for one part of a file alone."""
    for path, stream, part in _parts_of(source):
        for words in json.loads(stream.read(part)):
            if "record" in words:
                yield ContactRecordLine(path, words["line"], contact_record(words["record"], words["unknown"]))
            else:
                yield _failed(path, words)


def read_contact_record(source: Document) -> ContactRecord:
    """Reads a contact record. Keys, channels and initiation methods that are in no published model are told in `unknown`."""
    text, unknown = _denwaban.read_contact_record(source)
    return contact_record(json.loads(text), unknown)


def read_kinesis_contact_records(event: Document) -> ContactRecordBatch:
    """Reads the event that a Kinesis stream of contact records invokes a Lambda with, aggregated or in gzip or neither."""
    words = json.loads(_denwaban.read_kinesis_contact_records(event))
    records = (
        DeliveredContactRecord(_position(one), contact_record(one["record"], one["unknown"]))
        for one in words["records"]
    )
    return ContactRecordBatch(tuple(records), _poisoned(words["poisoned"]))


def _delivery_position(words: dict[str, Any]) -> DeliveryPosition:
    return MessageId(words["message_id"]) if "message_id" in words else _position(words)


_READERS: Mapping[str, Callable[[Any, tuple[str, ...]], AgentStreamRecord | ContactReport | ContactRecord]] = {
    "agent_event": agent_stream_record,
    "contact_event": contact_report,
    "contact_record": contact_record,
}


def read_delivered_events(invocation: Document) -> DeliveredEvents:
    """Reads what brings agent events, contact events and contact records to a Lambda: a batch of SQS, of SNS or of Kinesis,
    an event of EventBridge's, or a notification that SNS posts. In a queue may be what a topic sent, in its notification
    or raw, and what EventBridge sent."""
    words = json.loads(_denwaban.read_delivered_events(invocation))
    events = (
        DeliveredEvent(
            _delivery_position(one), _READERS[one["kind"]](one["event"], tuple(one["unknown"])), one["document"]
        )
        for one in words["events"]
    )
    poisoned = (
        PoisonedDelivery(
            _delivery_position(one), one["code"], one["message"], one["where"], base64.b64decode(one["bytes"])
        )
        for one in words["poisoned"]
    )
    return DeliveredEvents(tuple(events), tuple(poisoned))


def is_redacted(recording: Recording) -> bool:
    """Whether it is one of which Contact Lens blacked something out."""
    return _denwaban.is_redacted(recording.key)


def batch_item_failures(failed: Iterable[DeliveryPosition]) -> dict[str, list[dict[str, str]]]:
    """The answer of a Lambda that could not deal with these: of each shard the first, of a queue each message. Of a FIFO
    queue name all behind the first that failed as well."""
    positions = list(failed)
    messages = [position.text for position in positions if isinstance(position, MessageId)]
    records = [position for position in positions if not isinstance(position, MessageId)]
    answer: dict[str, list[dict[str, str]]] = json.loads(_denwaban.batch_item_failures(records, messages))
    return answer


def bigquery_schema(of: BigQueryTable = "calls") -> list[dict[str, Any]]:
    """The columns, as BigQuery's API and `bq load --schema` take them."""
    columns: list[dict[str, Any]] = json.loads(_denwaban.bigquery_schema(of))
    return columns


def bigquery_descriptor(of: BigQueryTable = "calls") -> bytes:
    """For the Storage Write API, what `bigquery_message` writes: a DescriptorProto, serialised."""
    return _denwaban.bigquery_descriptor(of)


def bigquery_table_sql(table: str, of: BigQueryTable = "calls") -> str:
    """Makes the table: of calls a day of `began` a partition, clustered by restaurant and line."""
    return _denwaban.bigquery_table_sql(table, of)


def bigquery_reconcile_sql(calls: str, bookings: str, window: ReconcileWindow | None = None) -> str:
    """`reconcile` of two such tables, as a query: the rows of a third. Bookings' numbers are in E.164."""
    return _denwaban.bigquery_reconcile_sql(calls, bookings, json.dumps(_said(window or ReconcileWindow())))


def bigquery_results_sql(
    calls: str,
    bookings: str,
    reconciled: str,
    group: CallGroup | None,
    told: CallsTold,
    zone: str = "Asia/Tokyo",
) -> str:
    """`CallFacts.results_by` of such tables, as a query: a row a name, null where nobody knows it; of all together
    without."""
    terms = json.dumps(_said(_terms(told)))
    return _denwaban.bigquery_results_sql(calls, bookings, reconciled, group, terms, zone)


def _threshold(span: timedelta) -> int:
    if not isinstance(span, timedelta):
        raise TypeError(f"/threshold is a timedelta, not {type(span).__name__}")
    if span < timedelta(0):
        raise DenwabanError([("out_of_range", "must be 0 or more", "/threshold")])
    return span // timedelta(milliseconds=1)


def bigquery_figures_sql(
    table: str,
    group: CallGroup,
    threshold: timedelta,
    zone: str = "Asia/Tokyo",
    channel: Channel | None = None,
) -> str:
    """`service_figures_by` of such a table, as a query: a row a name, null where nobody knows it."""
    return _denwaban.bigquery_figures_sql(table, group, _threshold(threshold), zone, channel)


def bigquery_merge_sql(table: str, staging: str) -> str:
    """Brings what was appended to `staging` into `table`, of rows that share a leg the newest."""
    return _denwaban.bigquery_merge_sql(table, staging)


def bigquery_stitch_sql(legs: str, staging: str) -> str:
    """`CallFacts` as a script: makes calls of the table `legs`, in whatever order and however often their records stand in
    it, and appends them to `staging`, without their places."""
    return _denwaban.bigquery_stitch_sql(legs, staging)


def bigquery_states(timeline: AgentTimeline, agent: str, now: Moment) -> list[BigQueryRow]:
    """All that a timeline's window tells as rows of the table of states, a row a stay, to be appended: from where a later
    telling begins it takes the place of this one. So what is told at least once a window is whole, and right as long as no
    event comes later than the window less the time between two tellings."""
    rows = timeline._timeline.bigquery_states(agent, now)
    return [BigQueryRow(insert_id, json.loads(row)) for insert_id, row in rows]


def bigquery_agent_days_sql(states: str, shifts: str, until: Moment, zone: str = "Asia/Tokyo") -> str:
    """`AgentTimeline.day` of such a table and one of shifts, as a query: a row an agent and date, on which either tells
    something, until `until`. Parts of an agent's shift do not overlap."""
    return _denwaban.bigquery_agent_days_sql(states, shifts, until, zone)


def _results_question(
    bookings: Iterable[BookingTrace], told: CallsTold, window: ReconcileWindow | None, group: CallGroup | None
) -> str:
    window = window or ReconcileWindow()
    return json.dumps(_said({"bookings": list(bookings), "window": window, "terms": _terms(told), "group": group}))


class ArrowCalls:
    """Calls as a table of Arrow's, for whatever takes a C stream: `pyarrow.table`, `polars.DataFrame`, DuckDB. Its columns
    are those of `bigquery_schema`; spans are milliseconds."""

    __slots__ = ("_directory", "_facts")

    def __init__(self, facts: _denwaban.CallFactsCore, directory: Directory | None) -> None:
        self._facts, self._directory = facts, directory

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The calls of this moment; what is added after that is not of them."""
        return self._facts.arrow_stream(self._directory)

    def __arrow_c_schema__(self) -> object:
        return _denwaban.arrow_schema()

    def ipc(self) -> bytes:
        """In Arrow's IPC streaming format, for files and other processes."""
        return self._facts.arrow_ipc(self._directory)


class CallFacts:
    """Contact records, and the calls that they are: in whatever order they come, and however often, the calls are the
    same."""

    __slots__ = ("_facts",)

    def __init__(self) -> None:
        self._facts = _denwaban.CallFactsCore()

    def add(self, source: Document) -> CallFactChange:
        """Takes a contact record as Amazon Connect sends it."""
        text, unknown = self._facts.add(source)
        return call_fact_change(json.loads(text), unknown)

    def add_kinesis(self, event: Document) -> AddedBatch:
        """Takes all of a Kinesis batch."""
        words = json.loads(self._facts.add_kinesis(event))
        changes = (DeliveredChange(_position(one), call_fact_change(one, one["unknown"])) for one in words["changes"])
        return AddedBatch(tuple(changes), _poisoned(words["poisoned"]))

    def add_file(self, source: FileBytes) -> AddedFile:
        """Takes all of a file or of a folder, as `contact_records_of` reads it; other threads run meanwhile."""
        kept, newer, as_known, failed = 0, 0, 0, []
        for path, stream, part in _parts_of(source):
            told = json.loads(stream.add_to(part, self._facts))
            kept, newer, as_known = kept + told["kept"], newer + told["newer"], as_known + told["as_known"]
            failed += [_failed(path, words) for words in told["failed"]]
        return AddedFile(kept, newer, as_known, tuple(failed))

    def find(self, contact: str) -> CallFact | None:
        """The call that any of its contacts is part of."""
        text = self._facts.find(contact)
        return None if text is None else call_fact(json.loads(text))

    def all(self) -> list[CallFact]:
        """Every call, as they began."""
        return [call_fact(words) for words in json.loads(self._facts.all())]

    def service_figures(self, threshold: timedelta, channel: Channel | None = None) -> ServiceFigures:
        """Of calls that came in, no chats, e-mails and tasks; with a channel, of what came in through it. In time is within
        `threshold` of all that a call waited in queues until an agent answered."""
        return _figures(json.loads(self._facts.service_figures(_threshold(threshold), channel)))

    def service_figures_by(
        self,
        group: CallGroup,
        threshold: timedelta,
        directory: Directory | None = None,
        zone: str = "Asia/Tokyo",
        channel: Channel | None = None,
    ) -> dict[str, ServiceFigures]:
        """The same by what calls are counted by; under an empty name those of which nobody knows it. `restaurant` and
        `day_kind` (`holiday` 祝日, `holiday_eve` 祝前日, `plain`) need a directory."""
        text = self._facts.service_figures_by(group, _threshold(threshold), directory, zone, channel)
        return {name: _figures(words) for name, words in json.loads(text).items()}

    def _results(
        self,
        asked: tuple[Iterable[BookingTrace], CallsTold, ReconcileWindow | None],
        group: CallGroup | None,
        directory: Directory | None,
        zone: str = "Asia/Tokyo",
    ) -> Any:
        return json.loads(self._facts.results(directory, zone, _results_question(*asked, group)))

    def results(
        self,
        bookings: Iterable[BookingTrace],
        told: CallsTold,
        *,
        window: ReconcileWindow | None = None,
        directory: Directory | None = None,
    ) -> CallResults:
        """What came of those that are told; of the others only who called again."""
        return CallResults(**self._results((bookings, told, window), None, directory))

    def results_by(
        self,
        group: CallGroup,
        bookings: Iterable[BookingTrace],
        told: CallsTold,
        *,
        window: ReconcileWindow | None = None,
        directory: Directory | None = None,
        zone: str = "Asia/Tokyo",
    ) -> dict[str, CallResults]:
        """Likewise, by what calls are counted by; under an empty name those of which nobody knows it: all of them, by
        restaurant or kind of day, where no directory is given."""
        by = self._results((bookings, told, window), group, directory, zone)
        return {name: CallResults(**words) for name, words in by.items()}

    def report(
        self,
        month: date | str,
        threshold: timedelta,
        bookings: Iterable[BookingTrace],
        told: CallsTold,
        *,
        window: ReconcileWindow | None = None,
        directory: Directory | None = None,
        zone: str = "Asia/Tokyo",
    ) -> str:
        """A month, `2026-11`, as one HTML document in Japanese with its tables and pictures."""
        question = _results_question(bookings, told, window, None)
        return self._facts.report(directory, zone, month, _threshold(threshold), question)

    def render_day_svg(self, title: str = "", zone: str = "Asia/Tokyo") -> str:
        """All calls by their quarter hours, of all days together, as an SVG picture: answered, lost, otherwise over."""
        return self._facts.picture("day", zone, title, "svg")

    def render_day_text(self, title: str = "", zone: str = "Asia/Tokyo") -> str:
        """The same as text for a terminal, a line a quarter hour."""
        return self._facts.picture("day", zone, title, "text")

    def render_week_svg(self, title: str = "", zone: str = "Asia/Tokyo") -> str:
        """A mean week by its hours, likewise."""
        return self._facts.picture("week", zone, title, "svg")

    def render_week_text(self, title: str = "", zone: str = "Asia/Tokyo") -> str:
        """The same as text, a line a weekday."""
        return self._facts.picture("week", zone, title, "text")

    def _funnel(
        self,
        form: str,
        title: str,
        bookings: Iterable[BookingTrace],
        told: CallsTold | None,
        window: ReconcileWindow | None,
        directory: Directory | None,
    ) -> str:
        if told is None:
            return self._facts.picture("funnel", "Asia/Tokyo", title, form)
        return self._facts.funnel(directory, _results_question(bookings, told, window, None), title, form)

    def render_funnel_svg(
        self,
        title: str = "",
        bookings: Iterable[BookingTrace] = (),
        told: CallsTold | None = None,
        *,
        window: ReconcileWindow | None = None,
        directory: Directory | None = None,
    ) -> str:
        """From call to booking; of all calls, and without a word of bookings, where nothing is told."""
        return self._funnel("svg", title, bookings, told, window, directory)

    def render_funnel_text(
        self,
        title: str = "",
        bookings: Iterable[BookingTrace] = (),
        told: CallsTold | None = None,
        *,
        window: ReconcileWindow | None = None,
        directory: Directory | None = None,
    ) -> str:
        """The same as text."""
        return self._funnel("text", title, bookings, told, window, directory)

    def place(self, contact: str, directory: Directory) -> CallPlace | None:
        """By the number dialled, or shown; None where no restaurant has it."""
        text = self._facts.place(contact, directory)
        if text is None:
            return None
        words = json.loads(text)
        on = date.fromisoformat(words["business_date"])
        return CallPlace(**{**words, "state": State(words["state"]), "business_date": on})

    def bigquery_row(self, contact: str, directory: Directory | None = None) -> BigQueryRow | None:
        """A call as a row for `insert_rows_json`, with its place where a directory is given."""
        row = self._facts.bigquery_row(contact, directory)
        return None if row is None else BigQueryRow(row[0], json.loads(row[1]))

    def bigquery_legs(self, contact: str) -> list[BigQueryRow]:
        """The records of its call, as rows of the table of legs."""
        return [BigQueryRow(insert_id, json.loads(row)) for insert_id, row in self._facts.bigquery_legs(contact)]

    def bigquery_message(self, contact: str, directory: Directory | None = None) -> bytes | None:
        """The same for the Storage Write API: a message of `bigquery_descriptor`, serialised."""
        return self._facts.bigquery_message(contact, directory)

    def arrow(self, directory: Directory | None = None) -> ArrowCalls:
        """All calls as a table of Arrow's, with their places where a directory is given."""
        return ArrowCalls(self._facts, directory)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.arrow().__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self.arrow().__arrow_c_schema__()

    def traces(self, directory: Directory | None = None) -> list[CallTrace]:
        """For `reconcile`, of calls that are over; with a directory, each for the restaurant that was dialled."""
        return [_trace(words) for words in json.loads(self._facts.traces(directory))]

    def calls_by_quarter_hour(self, zone: str = "Asia/Tokyo", channel: Channel | None = None) -> list[CallsOfDay]:
        """Calls that came in, of each date from the first to the last, by the quarter hours of the wall clock; with a
        channel, what came in through it."""
        return [_day(words) for words in json.loads(self._facts.calls_by_quarter_hour(zone, channel))]

    def forget_before(self, moment: Moment) -> None:
        """Forgets calls whose newest record is older, so that memory stays bounded."""
        self._facts.forget_before(moment)

    def __len__(self) -> int:
        return len(self._facts)

    @staticmethod
    def from_json(source: Document) -> CallFacts:
        """What `to_json` wrote, also by a newer version: keys that are not known are passed over."""
        facts = CallFacts()
        facts._facts = _denwaban.CallFactsCore.from_json(source)
        return facts

    def to_json(self) -> str:
        """Its records, so that it can be kept and go on elsewhere."""
        return self._facts.to_json()

    def records_of(self, contact: str) -> list[dict[str, Any]]:
        """Those of the call that any of its contacts is part of, as `to_json` has them."""
        return json.loads(self._facts.records_of(contact))

    def __reduce__(self) -> tuple[Callable[[str], CallFacts], tuple[str]]:
        return CallFacts.from_json, (self.to_json(),)

    def __copy__(self) -> CallFacts:
        copied = CallFacts()
        copied._facts = self._facts.copy()
        return copied


def _facts_of(records: list[dict[str, Any]]) -> CallFacts:
    return CallFacts.from_json(json.dumps(records))
