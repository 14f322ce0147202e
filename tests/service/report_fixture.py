"""A made-up report, rich enough to show every part of a rendering. Nothing in it is real.

``sample_report()`` has 14 statements of every verdict, sources of several states of access,
quotations, values, clusters, limits and a decision. Offsets are computed, so they hold.
"""

from datetime import UTC, datetime

from service.domain import (
    Access,
    Article,
    Assessment,
    Attribution,
    AttributionClass,
    Block,
    BlockKind,
    ChainLink,
    Citation,
    CitationBasis,
    Decision,
    Evidence,
    Gate,
    GateResult,
    IndependenceBasis,
    IndependenceCluster,
    JobStatus,
    Limit,
    MissingWord,
    Origin,
    Page,
    QuoteCheck,
    QuoteResult,
    ReaderAccess,
    Report,
    Source,
    Statement,
    StatementKind,
    Unread,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
    Versions,
)
from service.policy import count, coverage, reader_verifiable_share

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


def sample_sources() -> tuple[Source, ...]:
    """Give eight sources: open, paid, hidden, private, dead, archived, unread and self."""

    def page(source_id: str, url: str | None, **known) -> Page:
        return Page(url=url, text=TEXTS[source_id], retrieved_at=MOMENT, language="en", **known)

    council = "https://council.lindhaven.example/minutes/14-april"
    post = "https://www.islandpost.example/interview-dahl"
    report = "https://harbour.lindhaven.example/annual-report.pdf"
    yard = "https://museum.lindhaven.example/yard"
    mechanics = "https://mechanics.example/warning-2019"
    return (
        Source(
            "s1",
            council,
            outcome=page(
                "s1",
                council,
                final_url=council,
                title="Minutes of the council, 14 April",
                publisher="Council of Lindhaven",
                reader_access=ReaderAccess.OPEN,
                published_at=datetime(2026, 4, 15, tzinfo=UTC),
                kind="html",
            ),
        ),
        Source(
            "s2",
            post,
            outcome=page(
                "s2",
                post,
                final_url=post,
                title="“No more stranded passengers”: an interview with Ines Dahl",
                publisher="Island Post",
                author="M. Okafor",
                reader_access=ReaderAccess.PAID,
                published_at=datetime(2026, 5, 9, tzinfo=UTC),
                kind="html",
            ),
        ),
        Source(
            "s3",
            report,
            outcome=page(
                "s3",
                report,
                final_url=report,
                title="Annual report 2025",
                publisher="Harbour authority",
                reader_access=ReaderAccess.OPEN,
                kind="pdf",
            ),
        ),
        Source(
            "s4",
            yard,
            outcome=page(
                "s4",
                yard,
                access=Access.ARCHIVED_COPY_USED,
                title="The yard on the north quay",
                publisher="City museum",
                reader_access=ReaderAccess.OPEN,
                archived_url="https://archive.example/2024/museum.lindhaven.example/yard",
                kind="html",
            ),
        ),
        Source(
            "s5",
            None,
            label="Vote of the union (leaked)",
            private=True,
            outcome=page("s5", None, access=Access.SUPPLIED_BY_USER, title="Internal vote"),
        ),
        Source(
            "s6",
            mechanics,
            outcome=Unread(
                mechanics, Access.DEAD, "The server answered 404 Not Found.", status=404
            ),
        ),
        Source(
            "s7",
            "https://wire.example/ferries-talks",
            outcome=Unread(
                "https://wire.example/ferries-talks",
                Access.BOT_BLOCKED,
                "The server answered 403 and a challenge page.",
                status=403,
            ),
        ),
        Source(
            "s8",
            "https://daily.example/ferries-talks",
            outcome=Unread(
                "https://daily.example/ferries-talks",
                Access.PAYWALLED,
                "Only the first paragraph is shown without a subscription.",
                reader_access=ReaderAccess.HIDDEN_BY_PUBLISHER,
            ),
        ),
    )


def sample_assessments() -> tuple[Assessment, ...]:
    """Give a statement of every verdict, most of them in more than one way."""
    fact, linked = StatementKind.FACT, Attribution(AttributionClass.LINKED)
    dahl = Attribution(
        AttributionClass.NAMED_PERSON,
        speaker="Ines Dahl",
        cue="said",
        chain=(
            ChainLink("Ines Dahl", AttributionClass.NAMED_PERSON),
            ChainLink(
                "Island Post",
                AttributionClass.LINKED,
                "https://www.islandpost.example/interview-dahl",
            ),
        ),
    )
    quoted = "We will never again strand passengers on the islands,"
    quote_at = span(quoted)
    return (
        assessed(
            1,
            P1[0],
            fact,
            attribution=linked,
            citations=("s1",),
            verdict=Verdict.SUPPORTED,
            reason="The source has every content word, the number and the date in one sentence.",
            support=0.97,
            contradiction=0.01,
            evidence=(
                evidence(
                    "s1",
                    "At its meeting of 14 April the council approved, by 31 votes to 6, the "
                    "purchase of twelve electric ferries.",
                    0.96,
                ),
            ),
            values=(
                value(ValueKind.NUMBER, ("twelve", "twelve"), ValueResult.EQUAL, "s1"),
                value(ValueKind.DATE, ("14 April", "14 April"), ValueResult.EQUAL, "s1"),
            ),
        ),
        assessed(
            2,
            P1[1],
            fact,
            attribution=linked,
            citations=("s1",),
            verdict=Verdict.PARTIALLY_SUPPORTED,
            reason="The price is in the source; “a third less than the first offer” is not.",
            support=0.58,
            contradiction=0.03,
            missing=(missing(P1[1], "third"), missing(P1[1], "first offer")),
            evidence=(evidence("s1", "The price is 48 million euros for the whole fleet", 0.61),),
            values=(
                value(
                    ValueKind.MONEY,
                    ("48 million euros", "48 million euros"),
                    ValueResult.EQUAL,
                    "s1",
                ),
            ),
            advice="Cite the first offer, or leave the comparison out.",
        ),
        assessed(
            3,
            P1[2],
            StatementKind.QUOTE,
            attribution=dahl,
            citations=("s2",),
            verdict=Verdict.PARTIALLY_SUPPORTED,
            reason="The interview has the sentence in other, weaker words.",
            support=0.49,
            contradiction=0.2,
            missing=(missing(P1[2], "never"),),
            evidence=(
                evidence(
                    "s2",
                    "“We will do everything so that we do not again strand passengers on the "
                    "islands,” said Ines Dahl.",
                    0.72,
                ),
            ),
            quotes=(
                QuoteCheck(
                    quoted,
                    *quote_at,
                    "Ines Dahl",
                    QuoteResult.ALTERED,
                    "s2",
                    "We will [-never-] {+do everything so that we do not+} again strand "
                    "passengers on the islands,",
                ),
            ),
            advice="Restore the wording of the interview or paraphrase.",
        ),
        assessed(
            4,
            P1[3],
            fact,
            attribution=Attribution(
                AttributionClass.NAMED_DOCUMENT,
                speaker="the harbour authority’s annual report",
                cue="according to",
                chain=(ChainLink("annual report", AttributionClass.NAMED_DOCUMENT),),
            ),
            citations=("s3",),
            verdict=Verdict.CONTRADICTED,
            reason="The report gives 14 per cent where the article gives 40 per cent.",
            support=0.31,
            contradiction=0.88,
            evidence=(
                evidence(
                    "s3",
                    "Ridership in July fell by 14 per cent against the year before",
                    0.83,
                ),
            ),
            values=(
                value(
                    ValueKind.PERCENTAGE,
                    ("40 per cent", "14 per cent"),
                    ValueResult.DIFFERENT,
                    "s3",
                ),
            ),
            advice="Correct the number to 14 per cent.",
        ),
        assessed(
            5,
            P2[0],
            fact,
            attribution=linked,
            citations=("s6",),
            verdict=Verdict.COULD_NOT_CHECK,
            reason="Its only source could not be read: the server answered 404 Not Found.",
            advice="Look for the page in a web archive.",
        ),
        assessed(
            6,
            P2[1],
            StatementKind.REPORTED_SPEECH,
            attribution=Attribution(
                AttributionClass.ANONYMOUS, speaker="A person familiar with the talks", cue="said"
            ),
            verdict=Verdict.NO_SOURCE_GIVEN,
            reason="The speaker is anonymous and nothing is linked.",
        ),
        assessed(
            7,
            P2[2],
            StatementKind.REPORTED_SPEECH,
            attribution=Attribution(AttributionClass.VAGUE_PLURAL, speaker="Experts", cue="say"),
            verdict=Verdict.NO_SOURCE_GIVEN,
            reason="“Experts” names nobody, and nothing is linked.",
        ),
        assessed(
            8,
            P2[3],
            fact,
            attribution=linked,
            citations=("s4",),
            verdict=Verdict.PARTIALLY_SUPPORTED,
            reason="The opening is in the source under another name; the closing is not there.",
            support=0.52,
            contradiction=0.3,
            missing=(missing(P2[3], "Brandt"), missing(P2[3], "Friday")),
            evidence=(
                evidence("s4", "was opened in 1931 by mayor Karl Brenner. It built tugs", 0.55),
            ),
            values=(value(ValueKind.YEAR, ("1931", "1931"), ValueResult.EQUAL, "s4"),),
        ),
        assessed(
            9,
            P3[0],
            StatementKind.OPINION,
            verdict=Verdict.NOT_APPLICABLE,
            reason="An opinion cannot be checked against a source.",
        ),
        assessed(
            10,
            P3[1],
            StatementKind.QUESTION,
            verdict=Verdict.NOT_APPLICABLE,
            reason="A question states nothing.",
        ),
        assessed(
            11,
            P3[2],
            fact,
            attribution=Attribution(AttributionClass.NAMED_DOCUMENT, speaker="The harbour union"),
            citations=("s5",),
            verdict=Verdict.CONTRADICTED,
            reason="The supplied vote gives 140 votes against, not 40.",
            support=0.4,
            contradiction=0.81,
            evidence=(evidence("s5", "212 members for the plan, 140 against", 0.7),),
            values=(
                value(ValueKind.NUMBER, ("212", "212"), ValueResult.EQUAL, "s5"),
                ValueCheck(ValueKind.NUMBER, "40", "140", ValueResult.DIFFERENT, "s5"),
            ),
        ),
        assessed(
            12,
            P3[3],
            StatementKind.REPORTED_SPEECH,
            attribution=Attribution(AttributionClass.NAMED_OUTLET, speaker="Reuters"),
            citations=("s7", "s8"),
            verdict=Verdict.COULD_NOT_CHECK,
            reason="Neither source could be read: one turns automatic readers away, one is paid.",
        ),
        assessed(
            13,
            P3[4],
            StatementKind.REPORTED_SPEECH,
            attribution=Attribution(AttributionClass.ROLE_ONLY, speaker="المتحدث باسم الميناء"),
            citations=("s1",),
            verdict=Verdict.COULD_NOT_CHECK,
            reason="Statement and source are in different languages.",
        ),
        assessed(
            14,
            P3[5],
            fact,
            attribution=linked,
            citations=("s3",),
            verdict=Verdict.NOT_FOUND,
            reason="The report was read in full and says nothing of diesel.",
            support=0.06,
            contradiction=0.0,
        ),
    )


def sample_article(assessments: tuple[Assessment, ...], sources: tuple[Source, ...]) -> Article:
    """Join statements and citations into the article."""
    urls = {source.id: source.url or "" for source in sources}
    return Article(
        text=TEXT,
        title=TITLE,
        language="en",
        published_at=MOMENT,
        url="https://lindhaven-herald.example/ferries",
        external_id="cms-4711",
        blocks=BLOCKS,
        origins=(Origin(0, 1, 1),),
        statements=tuple(a.statement for a in assessments),
        citations=tuple(
            Citation(
                source_id,
                urls[source_id],
                a.statement.start,
                a.statement.start + 8,
                CitationBasis.DIRECT if urls[source_id] else CitationBasis.SUPPLIED,
                (a.statement.id,),
            )
            for a in assessments
            for source_id in a.statement.citations
        ),
    )


def sample_report() -> Report:
    """Give the report before judgement: no findings, the gate not yet decided."""
    assessments, sources = sample_assessments(), sample_sources()
    return Report(
        id="01JTSAMPLE",
        revision=1,
        checked_at=MOMENT,
        status=JobStatus.COMPLETED_WITH_GAPS,
        gate=Gate(GateResult.INCONCLUSIVE),
        article=sample_article(assessments, sources),
        assessments=assessments,
        sources=sources,
        counts=count(assessments),
        coverage=coverage(assessments),
        reader_verifiable_share=reader_verifiable_share(assessments, sources),
        independence=(
            IndependenceCluster("Example Wire", IndependenceBasis.WIRE_TAG, ("s7", "s8")),
        ),
        findings=(),
        decisions=(
            Decision(
                "st2", "dispute", "J. Meyer", "The offer is in our archive; link to come.", MOMENT
            ),
        ),
        limits=(Limit("max_sources", 8, "2 further links of the article were not followed."),),
        versions=Versions("0.1.0", "1", "1", "1"),
    )
