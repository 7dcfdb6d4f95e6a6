"""How large a ledger is, and what errands take."""

import asyncio

import pytest
from dict_ledger import DictLedger

from denwaban import DenwabanError, KeepRequest, KeptCustomers, SqliteLedger, aio, run

NOW = "2026-11-27T03:00:00Z"
CUSTOMER = {"id": "c1", "name": "山田", "phones": ["03-1234-5678"]}
PUT = {"put_customer": {"customer": CUSTOMER, "now": NOW}}


def test_what_was_erased_is_room_in_the_file_until_it_is_compacted(tmp_path):
    with SqliteLedger.open(tmp_path / "l") as ledger:
        KeptCustomers(ledger).put(CUSTOMER, KeepRequest(NOW))
        keys = [{"partition": "p", "sort": str(each)} for each in range(90)]
        ledger.commit({"writes": [{"put": {**key, "body": "x" * 9000}} for key in keys], "now": NOW})
        ledger.commit({"writes": [{"erase": key} for key in keys], "now": NOW})
        before = ledger.statistics()
        assert (before["documents"]["customer"], before["documents"]["other"]) == (1, 0)
        assert before["free_pages"] > 100
        ledger.compact()
        after = ledger.statistics()
        assert after["documents"] == before["documents"]
        assert (after["free_pages"], after["wal_bytes"]) == (0, 0)
        assert after["file_bytes"] == after["page_size"] * after["page_count"] == (tmp_path / "l").stat().st_size


class Contended(DictLedger):
    """Is busy, so many times."""

    def __init__(self, times):
        super().__init__()
        self.times = times

    def commit(self, commit):
        if self.times > 0:
            self.times -= 1
            raise DenwabanError([("unavailable", "is busy", "")])
        return super().commit(commit)


def test_whoever_observes_errands_is_told_how_often_each_began_again():
    told = []
    with SqliteLedger.open(":memory:") as ledger:
        assert run(ledger, PUT, observe=told.append) == run(ledger, PUT)
        with pytest.raises(DenwabanError):
            run(ledger, {"find_customers": {}}, observe=told.append)
    KeptCustomers(Contended(2), observe=told.append).put(CUSTOMER, KeepRequest(NOW))
    with pytest.raises(DenwabanError):
        KeptCustomers(Contended(1000), observe=told.append).put(CUSTOMER, KeepRequest(NOW))
    assert [one.errand for one in told] == ["put_customer", "find_customers", "put_customer", "put_customer"]
    assert [one.retries for one in told] == [0, 0, 2, 23]
    assert (told[0].failed, told[2].failed, told[3].failed) == (None, None, "unavailable")
    assert told[3].seconds > told[2].seconds > 0


def test_errands_that_are_awaited_are_observed_too():
    told = []
    with SqliteLedger.open(":memory:") as ledger:
        asyncio.run(aio.KeptCustomers(ledger, observe=told.append).put(CUSTOMER, KeepRequest(NOW)))
    assert [(one.errand, one.failed) for one in told] == [("put_customer", None)]


def test_an_observer_that_fails_costs_nobody_the_answer(caplog):
    def fail(_effort):
        raise RuntimeError("no room for figures")

    with SqliteLedger.open(":memory:") as ledger:
        assert run(ledger, PUT, observe=fail)
    assert "no room for figures" in caplog.text
