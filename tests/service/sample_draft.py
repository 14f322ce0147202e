"""The made-up draft of the sample report, the texts of its sources, and what points into them.

Nothing in it is real. Offsets are computed, so they hold.
"""

from datetime import UTC, datetime

from service.domain import (
    Accounted,
    Assessment,
    Attribution,
    AttributionClass,
    Block,
    BlockKind,
    Evidence,
    MissingWord,
    Statement,
    StatementKind,
    ValueCheck,
    ValueKind,
    ValueResult,
)

MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

TITLE = "Harbour city doubles its ferry fleet after a summer of breakdowns"
LEAD = "The council of Lindhaven has bought twelve electric ferries and closed its diesel yard."
P1 = [
    "The council approved the purchase of twelve electric ferries on 14 April.",
    "The ferries cost 48 million euros, a third less than the first offer.",
    "“We will never again strand passengers on the islands,” said commissioner Ines Dahl.",
    "Ridership fell by 40 per cent in July, according to the harbour authority’s annual report.",
]
P2 = [
    "Mechanics had warned of corroded fuel lines as early as 2019.",
    "A person familiar with the talks said the supplier had threatened to walk away.",
    "Experts say that electric ferries age faster in salt water.",
    "The yard, opened in 1931 by mayor Karl Brandt, closed on Friday.",
]
P3 = [
    "It is high time that someone said sorry.",
    "Will the new ferries arrive before the winter storms?",
    "The harbour union accepted the plan with 212 votes to 40.",
    "Reuters reported that two neighbouring towns are in talks over the same model.",
    "قال المتحدث باسم الميناء إن الخدمة ستبدأ في سبتمبر.",
    "The old ferries used 3 million litres of diesel a year.",
]

COUNCIL = (
    "Minutes of the council of Lindhaven. At its meeting of 14 April the council approved, by 31 "
    "votes to 6, the purchase of twelve electric ferries. The price is 48 million euros for the "
    "whole fleet, including chargers. Delivery begins in September."
)
INTERVIEW = (
    "Asked about the breakdowns, the commissioner was blunt. “We will do everything so that we do "
    "not again strand passengers on the islands,” said Ines Dahl. She gave no date."
)
AUTHORITY = (
    "Annual report of the harbour authority. Ridership in July fell by 14 per cent against the "
    "year before, after eleven days without service. It recovered in August."
)
UNION = (
    "Internal vote of the harbour union, not for publication: 212 members for the plan, 140 "
    "against, 9 abstentions."
)
YARD = (
    "The shipyard on the north quay was opened in 1931 by mayor Karl Brenner. It built tugs and, "
    "later, diesel ferries. It was a landmark of the quarter."
)
TEXTS = {"s1": COUNCIL, "s2": INTERVIEW, "s3": AUTHORITY, "s4": YARD, "s5": UNION}


def build_text() -> str:
    """Join the parts as the reader of drafts does: a blank line between blocks."""
    return "\n\n".join((TITLE, LEAD, " ".join(P1), " ".join(P2), " ".join(P3)))


TEXT = build_text()


def span(part: str, within: str = TEXT) -> tuple[int, int]:
    """Find where ``part`` stands."""
    start = within.index(part)
    return start, start + len(part)


def evidence(source_id: str, text: str, score: float) -> Evidence:
    """Make a passage whose offsets give its text back."""
    start, end = span(text, TEXTS[source_id])
    base = {
        "s1": "https://council.lindhaven.example/minutes/14-april",
        "s2": "https://www.islandpost.example/interview-dahl",
        "s3": "https://harbour.lindhaven.example/annual-report.pdf",
        "s4": "https://museum.lindhaven.example/yard",
    }.get(source_id)
    link = f"{base}#:~:text={text.split(maxsplit=1)[0]}" if base else None
    page = 12 if source_id == "s3" else None
    return Evidence(source_id, text, start, end, score, page=page, fragment_url=link)


def accounted(word: str, source_id: str, in_source: str) -> Accounted:
    """Make an accounted word at its first place in the article and in the source."""
    return Accounted(word, *span(word), source_id, in_source, *span(in_source, TEXTS[source_id]))


def missing(statement: str, word: str) -> MissingWord:
    """Make a missing word at its place within a statement."""
    start = TEXT.index(statement) + statement.index(word)
    return MissingWord(word, start, start + len(word))


def value(kind: ValueKind, words: tuple[str, str | None], result: ValueResult, source_id: str):
    """Make a compared value at its first place in the article."""
    start, end = span(words[0])
    return ValueCheck(kind, words[0], words[1], result, source_id, start, end)


def assessed(number: int, text: str, kind: StatementKind, **decided) -> Assessment:
    """Make an assessment of the sentence ``text`` of the article."""
    start, end = span(text)
    line = TEXT.count("\n", 0, start) + 1
    column = start - (TEXT.rfind("\n", 0, start) + 1) + 1
    statement = Statement(
        id=f"st{number}",
        text=text,
        start=start,
        end=end,
        block=next(i for i, b in enumerate(BLOCKS) if b.start <= start < b.end),
        line=line,
        column=column,
        kind=kind,
        attribution=decided.pop("attribution", Attribution(AttributionClass.NONE)),
        citations=decided.pop("citations", ()),
    )
    return Assessment(statement=statement, **decided)


def _blocks() -> tuple[Block, ...]:
    kinds = (BlockKind.HEADLINE, BlockKind.STANDFIRST, *[BlockKind.PARAGRAPH] * 3)
    at, made = 0, []
    for kind, part in zip(kinds, TEXT.split("\n\n"), strict=True):
        made.append(Block(kind, at, at + len(part)))
        at += len(part) + 2
    return tuple(made)


BLOCKS = _blocks()
