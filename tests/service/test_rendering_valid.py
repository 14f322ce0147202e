"""Every format is what its readers take: held to their schemas, plain and under attack."""

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import format_schemas as schemas
import pytest
from hostile_report import hostile_report
from jsonschema import Draft7Validator, Draft202012Validator
from published import SARIF, published
from report_fixture import sample_report

from service.domain import Report, Severity, Suppression, SuppressionKind
from service.policy import Policy, judge
from service.rendering import render, render_all
from service.schemas.report import SCHEMA_FILE

PATH = "./drafts/ferries.md"


def _judged() -> Report:
    return judge(sample_report(), Policy())


@pytest.fixture(scope="module", params=[_judged, hostile_report], ids=["plain", "hostile"])
def report(request) -> Report:
    return request.param()


def parsed(report: Report, fmt: str):
    return json.loads(render(report, fmt, path=PATH))


@pytest.mark.parametrize(
    ("fmt", "schema"),
    [
        ("json", json.loads(SCHEMA_FILE.read_text())),
        ("gitlab", schemas.GITLAB),
        ("rdjson", schemas.RDJSON),
        ("badge-json", schemas.SHIELDS),
    ],
)
def test_json_is_what_its_schema_asks_for(report, fmt, schema):
    """Of the report as published, of the others as documented."""
    Draft202012Validator(schema).validate(parsed(report, fmt))


def test_sarif_validates_against_the_published_schema(report):
    """Formats included; where a draft has a path, where it has none, and with no draft."""
    validator = Draft7Validator(published(SARIF), format_checker=Draft7Validator.FORMAT_CHECKER)
    for log in (parsed(report, "sarif"), json.loads(render(report, "sarif"))):
        validator.validate(log)
    validator.validate(json.loads("".join(render_all([], "sarif"))))


def test_sarif_tells_of_each_suppression_where_and_why():
    """An ignore in the draft is in the source; a baseline stands outside of it."""
    report = _judged()
    known = Suppression(SuppressionKind.INLINE, "we saw the paper", by="J. Meyer")
    inline, baseline = (
        replace(report.findings[0], suppressed_by=by, suppression=why)
        for by, why in (("an ignore in the draft", known), ("the baseline", None))
    )
    results = parsed(replace(report, findings=(inline, baseline)), "sarif")["runs"][0]["results"]
    assert [result["suppressions"][0]["kind"] for result in results] == ["inSource", "external"]
    said = results[0]["suppressions"][0]["justification"]
    assert said == "an ignore in the draft by J. Meyer: we saw the paper"


def test_gitlabs_fingerprints_are_unique_and_outlive_a_move(report):
    """Entries of one fingerprint would be shown as one, and a moved one as new."""
    prints = [entry["fingerprint"] for entry in parsed(report, "gitlab")]
    assert len(prints) == len(set(prints)) > 0
    moved = tuple(replace(f, line=99, column=1, start=0, end=1) for f in report.findings)
    again = parsed(replace(report, findings=moved), "gitlab")
    assert [entry["fingerprint"] for entry in again] == prints


def test_rdjson_counts_columns_in_bytes_or_not_at_all():
    """Reviewdog's columns are bytes of UTF-8, and the report's are code points."""
    report = _judged()
    assert not report.article.text.isascii()
    starts = [d["location"]["range"]["start"] for d in parsed(report, "rdjson")["diagnostics"]]
    assert all(set(start) == {"line"} for start in starts)
    plain = replace(report, article=replace(report.article, text="ASCII."))
    starts = [d["location"]["range"]["start"] for d in parsed(plain, "rdjson")["diagnostics"]]
    assert [s["column"] for s in starts] == [f.column for f in report.findings]


def test_web_annotations_have_the_shape_of_the_model(report):
    """Bodies, targets, selectors and motivations of the W3C's data model, and unique ids."""
    document = parsed(report, "jsonld")
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    annotations = [node for node in document["@graph"] if node.get("type") == "Annotation"]
    for annotation in annotations:
        Draft202012Validator(schemas.ANNOTATION).validate(annotation)
    ids = [annotation["id"] for annotation in annotations]
    assert len(ids) == len(set(ids))
    kinds = {annotation["motivation"] for annotation in annotations}
    assert kinds == {"assessing", "commenting", "moderating"}


def test_the_article_and_its_citations_stand_in_the_graph_with_the_annotations(report):
    """In schema.org's words, under the address that they point to, and as no ClaimReview."""
    document = parsed(report, "jsonld")
    (article,) = [node for node in document["@graph"] if node.get("@type") == "Article"]
    assert article["@context"] == "https://schema.org"
    targets = [n["target"] for n in document["@graph"] if isinstance(n.get("target"), dict)]
    assert {target["source"] for target in targets} == {article["@id"]}
    cited = {each["@id"] for each in article["citation"]}
    assert {each["@id"] for each in article["isBasedOn"]} <= cited
    assert "ClaimReview" not in json.dumps(document)


def test_the_selectors_of_annotations_find_their_words_in_the_article(report):
    """Position and quotation agree, and the words beside stand beside."""
    text = report.article.text
    selected = [
        node["target"]["selector"]
        for node in parsed(report, "jsonld")["@graph"]
        if isinstance(node.get("target"), dict)
    ]
    assert len(selected) > len(report.findings)
    clean = re.compile("[\ud800-\udfff]")
    for quoted, place in selected:
        start, end = place["start"], place["end"]
        assert quoted["exact"] == clean.sub("?", text[start:end])
        assert quoted["prefix"] == clean.sub("?", text[max(0, start - 32) : start])
        assert quoted["suffix"] == clean.sub("?", text[end : end + 32])


ORDER = {"testsuites": ["testsuite"], "testsuite": ["properties", "testcase"]}
CASE = ["skipped", "error", "failure", "system-out", "system-err"]
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testsuite": {
        *("name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname")
    },
    "testcase": {"name", "classname", "time", "file", "line"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set(),
}


def test_junit_has_the_elements_and_attributes_that_jenkins_and_ant_know(report):
    """In their order, with at most one outcome a case."""
    root = ET.fromstring(render(report, "junit", path=PATH).encode())  # noqa: S314  our own
    for node in root.iter():
        assert set(node.attrib) <= ATTRIBUTES[node.tag]
        order = ORDER.get(node.tag, CASE if node.tag == "testcase" else [])
        places = [order.index(child.tag) for child in node]
        assert places == sorted(places)
        assert len({"skipped", "error", "failure"} & {child.tag for child in node}) <= 1
    for suite in root.iter("testsuite"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp"))
        assert int(suite.get("tests")) == len(suite.findall("testcase"))


def test_csv_has_a_row_a_statement_and_a_cell_a_column(report):
    """RFC 4180: lines end in CRLF, and every row is as long as the first."""
    text = render(report, "csv", path=PATH)
    assert text.startswith('\ufeff"draft",')
    assert re.sub("\r\n", "", text).count("\n") == 0
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 1 + len(report.assessments)
    assert {len(row) for row in rows} == {len(rows[0])}
    verdicts = [dict(zip(rows[0], row, strict=True))["verdict"] for row in rows[1:]]
    assert verdicts == [a.verdict.value for a in report.assessments]


def test_json_lines_are_a_statement_each_as_the_report_has_it(report):
    """A program needs not read the whole report to count."""
    lines = render(report, "jsonl", path=PATH).removesuffix("\n").splitlines()
    statements = parsed(report, "json")["statements"]
    for line, statement in zip(map(json.loads, lines), statements, strict=True):
        assert {key: line[key] for key in statement} == statement
        assert line["draft"] == PATH


def test_a_badge_says_how_many_can_be_checked_and_gives_no_score():
    """And says "not checked" where nothing is known, never 0."""
    report = _judged()
    said = parsed(report, "badge-json")["message"]
    assert said == "4 of 12 checkable by a reader"
    svg = ET.fromstring(render(report, "badge"))  # noqa: S314  our own
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == f"sources: {said}"
    unknown = replace(report, reader_verifiable_share=None)
    assert parsed(unknown, "badge-json")["message"] == "not checked"
    colours = {
        parsed(replace(report, reader_verifiable_share=share), "badge-json")["color"]
        for share in (0.0, 0.5, 1.0)
    }
    assert len(colours) == 1


@pytest.mark.parametrize("fmt", ["github", "gitlab", "rdjson"])
def test_what_is_suppressed_is_no_annotation(report, fmt):
    """An excused finding would be noise; the report has it."""
    excused = tuple(replace(f, suppressed_by="baseline") for f in report.findings)
    text = render(replace(report, findings=excused), fmt)
    assert not re.search('^::|"description"|"message"', text, re.MULTILINE)


def test_severities_are_told_in_the_words_of_each_reader():
    """An error here is an error there."""
    report = _judged()
    one = {s: next(f for f in report.findings if f.severity is s) for s in Severity}
    for severity, gitlab, reviewdog in (
        (Severity.ERROR, "major", "ERROR"),
        (Severity.WARNING, "minor", "WARNING"),
        (Severity.NOTE, "info", "INFO"),
    ):
        only = replace(report, findings=(one[severity],))
        assert parsed(only, "gitlab")[0]["severity"] == gitlab
        assert parsed(only, "rdjson")["diagnostics"][0]["severity"] == reviewdog
