"""Drafts in, what the server made of each out; all are cancelled when told to stop. I/O."""

import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from service.client import Client, ClientError, Draft, Options
from service.domain import SuppliedSource
from workers.cli.remote.outcomes import Away, Fault, Outcome, Reported, outcome_of, without_report
from workers.cli.remote.showing import Shown

AT_ONCE = 8  # drafts that are with the server at the same time
TO_STOP = 10.0  # seconds in which what was begun is cancelled, once the user wants to go
STOPPED = Away("stopped")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A draft by the name that the user gave it, and what shows its progress."""

    name: str
    draft: Draft
    shown: Shown


class Following:
    """Posts drafts and follows each to its report, in threads that end with the process."""

    def __init__(
        self, client: Client, sources: tuple[SuppliedSource, ...], options: Options
    ) -> None:
        self._client = client
        self._sources = sources
        self._options = options
        self._waiting: deque[tuple[int, Wanted]] = deque()
        self._outcomes: dict[int, Outcome] = {}
        self._begun: set[str] = set()
        self._is_stopping = threading.Event()

    def outcomes(self, wanted: Sequence[Wanted]) -> list[Outcome]:
        """Give an outcome for each draft, in their order. KeyboardInterrupt cancels them all."""
        self._waiting.extend(enumerate(wanted))
        # Daemons: whoever stops the command waits for no stream and no pause of theirs.
        threads = [
            threading.Thread(target=self._work, daemon=True)
            for _ in range(min(AT_ONCE, len(wanted)))
        ]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                thread.join()
        except KeyboardInterrupt:
            self._stop(threads)
            raise
        return [self._outcomes[place] for place in range(len(wanted))]

    def _stop(self, threads: Sequence[threading.Thread]) -> None:
        self._is_stopping.set()
        self._waiting.clear()
        for verification_id in tuple(self._begun):
            self._cancel(verification_id)
        # One whose draft is on its way cancels it as soon as it knows its name.
        ends_at = time.monotonic() + TO_STOP
        for thread in threads:
            thread.join(max(0.0, ends_at - time.monotonic()))

    def _work(self) -> None:
        while True:
            try:
                place, wanted = self._waiting.popleft()
            except IndexError:
                return
            try:
                self._outcomes[place] = self._followed(wanted)
            except ClientError as err:
                self._outcomes[place] = outcome_of(err)
            except Exception as err:  # noqa: BLE001  one draft never sinks the rest
                self._outcomes[place] = Fault(err)

    def _followed(self, wanted: Wanted) -> Outcome:
        verification_id = self._client.submit(
            wanted.draft, sources=self._sources, options=self._options
        ).id
        self._begun.add(verification_id)
        if self._is_stopping.is_set():
            self._cancel(verification_id)
            return STOPPED
        ended = self._client.wait(verification_id, on_event=wanted.shown.told)
        self._begun.discard(verification_id)
        wanted.shown.ended(f"{ended.status} ({self._client.server}, {verification_id})")
        if not ended.has_report:
            return without_report(ended)
        return Reported(self._client.report(verification_id))

    def _cancel(self, verification_id: str) -> None:
        """Cancel it, once: a server that does not answer must not keep the user here."""
        try:
            self._client.cancel(verification_id)
        except ClientError:
            return
        self._begun.discard(verification_id)
