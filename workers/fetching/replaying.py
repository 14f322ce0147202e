"""A recording in, an Ask out that answers from it and makes no request. I/O: reads the file.

Every exchange is had again as it went, setbacks and broken-off ones included. An address
that was not recorded is told as such: nothing is looked up, no connection is opened.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import anyio.to_thread
import httpx2

from service.domain import Access, SignName, Unread, sign
from workers.fetching.answers import Setback, setback_of
from workers.fetching.asking import EXCERPT, Answered, BrokenOff
from workers.fetching.exchanges import ROBOTS, Ending, Question
from workers.fetching.recording import Visits
from workers.fetching.warc import Entry, read_body, read_contents

NOT_RECORDED = "this address is not in the recording, and a replay makes no request"
NOT_FOUND = 404
Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class _Kept:
    """An exchange of the recording, and how often it was had again."""

    path: Path
    entry: Entry
    served: int = 0


class Replay:
    """Answers from WARC files, ours or another tool's. It may serve several fetchers.

    Exchanges of one address come in the order in which they were recorded; the last of
    them again and again. ``is_whole`` is false where a file breaks off or is damaged: what
    stands before that is used. Raises OSError where a file cannot be opened.
    """

    def __init__(self, *paths: Path) -> None:
        self._kept: dict[Key, list[_Kept]] = defaultdict(list)
        self._visits = Visits()
        self.is_whole = True
        self.exchanges = 0
        for path in paths:
            contents = read_contents(path)
            self.is_whole &= contents.is_whole
            self.exchanges += len(contents.entries)
            for entry in contents.entries:
                self._kept[entry.note.question.key].append(_Kept(path, entry))

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Give what was recorded. Raises BrokenOff where the time was up on it then."""
        question = self._visits.question(client, url, headers)
        kept = self._next(question)
        if kept is None:
            return _not_recorded(url)
        kept.served += 1
        note = kept.entry.note
        if note.cookies_after:
            # A stand-in, so that a page which sends its reader on to itself is no circle.
            client.cookies.set("recorded", str(note.cookies_after))
        if note.ending is Ending.BROKEN_OFF:
            raise BrokenOff
        if note.unread is not None:
            unread = replace(note.unread, retrieved_at=note.at)
            return Setback(unread, None if note.retry_after is None else 0.0)
        return await anyio.to_thread.run_sync(_answered, kept, url, max_bytes)

    def _next(self, question: Question) -> _Kept | None:
        """Choose among the exchanges of an address the one whose turn it is."""
        found = self._kept.get(question.key, ())
        order = sorted(enumerate(found), key=lambda each: _rank(question, *each))
        return order[0][1] if order else None


def _rank(question: Question, place: int, kept: _Kept) -> tuple[bool, bool, int, int]:
    """Rank by what fits best, then what was had least, then the first; of those had, the last."""
    asked = kept.entry.note.question
    return (
        asked.cookies != question.cookies,
        asked.source != question.source,
        min(kept.served, 1),
        -place if kept.served else place,
    )


def _not_recorded(url: httpx2.URL) -> Setback:
    """Tell it; of a robots.txt as one that is not there, since no request is made anyway."""
    if url.path == ROBOTS:
        return Setback(Unread(str(url), Access.DEAD, NOT_RECORDED, status=NOT_FOUND))
    seen = (sign(SignName.OFFLINE, "replay"),)
    return Setback(Unread(str(url), Access.REFUSED, NOT_RECORDED, signs=seen))


def _answered(kept: _Kept, url: httpx2.URL, max_bytes: int) -> Answered | Setback:
    note = kept.entry.note
    content, is_whole = b"", True
    if kept.entry.offset is not None:
        content, is_whole = read_body(kept.path, kept.entry.offset, max_bytes)
    answer = Answered(
        url, note.status or 0, dict(note.headers), content, note.is_whole and is_whole, note.at
    )
    if kept.entry.is_ours or answer.location is not None:
        return answer
    setback = setback_of(str(url), answer.status, answer.headers, content[:EXCERPT])
    return answer if setback is None else replace(setback, retry_after=None)
