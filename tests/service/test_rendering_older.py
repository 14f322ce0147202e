"""Stored reports of earlier versions render as those of today, and what is no report says so.

The files are what earlier versions of this project wrote of the sample report, word for word.
"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from report_fixture import sample_report

from service.errors import InvalidInput, UsageError
from service.policy import Policy, judge
from service.rendering import FORMATS, render, report_from_dict, report_to_dict
from service.schemas.report import SCHEMA_FILE
from workers.cli.output import read_reports

OLDER = sorted((Path(__file__).parent / "older_reports").glob("*.json"))
VALIDATOR = Draft202012Validator(json.loads(SCHEMA_FILE.read_text()))


@pytest.mark.parametrize("stored", OLDER, ids=lambda path: path.stem)
@pytest.mark.parametrize("fmt", FORMATS)
def test_a_stored_report_of_an_earlier_version_renders_in_every_format(stored, fmt):
    """What was kept stays readable: the same statements, in forms that came later too."""
    data = json.loads(stored.read_text())
    written = render(report_from_dict(data), fmt)
    if not FORMATS[fmt].is_public:
        assert "40 per cent" in written
    assert written.encode()


@pytest.mark.parametrize("stored", OLDER, ids=lambda path: path.stem)
def test_a_stored_report_keeps_all_it_had(stored):
    """Reading an older file and writing it anew adds keys, and loses and changes none."""
    older = json.loads(stored.read_text())
    VALIDATOR.validate(older)
    newer = report_to_dict(report_from_dict(older))
    VALIDATOR.validate(json.loads(json.dumps(newer)))
    assert not [*lost(older, json.loads(json.dumps(newer)))]


def lost(older, newer, where=""):
    """Yield the places where something of ``older`` is missing or other in ``newer``."""
    if isinstance(older, dict):
        for key, value in older.items():
            yield from lost(value, newer.get(key, "nothing"), f"{where}/{key}")
    elif isinstance(older, list):
        if len(older) != len(newer):
            yield where
        for number, (a, b) in enumerate(zip(older, newer, strict=False)):
            yield from lost(a, b, f"{where}/{number}")
    elif older != newer:
        yield where, older, newer


def test_keys_of_a_later_version_are_passed_over_everywhere():
    """Additive changes must not break who reads with an older version."""
    data = json.loads(json.dumps(report_to_dict(judge(sample_report(), Policy()))))
    assert report_from_dict(with_later_keys(data)) == report_from_dict(data)


def with_later_keys(node):
    if isinstance(node, dict):
        kept = {key: with_later_keys(value) for key, value in node.items()}
        # Objects that map words to numbers have no keys of ours.
        return kept if "supported" in node else kept | {"of_a_later_version": 1}
    return [with_later_keys(each) for each in node] if isinstance(node, list) else node


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "This is no Sourceproof report"),
        ([1], "This is no Sourceproof report"),
        ({"schema_version": "2"}, "schema_version '2', which this version"),
        ({"schema_version": "1", "statements": []}, "no complete Sourceproof report: no 'id'"),
    ],
)
def test_what_is_no_report_is_told_by_its_fault(tmp_path, data, words):
    """Another file, a newer report and half a report are three different troubles."""
    path = tmp_path / "some.json"
    path.write_text(json.dumps(data))
    with pytest.raises(UsageError, match=words):
        read_reports(path)
    if isinstance(data, dict):
        with pytest.raises(InvalidInput, match=words):
            report_from_dict(data)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"<html>"])
def test_a_file_that_is_no_json_is_told_to_be_none(tmp_path, content):
    """Whatever its bytes."""
    path = tmp_path / "some.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="no report of Sourceproof: it is no JSON"):
        read_reports(path)
