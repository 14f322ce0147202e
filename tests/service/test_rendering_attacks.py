"""An article and sources by an attacker: nothing runs and nothing breaks out, in any format.

Each format has one judge, which says by its own rules whether what was written holds only what
we meant: no markup, link, command, cell or escape of the attacker's making.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hostile_report import PAYLOADS, hostile_report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from report_fixture import sample_report
from rich.cells import cell_len

from service.domain import Report
from service.policy import Policy, judge
from service.rendering import FORMATS, render
from service.rendering.markdown import MARKER
from service.rendering.table import defused

PATH = "drafts/::error::=x,\n%0A\u202e.md"
# Everything that moves a cursor, hides, or turns the order of what is read.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
WEB = re.compile("https?://")
ADDRESS = "https://e.example/a"


def terminal(text: str) -> None:
    assert not UNSEEN.search(text)
    assert max(map(cell_len, text.split("\n"))) <= 80


def lines(text: str) -> None:
    place = r"\S.*:[0-9]+:[0-9]+: (error|warning|note) SP[0-9]{3} [a-z-]+: "
    assert all(re.match(place, line) for line in text.splitlines())


def json_text(text: str) -> None:
    json.loads(text)


def jsonl(text: str) -> None:
    assert len(text.splitlines()) == text.count("\n")
    for line in text.splitlines():
        assert isinstance(json.loads(line), dict)


def comments(text: str) -> None:
    """Messages that become comments of a forge: as Markdown they are plain text."""
    for diagnostic in json.loads(text)["diagnostics"]:
        inert(diagnostic["message"])


def sarif(text: str) -> None:
    for result in json.loads(text)["runs"][0]["results"]:
        assert not re.search(r"\[[^\]]*\]\(", result["message"]["text"])
        for related in result.get("relatedLocations", ()):
            assert WEB.match(related["physicalLocation"]["artifactLocation"]["uri"])


def web_annotations(text: str) -> None:
    for node in json.loads(text)["@graph"]:
        for address in re.findall(r'"(?:source|id)": "([^"]*)"', json.dumps(node)):
            assert re.match("https?://|urn:uuid:", address)


def markdown(text: str) -> None:
    assert text.startswith(MARKER)
    assert text.count("<!--") == 1
    flat = inert(text.removeprefix(MARKER), tags={"<sub>", "</sub>"})
    assert {token.tag for token in flat if token.type == "heading_open"} <= {"h3", "h4"}
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {4, 5}
    assert "fence" not in {token.type for token in flat}


def inert(text: str, tags: frozenset[str] | set[str] = frozenset()) -> list:
    """Read as a forge does: no tag, no image, no mention, no link but to a source's address."""
    flat = [
        part
        for token in MarkdownIt("gfm-like").parse(text)
        for part in (token, *(token.children or ()))
    ]
    assert {t.content for t in flat if t.type.startswith("html_")} <= set(tags)
    assert "image" not in {t.type for t in flat}
    links = [t.attrs["href"] for t in flat if t.type == "link_open"]
    assert all(link.startswith("https://e.example/") for link in links)
    assert not re.search(r"@\w|(?<!&)#\d", text)
    return flat


def github(text: str) -> None:
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("::"):
            command = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line)
            assert command
            names = [part.partition("=")[0] for part in command[2].split(",")]
            assert names == ["file", "line", "col", "title"]
        else:
            assert line.startswith("Sourceproof: ")


def junit(text: str) -> None:
    root = ET.fromstring(text.encode())  # noqa: S314  our own
    assert {node.tag for node in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "skipped", "system-out")
    }
    assert "]]>" not in text
    assert "<!" not in text


def cells(text: str) -> None:
    """Whatever parts the cells, none begins like a formula, but for what we wrote ourselves."""
    for delimiter in ",;|\t":
        reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter)
        for cell in (cell.strip().strip('"') for row in reader for cell in row):
            assert not re.match(r"[=+\-@\t\r＝＋－＠]", cell)


def page(text: str) -> None:
    """A page of its own: what it runs and how it looks is what the harmless report has too."""
    harmless = html.document_fromstring(render(judge(sample_report(), Policy()), "html"))
    document = html.document_fromstring(text)
    ours = {node.text for node in harmless.iter("script")}
    for node in document.iter("script"):
        if node.get("type") == "application/ld+json":
            json.loads(node.text)
        else:
            assert node.text in ours
    assert not any("alert" in node.text for node in document.iter("style"))
    nodes_are_ours(document, {node.tag for node in harmless.iter()})


def box(text: str) -> None:
    (aside,) = html.fragments_fromstring(text)
    assert aside.tag == "aside"
    tags = {"aside", "style", "p", "small", "details", "summary", "ol", "li", "a", "bdi"}
    nodes_are_ours(aside, tags)
    harmless = html.fragment_fromstring(render(sample_report(), "embed"))
    assert aside.find("style").text == harmless.find("style").text


def nodes_are_ours(root, tags) -> None:
    for node in root.iter():
        assert node.tag in tags
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            assert name not in {"style", "srcdoc", "formaction", "background", "action"}
            if name in {"href", "src", "cite"}:
                assert value.startswith(("#", "https://", "http://"))


def badge(text: str) -> None:
    """It has no word of article or source at all."""
    assert text == render(replace(judge(sample_report(), Policy())), "badge")


JUDGES: dict[str, Callable[[str], None]] = {
    "terminal": terminal,
    "concise": lines,
    "json": json_text,
    "markdown": markdown,
    "html": page,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": json_text,
    "rdjson": comments,
    "csv": cells,
    "jsonl": jsonl,
    "jsonld": web_annotations,
    "embed": box,
    "badge": badge,
    "badge-json": json_text,
}


@pytest.fixture(scope="module")
def hostile() -> Report:
    return hostile_report()


@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_of_an_attackers_breaks_out_of_a_format(hostile, fmt):
    """Every free text and every address is hostile, and so is the name of the draft."""
    text = render(hostile, fmt, path=PATH)
    JUDGES[fmt](text)
    assert not UNSEEN.search(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("fmt", sorted({*FORMATS} - {"html", "badge", "badge-json"}))
@pytest.mark.parametrize("first", ["=1+1 ", "::error::", "```\n<!-- ", "- [x](y) @all "])
def test_nothing_breaks_out_of_the_beginning_of_a_text(fmt, first):
    """Formulas, commands, lists and fences are what begins a cell or a line."""
    JUDGES[fmt](render(hostile_report(first), fmt, path=first + "x"))


PIECES = st.sampled_from([*PAYLOADS[:-1], "=", ";", '"', "'", "|", "\n", "\t", "\\", "%", "<", "["])
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=6).map("".join)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS))
def test_no_text_put_together_of_such_pieces_breaks_out(texts):
    """Pieces that are harmless alone may not be so beside each other."""
    report = small(*texts)
    for fmt in {*FORMATS} - {"html", "badge"}:
        text = render(report, fmt, path="drafts/a.md")
        JUDGES[fmt](text)
        assert not UNSEEN.search(text.replace("\r\n", "\n"))


def small(title: str, said: str, message: str) -> Report:
    """Give a report of one statement, one source and one finding with these texts."""
    report = judge(sample_report(), Policy())
    finding = replace(report.findings[0], message=message, advice=said)
    assessment = next(a for a in report.assessments if a.statement.id == finding.statement_id)
    statement = replace(assessment.statement, text=said)
    source = next(s for s in report.sources if s.id == finding.source_id)
    evidence = tuple(replace(e, text=title, fragment_url=ADDRESS) for e in assessment.evidence)
    return replace(
        report,
        article=replace(report.article, title=title, url=ADDRESS),
        assessments=(replace(assessment, statement=statement, reason=message, evidence=evidence),),
        sources=(replace(source, url=ADDRESS, outcome=replace(source.outcome, title=said)),),
        findings=(finding,),
        decisions=(replace(report.decisions[0], statement_id=statement.id, reason=message),),
    )


@given(st.text())
def test_no_cell_of_a_table_begins_a_formula(text):
    """As OWASP has it, for whatever parts the cells."""
    for part in re.split(r"[,;|\t\r\n]", defused(text)):
        assert not re.match(r"[=+\-@＝＋－＠]", part.strip())


def test_an_apostrophe_is_all_that_defusing_adds():
    """And only where a cell would begin like a formula."""
    assert defused("=1+1") == "'=1+1"
    assert defused("minus -4 °C") == "minus -4 °C"
    assert defused("one;=2") == "one;'=2"
    assert defused(None) == ""
    assert defused(0.5) == "0.5"
