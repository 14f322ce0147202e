"""The API as methods of one object. I/O: requests to the service that is named, and no other."""

import json
import uuid
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Literal, Self
from urllib.parse import quote

import httpx2

from service.client.errors import InConflict, UnexpectedAnswer
from service.client.nouns import Comparison, Decided, Draft, Event, Options, Page, Verification
from service.client.posting import Wishes, request_of
from service.client.receivers import Receivers
from service.client.transport import Again, Transport, read
from service.client.waiting import PATH, Told, Waiting, path_of
from service.domain import DecisionAction, Recheck, Report, SuppliedSource, Verdict
from service.errors import InvalidInput
from service.rendering import report_from_dict

HOUR = 3600.0  # seconds; longer than any verification is worked on
MAX_PAGE = 100  # verifications that the service gives at once

Audience = Literal["editor", "public"]


class Client:
    """Callers' side of the API. Safe to share between threads; close it, or use ``with``.

    Requests are tried up to five times where that is safe: on no answer at all, on 429 and on
    503, after as many seconds as the service asks for. Every method raises ClientError.
    """

    def __init__(
        self,
        server: str,
        api_key: str | None = None,
        *,
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        """Name the service, as https://host. Opens no connection. Raises ValueError."""
        self._transport = Transport(server, api_key, transport)
        self.webhooks = Receivers(self._transport)

    def __repr__(self) -> str:
        return f"Client({self.server!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    @property
    def server(self) -> str:
        """The address of the service."""
        return self._transport.server

    def submit(
        self,
        draft: Draft,
        *,
        sources: Iterable[SuppliedSource] = (),
        options: Options | None = None,
        callback_url: str | None = None,
        idempotency_key: str | None = None,
    ) -> Verification:
        """Have a draft checked; ``wait`` gives its end.

        Without a key of your own one is made, so that a request that is tried again makes no
        second verification. Give one, such as the id of the revision in your CMS, to be safe
        over restarts of your own.
        """
        wishes = Wishes(tuple(sources), options, callback_url)
        request = request_of(draft, wishes, idempotency_key or uuid.uuid4().hex)
        return read(self._transport.send("POST", PATH, **request), Verification)

    def get(self, verification_id: str) -> Verification:
        """Tell how far it is."""
        return read(self._transport.send("GET", path_of(verification_id)), Verification)

    def wait(
        self, verification_id: str, *, deadline: float = HOUR, on_event: Told | None = None
    ) -> Verification:
        """Follow it to its end, for ``deadline`` seconds at most.

        By server-sent events, or by asking again where no stream comes through. ``on_event`` is
        told of stages, sources and statements, each at least once. Raises DeadlinePassed.
        """
        return Waiting(self._transport, verification_id, deadline, on_event).until_final()

    def events(self, verification_id: str, *, quiet: float = HOUR) -> Iterator[Event]:
        """Give its events from the first, as they come about, until the stream ends."""
        return Waiting(self._transport, verification_id, quiet).events()

    def report(
        self,
        verification_id: str,
        *,
        revision: int | None = None,
        audience: Audience = "editor",
    ) -> Report:
        """Give the newest report, or that of a revision. Raises InConflict while there is none."""
        text = self.report_as(
            verification_id, "application/json", revision=revision, audience=audience
        )
        try:
            return report_from_dict(json.loads(text))
        except (ValueError, InvalidInput) as err:
            raise UnexpectedAnswer("The report is none that this version can read.") from err

    def report_as(
        self,
        verification_id: str,
        media_type: str,
        *,
        revision: int | None = None,
        audience: Audience = "editor",
    ) -> str:
        """Give the report as the service writes it in a format, such as ``text/html``."""
        query: dict[str, str] = {"audience": audience}
        if revision is not None:
            query["revision"] = str(revision)
        headers = {"accept": media_type}
        path = path_of(verification_id, "/report")
        return self._transport.send("GET", path, params=query, headers=headers).text

    def check(self, draft: Draft, *, deadline: float = HOUR) -> Report:
        """Submit a draft, wait, and give its report. Raises InConflict where none was made."""
        ended = self.wait(self.submit(draft).id, deadline=deadline)
        return self.report(ended.id)

    def source_text(self, verification_id: str, source_id: str) -> str:
        """Give the text of a source as it was read; the offsets of evidence count in it."""
        path = path_of(verification_id, f"/sources/{quote(source_id, safe='')}/text")
        return self._transport.send("GET", path).text

    def list(self, **filters: str) -> Iterator[Verification]:
        """Give verifications, newest first, asking for the next page when it is needed.

        Filters are those of the API: ``status``, ``gate``, ``verdict``, ``rule``,
        ``external_id``, ``created_from``, ``created_until``.
        """
        query = {"limit": str(MAX_PAGE), **filters}
        while True:
            page = read(self._transport.send("GET", PATH, params=query), Page)
            yield from page.items
            if page.next_cursor is None:
                return
            query["cursor"] = page.next_cursor

    def cancel(self, verification_id: str) -> Verification:
        """Stop it. One that has ended otherwise is given as it ended."""
        try:
            answer = self._transport.send("POST", path_of(verification_id, "/cancel"))
        except InConflict:
            return self.get(verification_id)
        return read(answer, Verification)

    def erase(self, verification_id: str) -> None:
        """Erase it with all that hangs on it. Raises NotThere where it is gone already."""
        self._transport.send("DELETE", path_of(verification_id), Again.IF_NEVER_SENT)

    def recheck(self, verification_id: str, sources: Recheck = Recheck.ALL) -> Verification:
        """Begin the next revision: of all sources, or of those that could not be read."""
        path = path_of(verification_id, "/recheck")
        body = {"sources": sources.value}
        answer = self._transport.send("POST", path, Again.IF_NEVER_SENT, json=body)
        return read(answer, Verification)

    def compare(
        self,
        verification_id: str,
        other: str,
        *,
        revision: int | None = None,
        other_revision: int | None = None,
    ) -> Comparison:
        """Tell what has changed since an earlier report; of itself, since the revision before."""
        asked = {"revision": revision, "other_revision": other_revision}
        query = {name: str(number) for name, number in asked.items() if number is not None}
        path = path_of(verification_id, f"/compare/{quote(other, safe='')}")
        return read(self._transport.send("GET", path, params=query), Comparison)

    def decide(
        self,
        verification_id: str,
        statement_id: str,
        action: DecisionAction,
        *,
        by: str,
        reason: str,
        verdict: Verdict | None = None,
    ) -> Decided:
        """Keep an editor's word on a statement; an override names the ``verdict``."""
        body: dict[str, str] = {"action": action.value, "by": by, "reason": reason}
        if verdict is not None:
            body["verdict"] = verdict.value
        tail = f"/statements/{quote(statement_id, safe='')}/decisions"
        path = path_of(verification_id, tail)
        answer = self._transport.send("POST", path, Again.IF_NEVER_SENT, json=body)
        return read(answer, Decided)
