"""A ledger as anybody might write one, and the naive model that the others are held against: every question walks all."""

from datetime import datetime, timezone


def moment(at):
    return at if isinstance(at, datetime) else datetime.fromisoformat(at.replace("Z", "+00:00"))


def written(at):
    return moment(at).astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class DictLedger:
    def __init__(self):
        self.documents = {}
        self.requests = {}

    def read(self, keys):
        return [self.documents.get((key["partition"], key["sort"])) for key in keys]

    def query(self, query):
        descending = query.get("order") == "descending"
        after = query.get("after")
        found = [one for (partition, _), one in self.documents.items() if partition == query["partition"]]
        if "first" in query:
            found = [one for one in found if query["first"] <= one["sort"] <= query["last"]]
        else:
            found = [one for one in found if one["sort"].startswith(query.get("prefix", ""))]
        if after is not None:
            found = [one for one in found if (one["sort"] < after if descending else one["sort"] > after)]
        found.sort(key=lambda one: one["sort"], reverse=descending)
        some = found[: query.get("limit", 100)]
        return {"documents": some, "next": some[-1]["sort"] if len(some) < len(found) else None}

    def commit(self, commit):
        answer = commit.get("answer")
        known = answer and self.requests.get(answer["request"])
        if known and moment(known["keep_until"]) >= moment(commit["now"]):
            return {"result": "replayed", "answer": known}
        writes = [(what, write) for one in commit["writes"] for what, write in one.items()]
        keys = [
            {"partition": write["partition"], "sort": write["sort"]}
            for _, write in writes
            if not self._is_as_expected(write)
        ]
        if keys:
            return {"result": "conflict", "keys": keys}
        for what, write in writes:
            self._write(what, write)
        if answer:
            self.requests[answer["request"]] = {**answer, "keep_until": written(answer["keep_until"])}
        return {"result": "committed"}

    def _is_as_expected(self, write):
        version = self.documents.get((write["partition"], write["sort"]), {}).get("version", "absent")
        return write.get("expected") in (None, version)

    def _write(self, what, write):
        key = (write["partition"], write["sort"])
        if what == "erase":
            self.documents.pop(key, None)
        if what != "put":
            return
        version = self.documents.get(key, {}).get("version", 0) + 1
        expires = {"expires": written(write["expires"])} if write.get("expires") else {}
        self.documents[key] = {
            "partition": key[0],
            "sort": key[1],
            "version": version,
            **expires,
            "body": write["body"],
        }
