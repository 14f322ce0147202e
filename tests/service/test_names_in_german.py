"""SP206 where every noun has a capital: a name is told by what stands before it."""

from dataclasses import replace

import pytest
from report_changes import found, with_statement
from report_fixture import sample_report

from service.domain import MissingWord


def _german(ours, theirs, missing):
    """Give the report with one German statement and its passage, one word of it missing."""
    report = sample_report()
    assessment = report.assessments[7]
    at = ours.index(missing)
    statement = replace(assessment.statement, text=ours, start=0, end=len(ours))
    evidence = replace(assessment.evidence[0], text=theirs)
    part = MissingWord(missing, at, at + len(missing))
    article = replace(report.article, language="de")
    return with_statement(
        replace(report, article=article),
        8,
        statement=statement,
        missing=(part,),
        evidence=(evidence,),
        differing=(),
    )


NOUNS = [
    ("Die Anklage hatte zwei Jahre verlangt.", "Die Verteidigung hatte zwei Jahre verlangt.",
     "Anklage"),
    ("Weserkai stoppte den Bau eines neuen Terminals am Dienstag.",
     "Weserkai hat den Bau eines neuen Containerterminals am Dienstag gestoppt.", "Terminals"),
    ("Der Betriebsrat warnte vor dem Verlust von 650 Stellen.",
     "Er warnte vor dem Verlust von 650 Arbeitsplätzen.", "Stellen"),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "missing"), NOUNS)
def test_another_noun_in_the_place_of_a_noun_is_no_other_name(ours, theirs, missing):
    assert not found(_german(ours, theirs, missing), "SP206")


def test_another_name_behind_the_same_title_is_told():
    report = _german(
        "Gestern hat die Ministerin Aydin am Hafen gesprochen.",
        "Gestern hat die Ministerin Brandt am Hafen gesprochen.",
        "Aydin",
    )
    assert [finding.statement_id for finding in found(report, "SP206")] == ["st8"]
