"""An Ask in, an Ask like it out, with every exchange written into a WARC file as it ends. I/O."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from weakref import WeakKeyDictionary

import anyio
import anyio.to_thread
import httpx2

from workers.fetching.answers import Setback
from workers.fetching.asking import Answered, Ask, cookie_state
from workers.fetching.commons import Commons, polite_ask
from workers.fetching.exchanges import ROBOTS, Ending, Note, Question, without_secrets
from workers.fetching.fetcher import Fetcher
from workers.fetching.policy import FetchPolicy
from workers.fetching.warc import write_exchange, write_warcinfo


@dataclass(slots=True)
class Visit:
    """How far one source has come: which it is, and the states its cookies have been in."""

    source: str | None = None
    states: list[str] = field(default_factory=list)

    def cookies(self, client: httpx2.AsyncClient) -> int:
        """Count how often the cookies have changed; a state that was there keeps its number."""
        state = cookie_state(client)
        if state not in self.states:
            self.states.append(state)
        return self.states.index(state)


class Visits:
    """The visits of a run: each source has a client of its own."""

    def __init__(self) -> None:
        self._visits: WeakKeyDictionary[httpx2.AsyncClient, Visit] = WeakKeyDictionary()

    def of(self, client: httpx2.AsyncClient) -> Visit:
        """Give the visit that a client makes."""
        return self._visits.setdefault(client, Visit())

    def question(
        self, client: httpx2.AsyncClient, url: httpx2.URL, headers: Mapping[str, str] | None
    ) -> Question:
        """Say what is asked, for which source, and at which state of its cookies."""
        kept = without_secrets(headers)
        if url.path == ROBOTS:
            return Question(str(url), kept)
        visit = self.of(client)
        visit.source = visit.source or str(url)
        return Question(str(url), kept, visit.source, visit.cookies(client))


class Recorder:
    """Records into a new file; use it as a context manager. It may serve several fetchers.

    An exchange is in the file as soon as it has ended, so a run that is killed leaves all
    but its last. Trouble with the file never harms a source: recording stops, ``failure``
    says why. ``max_bytes`` is how far the file may grow; what is beyond is ``left_out``.
    """

    def __init__(self, path: Path, *, software: str, max_bytes: int | None = None) -> None:
        self.path = path
        self.failure: Exception | None = None
        self.left_out = 0
        self._max_bytes = max_bytes
        self._visits = Visits()
        self._turn = threading.Lock()
        self._file = path.open("xb")
        write_warcinfo(self._file, path.name, software)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        try:
            self._file.close()
        except OSError as err:
            self.failure = self.failure or err

    def around(self, asking: Ask) -> Ask:
        """Give an Ask that asks so, and writes down what came of it."""

        async def recorded(
            client: httpx2.AsyncClient,
            url: httpx2.URL,
            *,
            max_bytes: int,
            headers: Mapping[str, str] | None = None,
        ) -> Answered | Setback:
            return await self._recorded(asking, client, url, max_bytes, headers)

        return recorded

    async def _recorded(
        self,
        asking: Ask,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        max_bytes: int,
        headers: Mapping[str, str] | None,
    ) -> Answered | Setback:
        question = self._visits.question(client, url, headers)
        sent = without_secrets(dict(client.headers)) | dict(question.headers)
        try:
            outcome = await asking(client, url, max_bytes=max_bytes, headers=headers)
        except anyio.get_cancelled_exc_class():
            note = Note(question, Ending.BROKEN_OFF, datetime.now(UTC))
            with anyio.CancelScope(shield=True):
                await self._keep(note, sent, b"")
            raise
        after = 0 if question.source is None else self._visits.of(client).cookies(client)
        note, body = _noted(question, outcome, after)
        await self._keep(note, sent, body)
        if isinstance(outcome, Setback):
            # The moment that the file has is the one that the report gets.
            return replace(outcome, unread=replace(outcome.unread, retrieved_at=note.at))
        return outcome

    async def _keep(self, note: Note, sent: Mapping[str, str], body: bytes) -> None:
        await anyio.to_thread.run_sync(self._write, note, sent, body)

    def _write(self, note: Note, sent: Mapping[str, str], body: bytes) -> None:
        with self._turn:
            if self.failure is not None:
                return
            if self._max_bytes is not None and self._file.tell() + len(body) > self._max_bytes:
                self.left_out += 1
                return
            try:
                write_exchange(self._file, note, sent, body)
            except Exception as err:  # noqa: BLE001  see the class: no source is harmed
                self.failure = err
                with suppress(OSError):
                    self._file.close()


def _noted(question: Question, outcome: Answered | Setback, after: int) -> tuple[Note, bytes]:
    """Make the note of an exchange, and give the body of its answer."""
    if isinstance(outcome, Answered):
        note = Note(
            question,
            Ending.ANSWERED,
            outcome.received_at,
            cookies_after=after,
            status=outcome.status,
            headers=without_secrets(outcome.headers),
            is_whole=outcome.is_whole,
        )
        return note, outcome.content
    note = Note(
        question,
        Ending.SETBACK,
        datetime.now(UTC),
        cookies_after=after,
        status=None if outcome.headers is None else outcome.unread.status,
        headers=without_secrets(outcome.headers),
        unread=outcome.unread,
        retry_after=outcome.retry_after,
    )
    return note, outcome.body


def recorded_fetcher(recorder: Recorder, policy: FetchPolicy, commons: Commons) -> Fetcher:
    """Make a fetcher that asks the web, or what is kept of it, and writes down what came."""
    asking = recorder.around(polite_ask(policy, commons))
    # Rules of robots.txt that are remembered from other runs would leave no exchange.
    return Fetcher(policy, commons=replace(commons, shelf=None), asking=asking)
