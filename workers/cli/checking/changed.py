"""Drafts in; those that changed since a revision, with the statements that did, out. I/O: git.

A statement is known by its words and by what it cites, never by its place: a moved paragraph
changes nothing, another link under the same words does. A draft that is new is compared with one
that is gone, where they share half of their statements: it was moved or renamed.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from service.domain import (
    CHECKABLE_KINDS,
    Article,
    BlockKind,
    CitationBasis,
    Limit,
    Reading,
    Statement,
)
from service.domain.addresses import same_page_key
from service.errors import InvalidInput, UsageError
from service.policy import Policy, normal_text
from workers.cli.checking.drafts import Draft
from workers.cli.checking.git import Repository
from workers.cli.checking.moving import is_draft, moved_from
from workers.cli.checking.passing_over import root_of
from workers.cli.submissions import draft_at
from workers.collecting import Limits, read_content

CHANGED_SINCE = "changed_since"
# What these say of an article holds for the whole of it, and a part cannot answer for that.
OF_THE_WHOLE = ("SP501", "SP502", "SP503", "SP504")
_SUMMING_UP = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
Key = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A reading with the statements that changed alone; ``left_out`` stand as they did."""

    reading: Reading
    left_out: int

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing that is checked has changed."""
        return not any(s.kind in CHECKABLE_KINDS for s in self.reading.article.statements)


@dataclass(frozen=True)
class _Held:
    """A repository, and what is looked up in it once."""

    repository: Repository
    limits: Limits

    @cached_property
    def changes(self) -> dict[str, str]:
        return dict(self.repository.changes())

    @cached_property
    def paths(self) -> frozenset[str]:
        return self.repository.paths()

    @cached_property
    def gone(self) -> tuple[Counter[Key], ...]:
        """The statements of each draft that is gone."""
        paths = [p for p, letter in self.changes.items() if letter == "D" and is_draft(p)]
        return tuple(keys for path in paths if (keys := self.before(path)) is not None)

    def before(self, path: str) -> Counter[Key] | None:
        """Read the statements of a draft as the base has it; ``None`` where it is unreadable."""
        content = self.repository.content(path)
        submission = draft_at(Path(path), content)
        try:
            return Counter(_keys(read_content(submission, self.limits).article).values())
        except InvalidInput:
            return None


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """The change that is checked: all since ``revision`` parted from what is checked out."""

    revision: str
    limits: Limits
    _held: dict[Path | None, _Held] = field(default_factory=dict)

    def drafts_of(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Give the drafts whose file changed, or is new. Raises UsageError."""
        return tuple(draft for draft in drafts if self._has_changed(draft))

    def narrowed(self, draft: Draft, reading: Reading) -> Narrowed:
        """Leave the statements that changed, and the sources that these cite."""
        before = self._before(draft, reading)
        if before is None:
            return Narrowed(reading, 0)
        left = Counter(before)
        changed = []
        keys = _keys(reading.article)
        for statement in reading.article.statements:
            if left[keys[statement.id]] > 0:
                left[keys[statement.id]] -= 1
            else:
                changed.append(statement)
        left_out = len(reading.article.statements) - len(changed)
        if not left_out:
            return Narrowed(reading, 0)
        return Narrowed(_only(reading, changed, self._limit(draft, left_out)), left_out)

    def words(self) -> str:
        """Name the revision, with the commits that were compared with."""
        commits = sorted({held.repository.shown for held in self._held.values()})
        return f"{self.revision} ({', '.join(commits)})"

    def _limit(self, draft: Draft, left_out: int) -> Limit:
        base = self._of(draft)[0].repository.shown
        note = (
            f"{left_out:,} statements stand as they did at {self.revision} ({base}) and were not "
            "checked, nor were the rules on the article as a whole."
        )
        return Limit(CHANGED_SINCE, left_out, note)

    def _has_changed(self, draft: Draft) -> bool:
        held, path = self._of(draft)
        return path in held.changes or path not in held.paths

    def _before(self, draft: Draft, reading: Reading) -> Counter[Key] | None:
        """Give the statements that the draft had, under its name or the one it was moved from."""
        held, path = self._of(draft)
        if path in held.paths:
            return held.before(path)
        now = Counter(_keys(reading.article).values())
        return moved_from(now, held.gone)

    def _of(self, draft: Draft) -> tuple[_Held, str]:
        if draft.path is None:
            raise UsageError(f"--changed-since: {draft.name} is no file, so it has no history")
        whole = Path(os.path.realpath(draft.path))
        root = root_of(whole.parent)
        if root not in self._held:
            repository = Repository.around(whole.parent, self.revision)
            self._held[root] = _Held(repository, self.limits)
        held = self._held[root]
        return held, whole.relative_to(held.repository.root).as_posix()


def without_rules_on_the_whole(policy: Policy) -> Policy:
    """Turn off the rules that need the whole article."""
    return replace(policy, severities={**policy.severities, **dict.fromkeys(OF_THE_WHOLE)})


def _keys(article: Article) -> dict[str, Key]:
    """Name each statement, by id, by its words and the pages that are cited for it.

    What a headline rests on is all that the text cites, and changes with every link in it: it
    is known by its own citations alone.
    """
    pages: dict[str, set[str]] = {statement.id: set() for statement in article.statements}
    heads = {s.id for s in article.statements if article.blocks[s.block].kind in _SUMMING_UP}
    for citation in article.citations:
        for name in citation.statement_ids:
            is_own = name not in heads or citation.basis is not CitationBasis.INHERITED
            if is_own and citation.basis is not CitationBasis.SUPPLIED and name in pages:
                pages[name].add(same_page_key(citation.url) or citation.url)
    return {s.id: (normal_text(s.text), frozenset(pages[s.id])) for s in article.statements}


def _only(reading: Reading, statements: Iterable[Statement], limit: Limit) -> Reading:
    kept = tuple(statements)
    cited = {source_id for statement in kept for source_id in statement.citations}
    citations = tuple(c for c in reading.article.citations if c.source_id in cited)
    return replace(
        reading,
        article=replace(reading.article, statements=kept, citations=citations),
        sources=tuple(source for source in reading.sources if source.id in cited),
        limits=(*reading.limits, limit),
    )
