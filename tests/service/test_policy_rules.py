"""The rules: every id of the contract, what each finds, and that one trouble is told once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from report_changes import found, with_attribution, with_statement
from report_fixture import sample_report

from service.domain import (
    Attribution,
    AttributionClass,
    ChainLink,
    Differing,
    DifferingKind,
    IndependenceBasis,
    IndependenceCluster,
    QuoteCheck,
    QuoteResult,
    ReaderAccess,
    Report,
    Severity,
    UnsupportedPart,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
)
from service.policy import RULES, RULES_BY_ID, find_findings

CONTRACT = {
    101: "quote-altered",
    102: "elision-changes-meaning",
    103: "quote-not-found",
    104: "wrong-speaker",
    105: "quote-found-in-another-source",
    201: "contradicted",
    202: "not-found-in-source",
    203: "partially-supported",
    204: "number-differs",
    205: "date-differs",
    206: "name-differs",
    207: "could-not-check",
    301: "dead-link",
    302: "source-unreadable",
    303: "hidden-from-readers",
    304: "paywalled-for-readers",
    305: "source-newer-than-article",
    306: "source-is-the-article-itself",
    307: "archived-copy-only",
    308: "source-changed-since-last-check",
    401: "no-source-given",
    402: "named-but-not-linked",
    403: "anonymous-without-reason",
    404: "vague-plural-sources",
    405: "single-origin",
    501: "sources-promised-but-withheld",
    502: "ai-image-unlabelled",
    503: "ai-authorship-undisclosed",
    504: "review-status-unclear",
}


def with_quote(report: Report, result: QuoteResult) -> Report:
    quote = QuoteCheck("again strand passengers", 0, 5, "Ines Dahl", result, "s2")
    return with_statement(report, 3, quotes=(quote,))


def test_rules_are_exactly_those_of_the_contract():
    """No id is missing, and none is made up."""
    assert {rule.id for rule in RULES} == {f"SP{n}" for n in CONTRACT}


def test_rules_have_the_names_of_the_contract():
    """A name in a configuration file means the rule that the contract means."""
    assert {rule.id: rule.name for rule in RULES} == {
        f"SP{n}": name for n, name in CONTRACT.items()
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_explains_itself(rule):
    """The documentation is made from the rules, so none may be silent."""
    for text in (rule.finds, rule.why, rule.example, rule.advice):
        assert text[0].isupper() or text[0] == "“"
        assert text[-1] in ".”"


def test_the_sample_has_the_findings_that_an_editor_would_make():
    """Each planted trouble is told by its own rule, at its own place, and nothing else is."""
    told = [(f.rule, f.statement_id or f.source_id) for f in find_findings(sample_report())]
    assert sorted(told) == sorted(
        [
            ("SP101", "st3"),
            ("SP204", "st4"),
            ("SP204", "st11"),
            ("SP203", "st2"),
            ("SP206", "st8"),
            ("SP202", "st14"),
            *[("SP207", each) for each in ("st5", "st12", "st13")],
            ("SP301", "s6"),
            ("SP302", "s7"),
            ("SP302", "s8"),
            ("SP303", "s8"),
            ("SP304", "s2"),
            ("SP305", "s2"),
            ("SP307", "s4"),
            ("SP403", "st6"),
            ("SP404", "st7"),
            ("SP405", "st12"),
        ]
    )


def test_findings_come_worst_first_and_then_in_the_order_of_the_article():
    """An editor reads from the top."""
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    keys = [(order.index(f.severity), f.start) for f in find_findings(sample_report())]
    assert keys == sorted(keys)


def test_every_finding_points_into_the_article_with_its_line_and_column():
    """Offsets give a text back, and line and column lead to the same place."""
    report = sample_report()
    for finding in find_findings(report):
        assert report.article.text[finding.start : finding.end]
        lines = report.article.text.split("\n")
        at = sum(len(line) + 1 for line in lines[: finding.line - 1]) + finding.column - 1
        assert at == finding.start


@pytest.mark.parametrize(
    ("result", "rule"),
    [
        (QuoteResult.ALTERED, "SP101"),
        (QuoteResult.ELISION_CHANGES_MEANING, "SP102"),
        (QuoteResult.NOT_FOUND, "SP103"),
        (QuoteResult.WRONG_SPEAKER, "SP104"),
        (QuoteResult.FOUND_IN_OTHER_SOURCE, "SP105"),
    ],
)
def test_each_fate_of_a_quotation_has_its_rule_and_silences_the_verdict(result, rule):
    """A misquotation is told as a misquotation, not again as a half-supported statement."""
    report = with_quote(sample_report(), result)
    assert [f.statement_id for f in found(report, rule)] == ["st3"]
    assert "st3" not in {f.statement_id for f in found(report, "SP203")}


@pytest.mark.parametrize(
    "result", [QuoteResult.EXACT, QuoteResult.NORMALISED, QuoteResult.ELIDED_OK]
)
def test_a_true_quotation_yields_no_quote_finding(result):
    """Only broken quotations are findings."""
    report = with_quote(sample_report(), result)
    assert not [f for f in find_findings(report) if f.rule.startswith("SP1")]


def test_a_part_that_the_source_has_otherwise_is_told_by_both_wordings():
    """An editor reads what to change without opening the passage."""
    differing = Differing(DifferingKind.CERTAINTY, "has approved", "may approve", 0, 12, "s1")
    report = with_statement(sample_report(), 2, differing=(differing,))
    (told,) = found(report, "SP203")
    assert told.message.endswith("; it has “may approve” for “has approved”")


def test_a_part_that_is_not_supported_is_where_the_finding_points():
    """The clause is named in the message, and the finding's place is its place."""
    text = sample_report().article.text
    statement = sample_report().assessments[1].statement
    words = " ".join(statement.text.split()[-3:])
    start = text.index(words, statement.start)
    part = UnsupportedPart(words, start, start + len(words))
    (whole,) = found(sample_report(), "SP203")
    (told,) = found(with_statement(sample_report(), 2, unsupported_part=part), "SP203")
    assert (whole.start, whole.end) == (statement.start, statement.end)
    assert text[told.start : told.end] == words
    assert f"not found: “{words}”" in told.message
    assert told.fingerprint == whole.fingerprint


def test_contradicted_is_told_by_itself_where_nothing_more_specific_says_why():
    """Without the number that differs, the verdict speaks."""
    report = with_statement(sample_report(), 4, values=())
    assert [f.statement_id for f in found(report, "SP201")] == ["st4"]


def test_a_rule_that_is_off_silences_nothing():
    """Turning the number rule off must not hide that the statement is contradicted."""
    report = sample_report()
    assert {f.statement_id for f in found(report, "SP201", SP204=None)} == {"st4", "st11"}
    assert not found(report, "SP204", SP204=None)


def test_a_severity_can_be_set():
    """A newsroom that wants notes only gets notes."""
    report = sample_report()
    assert {f.severity for f in found(report, "SP204", SP204=Severity.NOTE)} == {Severity.NOTE}


def test_a_date_that_differs_is_told_as_a_date():
    """Dates and numbers have rules of their own."""
    value = ValueCheck(ValueKind.YEAR, "1931", "1913", ValueResult.DIFFERENT, "s4")
    report = with_statement(sample_report(), 8, values=(value,), missing=())
    assert [f.statement_id for f in found(report, "SP205")] == ["st8"]


def test_the_same_word_of_another_day_is_told_as_that():
    """“today” is no other word than “today”: what differs is the day."""
    value = ValueCheck(ValueKind.DATE, "Today", "today", ValueResult.DIFFERENT, "s4")
    report = with_statement(sample_report(), 8, values=(value,), missing=())
    (finding,) = found(report, "SP205")
    assert finding.message.endswith("says so of another day.")
    assert "“today”" not in finding.message


def test_a_value_that_one_source_bears_out_differs_from_none():
    """One source that has the number is enough."""
    report = sample_report()
    values = report.assessments[3].values
    borne_out = replace(values[0], result=ValueResult.EQUAL, source_id="s1")
    report = with_statement(report, 4, values=(*values, borne_out))
    assert "st4" not in {f.statement_id for f in found(report, "SP204")}


def test_a_value_inside_a_misquotation_is_not_told_again():
    """The altered quotation already says it."""
    report = sample_report()
    value = report.assessments[3].values[0]
    quote = QuoteCheck(
        "fell by 40 per cent", value.start - 8, value.end, None, QuoteResult.ALTERED, "s3"
    )
    report = with_statement(report, 4, quotes=(quote,))
    assert {f.rule for f in find_findings(report) if f.statement_id == "st4"} == {"SP101"}


def test_another_name_without_the_same_words_around_it_is_no_finding():
    """Passages are full of other names; only one in the same place differs."""
    report = sample_report()
    evidence = replace(report.assessments[7].evidence[0], text="Brenner built tugs and ferries.")
    report = with_statement(report, 8, evidence=(evidence,))
    assert not found(report, "SP206")


def test_a_source_of_a_later_day_is_newer_and_one_of_the_same_day_is_not():
    """A page that was published in the afternoon may have been known in the morning."""
    report = sample_report()
    assert [f.source_id for f in found(report, "SP305")] == ["s2"]
    article = replace(report.article, published_at=datetime(2026, 5, 9, 1, tzinfo=UTC))
    assert not found(replace(report, article=article), "SP305")
    article = replace(report.article, published_at=None)
    assert not found(replace(report, article=article), "SP305")


def test_times_with_and_without_a_zone_compare():
    """A draft's own date often has no zone; that is no reason to fail."""
    report = sample_report()
    article = replace(report.article, published_at=datetime(2026, 5, 4))  # noqa: DTZ001  the law
    assert [f.source_id for f in found(replace(report, article=article), "SP305")] == ["s2"]


@pytest.mark.parametrize(
    "url",
    [
        "https://council.lindhaven.example/minutes/14-april",
        "http://www.council.lindhaven.example/minutes/14-april/?utm_source=feed#top",
    ],
)
def test_an_article_that_cites_itself_is_told_under_any_of_its_addresses(url):
    """Scheme, "www.", tracking and fragment do not make another document."""
    report = sample_report()
    report = replace(report, article=replace(report.article, url=url))
    assert [f.source_id for f in found(report, "SP306")] == ["s1"]


def test_readers_who_must_pay_are_told_of_apart_from_what_we_could_read():
    """Our access and theirs are two axes: this page we read in full."""
    report = sample_report()
    paid = [s for s in report.sources if s.id == "s2"]
    assert paid[0].outcome.reader_access is ReaderAccess.PAID
    assert [f.source_id for f in found(report, "SP304")] == ["s2"]


def test_a_bare_statement_without_source_is_told():
    """A fact without any attribution is the plain case."""
    report = with_attribution(sample_report(), 6, Attribution(AttributionClass.NONE))
    assert [f.statement_id for f in found(report, "SP401")] == ["st6"]


def test_a_named_document_without_link_is_told_as_that_alone():
    """Naming is better than nothing, and the finding says what is missing."""
    named = Attribution(AttributionClass.NAMED_DOCUMENT, speaker="the audit report")
    report = with_attribution(sample_report(), 6, named)
    assert [f.statement_id for f in found(report, "SP402")] == ["st6"]
    assert not found(report, "SP401")


def test_an_outlet_that_relays_what_a_source_told_it_is_told_where_nothing_is_linked():
    """“A source who spoke to Reuters”: what Reuters published can be linked."""
    hands = (
        ChainLink("a source", AttributionClass.ANONYMOUS),
        ChainLink("Reuters", AttributionClass.NAMED_OUTLET),
    )
    relayed = Attribution(AttributionClass.ANONYMOUS, speaker="a source", chain=hands)
    report = with_attribution(sample_report(), 6, relayed)
    assert [f.message for f in found(report, "SP402")] == ["“Reuters” is named and not linked."]
    assert [f.statement_id for f in found(report, "SP403")] == ["st6"]


def test_a_named_document_with_link_is_no_finding():
    """The link is what the rule asks for."""
    assert "st4" not in {f.statement_id for f in found(sample_report(), "SP402")}


def test_an_anonymous_source_with_a_reason_is_no_finding():
    """The reason is what the rule asks for."""
    told = Attribution(AttributionClass.ANONYMOUS, anonymity_reason="fears for her job")
    report = with_attribution(sample_report(), 6, told)
    assert not found(report, "SP403")


def test_two_sources_of_which_one_stands_alone_are_no_single_origin():
    """One independent source among the cited is enough."""
    report = sample_report()
    statement = replace(report.assessments[11].statement, citations=("s7", "s8", "s1"))
    assert not found(with_statement(report, 12, statement=statement), "SP405")


@pytest.mark.parametrize(
    ("basis", "origin", "message"),
    [
        (IndependenceBasis.WIRE_TAG, "Reuters", "Two links, one Reuters story."),
        (IndependenceBasis.CREDIT_LINE, "Pool", "Two links, one Pool story."),
        (
            IndependenceBasis.CANONICAL,
            "https://a.example",
            "Two links, one page: https://a.example",
        ),
        (IndependenceBasis.NEAR_DUPLICATE, "Post", "Two links, one text: all carry what Post has."),
    ],
)
def test_a_single_origin_is_said_as_an_editor_would(basis, origin, message):
    """How many links, and what they come down to."""
    cluster = IndependenceCluster(origin, basis, ("s7", "s8"))
    report = replace(sample_report(), independence=(cluster,))
    assert [f.message for f in found(report, "SP405")] == [message]


def test_a_report_without_statements_and_sources_has_no_findings():
    """Rules look at what is there."""
    empty = replace(sample_report(), assessments=(), sources=(), independence=None)
    assert find_findings(empty) == ()


def test_opinions_and_questions_have_no_findings():
    """They leave every denominator, and the list of findings too."""
    report = sample_report()
    set_aside = {a.statement.id for a in report.assessments if a.verdict is Verdict.NOT_APPLICABLE}
    assert not {f.statement_id for f in find_findings(report)} & set_aside


def test_every_severity_default_is_documented_in_the_rule():
    """The two that an editor might expect to fail say why they only warn."""
    assert RULES_BY_ID["SP202"].severity is Severity.WARNING
    assert "by default" in RULES_BY_ID["SP202"].finds
    assert "by default" in RULES_BY_ID["SP301"].finds


@pytest.mark.parametrize("in_place", [True, False])
def test_a_name_that_the_scorer_found_in_place_of_another_is_told(in_place):
    """A name that is merely near by is no finding."""
    statement = sample_report().assessments[0].statement
    word = statement.text.split()[1]
    start = statement.start + statement.text.index(word)
    name = Differing(
        DifferingKind.NAME, word, "Ulla", start, start + len(word), "s1", in_place=in_place
    )
    report = with_statement(sample_report(), 1, differing=(name,), missing=())
    hits = [hit for hit in found(report, "SP206") if hit.statement_id == statement.id]
    assert [(hit.start, hit.end, "“Ulla”" in hit.message) for hit in hits] == (
        [(start, start + len(word), True)] if in_place else []
    )
