"""Fourteen made-up statements with every verdict, most of them in more than one way."""

from sample_draft import P1, P2, P3, accounted, assessed, evidence, missing, span, value

from service.domain import (
    Attribution,
    AttributionClass,
    ChainLink,
    QuoteCheck,
    QuoteResult,
    StatementKind,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
)

FACT, LINKED = StatementKind.FACT, Attribution(AttributionClass.LINKED)
DAHL = Attribution(
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
QUOTED = "We will never again strand passengers on the islands,"
QUOTE_AT = span(QUOTED)

ASSESSMENTS = (
    assessed(
        1,
        P1[0],
        FACT,
        attribution=LINKED,
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
        FACT,
        attribution=LINKED,
        citations=("s1",),
        verdict=Verdict.PARTIALLY_SUPPORTED,
        reason="The price is in the source; “a third less than the first offer” is not.",
        support=0.58,
        contradiction=0.03,
        missing=(missing(P1[1], "third"), missing(P1[1], "first offer")),
        accounted=(accounted("48 million euros", "s1", "48 million euros"),),
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
        attribution=DAHL,
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
                QUOTED,
                *QUOTE_AT,
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
        FACT,
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
        FACT,
        attribution=LINKED,
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
        FACT,
        attribution=LINKED,
        citations=("s4",),
        verdict=Verdict.PARTIALLY_SUPPORTED,
        reason="The opening is in the source under another name; the closing is not there.",
        support=0.52,
        contradiction=0.3,
        missing=(missing(P2[3], "Brandt"), missing(P2[3], "Friday")),
        evidence=(evidence("s4", "was opened in 1931 by mayor Karl Brenner. It built tugs", 0.55),),
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
        FACT,
        attribution=Attribution(AttributionClass.NAMED_DOCUMENT, speaker="The harbour union"),
        citations=("s5",),
        verdict=Verdict.CONTRADICTED,
        reason="The supplied vote gives 140 votes against, not 40.",
        support=0.4,
        contradiction=0.81,
        evidence=(evidence("s5", "212 members for the plan, 140 against", 0.7),),
        accounted=(accounted("212", "s5", "212 members"),),
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
        FACT,
        attribution=LINKED,
        citations=("s3",),
        verdict=Verdict.NOT_FOUND,
        reason="The report was read in full and says nothing of diesel.",
        support=0.06,
        contradiction=0.0,
    ),
)
