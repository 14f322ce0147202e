"""report.json: the contract's shape, there and back again."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from report_changes import with_statement
from report_fixture import TEXTS, sample_report

from service.domain import Page, Report, Suppression, SuppressionKind, UnsupportedPart, Verdict
from service.errors import InvalidInput
from service.policy import Policy, judge
from service.rendering import render, report_from_dict, report_to_dict

KEYS = {
    "": "schema_version id revision checked_at job gate article counts coverage "
    "reader_verifiable_share statements sources independence findings decisions limits versions",
    "article": "title language published_at url external_id text",
    "statements": "id text start end block line column kind citations attribution verdict reason "
    "support contradiction missing evidence quotes values advice",
    "sources": "id url final_url access reader_access obstacle title publisher author "
    "published_at language kind retrieved_at text_sha256 snapshot_url archived_url",
    "independence": "origin basis source_ids",
    "findings": "rule severity message statement_id source_id start end line column advice "
    "fingerprint suppressed_by",
    "versions": "sourceproof rules extractor scorer",
    "gate": "result failed_by",
    "job": "status",
}
IN_STATEMENT = {
    "attribution": "class speaker cue chain anonymity_reason",
    "missing": "text start end",
    "accounted": "text start end source_id in_source source_start source_end",
    "evidence": "source_id text start end score page fragment_url selector",
    "quotes": "text start end speaker result source_id diff",
    "values": "kind in_article in_source result source_id",
}


@pytest.fixture
def report() -> Report:
    return judge(sample_report(), Policy())


def test_a_suppression_comes_back_with_reason_author_and_days(report):
    """What excuses a finding is told whole, days in ISO 8601, and read again the same."""
    excuse = Suppression(
        SuppressionKind.BASELINE, "asked", "Ann", date(2026, 3, 1), date(2026, 9, 1)
    )
    excused = replace(report.findings[0], suppressed_by="baseline by Ann", suppression=excuse)
    data = report_to_dict(replace(report, findings=(excused,)))["findings"][0]
    assert data["suppression"] == {
        "kind": "baseline",
        "reason": "asked",
        "by": "Ann",
        "since": "2026-03-01",
        "until": "2026-09-01",
    }
    again = report_from_dict(report_to_dict(replace(report, findings=(excused,))))
    assert again.findings == (excused,)


def first(node):
    return node[0] if isinstance(node, list) else node


@pytest.mark.parametrize("part", KEYS)
def test_every_key_of_the_contract_is_there(report, part):
    """What callers rely on is there, known or null."""
    data = report_to_dict(report)
    assert set(KEYS[part].split()) <= set(first(data[part]) if part else data)


@pytest.mark.parametrize("part", IN_STATEMENT)
def test_every_key_within_a_statement_is_there(report, part):
    """The same for what a statement holds."""
    nodes = [s[part] for s in report_to_dict(report)["statements"] if s[part]]
    assert set(IN_STATEMENT[part].split()) <= set(first(nodes[0]))


def test_a_report_comes_back_as_it_was_but_for_source_texts(report):
    """Reading undoes writing; of a source's text only the hash is kept."""
    back = report_from_dict(json.loads(render(report, "json")))
    assert report_to_dict(back) == report_to_dict(report)
    assert replace(back, sources=(), article=report.article) == replace(report, sources=())
    assert replace(back.article, origins=report.article.origins) == report.article
    for ours, theirs in zip(report.sources, back.sources, strict=True):
        if isinstance(ours.outcome, Page):
            sha = hashlib.sha256(ours.outcome.text.encode()).hexdigest()
            assert theirs.outcome == replace(ours.outcome, text="", text_sha256=sha)
        else:
            assert theirs.outcome == replace(ours.outcome, status=None)


def test_the_unsupported_part_of_a_statement_comes_back(report):
    """It is null where none is known, which is so of reports from before it was told."""
    part = UnsupportedPart("is larger", 4, 13)
    partly = with_statement(report, 2, unsupported_part=part)
    data = report_to_dict(partly)
    assert data["statements"][1]["unsupported_part"] == {"text": "is larger", "start": 4, "end": 13}
    assert report_from_dict(data).assessments[1].unsupported_part == part
    del data["statements"][1]["unsupported_part"]
    assert report_from_dict(data).assessments[1].unsupported_part is None


def test_source_texts_are_not_in_it_and_their_hashes_are(report):
    """The texts stay in the store."""
    data = report_to_dict(report)
    assert TEXTS["s1"] not in json.dumps(data)
    assert data["sources"][0]["text_sha256"] == hashlib.sha256(TEXTS["s1"].encode()).hexdigest()
    assert data["sources"][5]["text_sha256"] is None


def test_what_is_not_known_is_null(report):
    """Never 0, never an empty guess."""
    unknown = replace(report, coverage=None, reader_verifiable_share=None, independence=None)
    data = report_to_dict(unknown)
    assert data["coverage"] is data["reader_verifiable_share"] is data["independence"] is None
    assert data["sources"][5]["title"] is None
    assert data["statements"][4]["support"] is None
    assert report_from_dict(data) == report_from_dict(json.loads(json.dumps(data)))


def test_a_source_not_yet_fetched_has_no_access(report):
    """Before it was fetched nothing is known of it."""
    bare = replace(report, sources=(replace(report.sources[0], outcome=None),))
    source = report_to_dict(bare)["sources"][0]
    assert source["access"] is source["reader_access"] is source["text_sha256"] is None
    assert report_from_dict(report_to_dict(bare)).sources[0].outcome is None


def test_counts_are_by_verdict(report):
    """Every verdict is counted under its own word."""
    counts = report_to_dict(report)["counts"]
    assert set(counts) == {verdict.value for verdict in Verdict}
    assert counts["contradicted"] == 2


def test_unknown_keys_are_passed_over_and_optional_ones_may_be_absent(report):
    """Files of newer and older makers of the same schema version read."""
    data = report_to_dict(report) | {"new": 1}
    for key in ("decisions", "limits", "independence"):
        del data[key]
    assert report_from_dict(data).decisions == ()


@pytest.mark.parametrize(
    "data",
    [{}, {"schema_version": "2"}, {"schema_version": "1"}, [], "report", None],
)
def test_what_is_no_report_is_refused(data):
    """A wrong file gets a clear word."""
    with pytest.raises(InvalidInput):
        report_from_dict(data)


@pytest.mark.parametrize("broken", ["statements", "gate", "versions", "checked_at"])
def test_a_report_with_a_broken_part_is_refused(report, broken):
    """Half a report is none."""
    with pytest.raises(InvalidInput):
        report_from_dict(report_to_dict(report) | {broken: 7})
