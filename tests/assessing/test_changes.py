"""What became of the cited passages since an earlier check, and that nothing else is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain import (
    Access,
    Article,
    Attribution,
    AttributionClass,
    Block,
    BlockKind,
    ChangeKind,
    Page,
    Reading,
    Source,
    Statement,
    StatementKind,
    Unread,
    Versions,
)
from service.policy import make_policy
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report

URL = "https://port.example/2025"
STATEMENT = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
INTRO = "Lindholm lies at the mouth of the Vesna. Its port is the oldest of the coast."
PASSAGE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
OUTRO = "Most of them carried timber to the southern towns. Fees were not raised."
TEXT = f"{INTRO}\n\n{PASSAGE} {OUTRO}"
MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
VERSIONS = Versions("0.1.0", "1", "7", "1")


def reading(text, *, statement=STATEMENT, access=Access.OK, **words):
    page = Page(URL, text, access, final_url=URL, language="en", **words)
    return reading_with(page, statement=statement)


def reading_with(outcome, *, statement=STATEMENT):
    linked = Attribution(AttributionClass.LINKED)
    said = Statement(
        "st1", statement, 0, len(statement), 0, 1, 1, StatementKind.FACT, linked, ("s1",)
    )
    block = Block(BlockKind.PARAGRAPH, 0, len(statement))
    article = Article(statement, language="en", blocks=(block,), statements=(said,))
    return Reading(article, (Source("s1", URL, outcome=outcome),))


def check(read, earlier=None, versions=VERSIONS):
    return make_report(
        read,
        assess_article(read, load_scorer()),
        make_policy({}),
        report_id="r",
        checked_at=MOMENT,
        versions=versions,
        earlier=earlier,
    )


EARLIER = check(reading(TEXT))


def changes(text, earlier=EARLIER, **words):
    return check(reading(text, **words), earlier).changes


def findings(report):
    return [f for f in report.findings if f.rule == "SP308"]


def test_without_an_earlier_check_nothing_is_compared():
    """No comparison is not the same as no change, and the report tells them apart."""
    assert EARLIER.earlier is None
    assert EARLIER.changes == ()
    later = check(reading(TEXT), EARLIER)
    assert later.earlier is not None
    assert (later.earlier.report_id, later.earlier.checked_at) == ("r", MOMENT)


def test_an_unchanged_page_has_no_change_and_no_finding():
    """The usual case is silent."""
    later = check(reading(TEXT), EARLIER)
    assert later.changes == ()
    assert not findings(later)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("at the mouth of the Vesna", "on the Vesna, near its mouth"),
        TEXT.replace(" Fees were not raised.", " Fees were raised twice since."),
        f"{TEXT}\n\nComments (31)\n\nMost read: the bridge.",
        TEXT.replace("Harbour Office of Lindholm", "Harbour Office of Lindholm"),
    ],
    ids=["before", "after", "furniture", "white space"],
)
def test_changes_far_from_a_cited_passage_are_no_finding(text):
    """A page may be tended without the article resting on anything else."""
    assert not findings(check(reading(text), EARLIER))


def test_a_changed_number_is_told_with_both_wordings_and_their_difference():
    """The very case: the page now has another figure than the one that was cited."""
    later = check(reading(TEXT.replace("412", "388")), EARLIER)
    (change,) = later.changes
    assert change.kind is ChangeKind.CHANGED
    assert (change.before, change.after) == (PASSAGE, PASSAGE.replace("412", "388"))
    assert "[-412-]{+388+}" in change.diff
    page = later.sources[0].page
    assert page.text[change.start : change.end] == change.after
    (finding,) = findings(later)
    assert (finding.statement_id, finding.source_id, finding.start) == ("st1", "s1", 0)
    assert "412" in finding.message
    assert "388" in finding.message
    assert "2026-05-04" in finding.message


def test_a_passage_that_is_no_longer_there_is_gone():
    """Nothing like it stands in the page, which was read in full."""
    (change,) = changes(f"{INTRO}\n\n{OUTRO}")
    assert (change.kind, change.after, change.start) == (ChangeKind.GONE, None, None)


def test_a_passage_that_only_moved_is_data_and_no_finding():
    """A reader who follows the link finds the same words."""
    later = check(reading(f"A line was put in here.\n\n{TEXT}"), EARLIER)
    assert [c.kind for c in later.changes] == [ChangeKind.MOVED]
    assert not findings(later)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(PASSAGE, f"{PASSAGE} That figure was later found to be wrong."),
        TEXT.replace("Most of them carried timber to the southern towns.", "None carried timber."),
    ],
    ids=["put in", "replaced"],
)
def test_a_sentence_beside_the_passage_that_changed_is_told(text):
    """A correction is put beside what it corrects."""
    later = check(reading(text), EARLIER)
    (change,) = later.changes
    assert change.kind is ChangeKind.NEARBY
    page = later.sources[0].page
    assert page.text[change.start : change.end] == change.after
    assert change.after != change.before
    assert len(findings(later)) == 1


def test_typography_alone_is_no_change():
    """Another editor of the page sets other quotation marks."""
    old = reading('The clerk said: "We counted 412 ships in March." ' + OUTRO)
    new = reading("The clerk said: “We counted 412 ships in March.” " + OUTRO)
    assert check(new, check(old)).changes == ()


@pytest.mark.parametrize(
    "outcome",
    [
        Unread(URL, Access.DEAD, "the page does not exist"),
        Unread(URL, Access.TIMEOUT, "no answer"),
        Page(URL, "Something else.", Access.ARCHIVED_COPY_USED, language="en"),
    ],
)
def test_a_source_that_cannot_be_read_now_is_told_by_other_rules(outcome):
    """Dead links and archived copies have findings of their own."""
    later = check(reading_with(outcome), EARLIER)
    assert later.changes == ()
    assert not findings(later)


def test_silence_of_a_part_proves_nothing():
    """Where a wall now hides the rest of the page, the passage may well be there."""
    assert changes(INTRO, access=Access.PARTIAL_TEXT) == ()


def test_another_extractor_may_leave_out_what_the_page_still_has():
    """What we read otherwise is no change of the page."""
    other = replace(VERSIONS, extractor="8")
    assert check(reading(f"{INTRO}\n\n{OUTRO}"), EARLIER, other).changes == ()
    changed = check(reading(TEXT.replace("412", "388")), EARLIER, other)
    assert [c.kind for c in changed.changes] == [ChangeKind.CHANGED]


def test_a_statement_that_was_edited_keeps_its_passage():
    """The editor corrects a word, and the source changed as well."""
    edited = STATEMENT.replace("recorded", "counted")
    (change,) = changes(TEXT.replace("412", "388"), statement=edited)
    assert change.kind is ChangeKind.CHANGED


def test_a_statement_that_was_taken_out_leaves_nothing_to_compare():
    """Nothing in the article rests on that passage any more."""
    other = "Tourists came to see the lighthouse on the western mole last summer."
    assert changes(TEXT.replace("412", "388"), statement=other) == ()


def test_only_what_a_verdict_rested_on_is_compared():
    """The nearest that was found of something not said is no passage of the article."""
    said = "The mayor of Lindholm sold the old lighthouse to a brewery in Trondheim."
    earlier = check(reading(TEXT, statement=said))
    assert not any(a.verdict == "supported" for a in earlier.assessments)
    later = check(reading(TEXT.replace("412", "388"), statement=said), earlier)
    assert later.changes == ()


def test_an_earlier_report_without_texts_is_compared_by_its_passages():
    """A stored report.json holds the passages, and that is enough for most."""
    bare = tuple(replace(s, outcome=replace(s.page, text="")) for s in EARLIER.sources)
    earlier = replace(EARLIER, sources=bare)
    assert changes(TEXT, earlier) == ()
    (change,) = changes(TEXT.replace("412", "388"), earlier)
    assert change.kind is ChangeKind.CHANGED


def test_a_long_article_is_compared_within_bounds():
    """What is not looked for again is said."""
    (assessment,) = EARLIER.assessments
    many = replace(assessment, evidence=assessment.evidence * 2_100)
    later = check(reading(TEXT), replace(EARLIER, assessments=(many,)))
    (limit,) = [each for each in later.limits if each.name == "max_passages_compared"]
    assert limit.note.startswith("100 passages")
