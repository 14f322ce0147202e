"""A report of 400 statements and 100 sources in every format: time and size, beside JSON."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from service.domain import (
    Accounted,
    Article,
    Assessment,
    Attribution,
    AttributionClass,
    Block,
    BlockKind,
    Citation,
    CitationBasis,
    Evidence,
    Gate,
    GateResult,
    JobStatus,
    MissingWord,
    Page,
    ReaderAccess,
    Report,
    Source,
    Statement,
    StatementKind,
    Verdict,
    Versions,
)
from service.policy import (
    Policy,
    count,
    coverage,
    judge,
    reader_verifiable_share,
)
from service.rendering import FORMATS, render

STATEMENTS, SOURCES, RUNS = 400, 100, 7
MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
PROSE = (
    "the harbour council of Marlow bought twelve trams for 48 million crowns in 2021 and said "
    "that ridership fell by 14 per cent while the yard on the north quay closed after a vote"
)
WORDS = PROSE.split()
VERDICTS = (
    *(Verdict.SUPPORTED,) * 5,
    *(Verdict.PARTIALLY_SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_FOUND),
    *(Verdict.COULD_NOT_CHECK, Verdict.NOT_APPLICABLE),
)


def run() -> None:
    """Print the best of seven times of the processor, and the size, of each format."""
    report = long_report()
    took = {fmt: _measured(report, fmt) for fmt in FORMATS}
    base = took["json"]
    print(
        f"rendering: {STATEMENTS} statements, {SOURCES} sources, "
        f"{len(report.findings)} findings; ms, kB, and both to those of JSON"
    )
    for fmt, (ms, size) in took.items():
        print(
            f"| {fmt} | {ms:.1f} | {size / 1000:.0f} | {ms / base[0]:.2f} | {size / base[1]:.2f} |"
        )


def _measured(report: Report, fmt: str) -> tuple[float, int]:
    best, written = float("inf"), ""
    for _ in range(RUNS):
        began = time.process_time()
        written = render(report, fmt, path="drafts/long.md")
        best = min(best, time.process_time() - began)
    return 1000 * best, len(written.encode())


def long_report() -> Report:
    """Make up the report, the same each time; its offsets give their texts back."""
    chance = Random(7)  # noqa: S311  no secret hangs on it
    texts = [_sentences(chance, 60) for _ in range(SOURCES)]
    sources = tuple(_source(number, text) for number, text in enumerate(texts))
    at, parts, assessments, blocks = 0, [], [], []
    for number in range(STATEMENTS):
        text = _sentences(chance, 1)
        assessments.append(_assessment(number, text, at, texts[number % SOURCES], chance))
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(text)))
        parts.append(text)
        at += len(text) + 2
    citations = tuple(
        Citation(
            each.statement.citations[0],
            f"https://source{number % SOURCES}.example/story",
            each.statement.start,
            each.statement.start + 3,
            CitationBasis.DIRECT,
            (each.statement.id,),
        )
        for number, each in enumerate(assessments)
    )
    article = Article(
        text="\n\n".join(parts),
        title="A long article",
        language="en",
        published_at=MOMENT,
        url="https://herald.example/long",
        blocks=tuple(blocks),
        statements=tuple(a.statement for a in assessments),
        citations=citations,
    )
    return judge(_report(article, tuple(assessments), sources), Policy())


def _report(
    article: Article, assessments: tuple[Assessment, ...], sources: tuple[Source, ...]
) -> Report:
    return Report(
        id="bench",
        revision=1,
        checked_at=MOMENT,
        status=JobStatus.COMPLETED,
        gate=Gate(GateResult.PASS),
        article=article,
        assessments=assessments,
        sources=sources,
        counts=count(assessments),
        coverage=coverage(assessments),
        reader_verifiable_share=reader_verifiable_share(assessments, sources),
        independence=(),
        findings=(),
        decisions=(),
        limits=(),
        versions=Versions("0", "1", "1", "1"),
    )


def _sentences(chance: Random, number: int) -> str:
    made = (" ".join(chance.choices(WORDS, k=chance.randint(14, 26))) for _ in range(number))
    return " ".join(f"{each.capitalize()}." for each in made)


def _source(number: int, text: str) -> Source:
    url = f"https://source{number}.example/story"
    page = Page(
        url=url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        final_url=url,
        title=f"Story number {number} of the harbour",
        publisher=f"The Paper {number % 40}",
        published_at=MOMENT,
        language="en",
        kind="html",
        retrieved_at=MOMENT,
    )
    return Source(f"s{number}", url, outcome=page)


def _assessment(number: int, text: str, start: int, source: str, chance: Random) -> Assessment:
    verdict = VERDICTS[number % len(VERDICTS)]
    source_id = f"s{number % SOURCES}"
    statement = Statement(
        id=f"st{number}",
        text=text,
        start=start,
        end=start + len(text),
        block=number,
        line=2 * number + 1,
        column=1,
        kind=StatementKind.FACT,
        attribution=Attribution(AttributionClass.LINKED),
        citations=(source_id,),
    )
    decided = Assessment(statement, verdict, "The source has most of it.", 0.8, 0.1)
    if verdict in {Verdict.COULD_NOT_CHECK, Verdict.NOT_APPLICABLE}:
        return decided
    return replace(
        decided,
        evidence=tuple(_passage(source, source_id, chance) for _ in range(2)),
        accounted=tuple(
            Accounted(
                text[a : a + 4], start + a, start + a + 4, source_id, source[a : a + 4], a, a + 4
            )
            for a in range(0, len(text) - 4, 9)
        ),
        missing=(MissingWord(text[-5:-1], start + len(text) - 5, start + len(text) - 1),),
    )


def _passage(source: str, source_id: str, chance: Random) -> Evidence:
    start = chance.randrange(len(source) - 200)
    url = f"https://source{source_id[1:]}.example/story#:~:text=harbour"
    return Evidence(source_id, source[start : start + 150], start, start + 150, 0.8, None, url)
