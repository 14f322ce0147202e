"""The baseline's file: what is written reads the same, sorted, and every fault has its line."""

import subprocess
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_changes import with_statement
from report_fixture import sample_report

from service.domain import Access, Unread, Verdict
from service.errors import UsageError
from service.policy import (
    NO_BASELINE,
    Accepting,
    Baseline,
    Entry,
    Excuses,
    Policy,
    excused,
    judge,
    pruned,
    read_baseline,
    renewed,
    write_baseline,
)

DRAFT = "drafts/ferries.md"
ACCEPTING = Accepting("Ann", date(2026, 1, 10), date(2026, 6, 30), "asked the port")
LATER = Accepting("Bo", date(2026, 2, 20), date(2026, 8, 30), "asked again")
REPORT = judge(replace(sample_report(), decisions=()), Policy())
ACCEPTED = renewed(NO_BASELINE, REPORT, DRAFT, ACCEPTING)
WRITTEN = write_baseline(ACCEPTED)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
prints = st.text("0123456789abcdef", min_size=64, max_size=64)
entries = st.builds(
    Entry,
    draft=words,
    rule=words,
    reason=words,
    author=words,
    added=st.dates(),
    fingerprint=prints,
    evidence=words,
    statement=st.text(st.characters(exclude_categories=["Cs"])),
    source=st.text(st.characters(exclude_categories=["Cs"])),
    until=st.none() | st.dates(),
)


def entry(number: int, **more) -> Entry:
    made = Entry(
        f"drafts/{number % 7}.md",
        "SP202",
        "known",
        "Ann",
        date(2026, 1, 1),
        f"{number:064x}",
        "ab",
        statement=f"The {number}th ferry was sold.",
    )
    return replace(made, **more)


@given(st.lists(entries, max_size=5))
def test_what_is_written_reads_the_same_and_is_toml(given_entries):
    """Whatever is in the texts; entries come back in the order of the file."""
    baseline = Baseline(tuple(given_entries))
    text = write_baseline(baseline)
    assert read_baseline(text, "b") == baseline
    assert write_baseline(read_baseline(text, "b")) == text
    kept = tomllib.loads(text).get("excused", [])
    assert [each["reason"] for each in kept] == [each.reason for each in baseline.entries]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(random):
    """However a merge left them, the file is written one way."""
    blocks = WRITTEN.split("\n\n")
    shuffled = random.sample(blocks[1:], len(blocks) - 1)
    assert write_baseline(read_baseline("\n\n".join([blocks[0], *shuffled]), "b")) == WRITTEN


def test_of_two_entries_of_one_finding_the_newer_holds():
    """Both sides of a merge may be kept."""
    newer = replace(ACCEPTED.entries[0], added=date(2026, 5, 1), author="Bo")
    both = read_baseline(WRITTEN + write_baseline(Baseline((newer,))).partition("\n\n")[2], "b")
    assert len(both.entries) == len(ACCEPTED.entries)
    assert [e.author for e in both.entries].count("Bo") == 1


def test_two_branches_that_excuse_findings_of_different_drafts_merge_by_themselves(tmp_path):
    """An entry is a block of lines with a place of its own."""
    base = [entry(n) for n in range(0, 70, 5)]
    sides = {"ours": entry(1), "base": entry(0), "theirs": entry(6)}
    for name, more in sides.items():
        (tmp_path / name).write_text(write_baseline(Baseline((*base, more))), encoding="utf-8")
    command = ["git", "merge-file", "-p", *(str(tmp_path / name) for name in sides)]
    merged = subprocess.run(command, capture_output=True, check=False, text=True)
    assert merged.returncode == 0, merged.stdout
    assert set(read_baseline(merged.stdout, "b").entries) == {*base, *sides.values()}


def test_a_merge_that_stopped_is_told_with_its_line_and_both_sides_may_be_kept():
    """Keeping all that stands between the marks is always a baseline."""
    conflict = WRITTEN.replace("\n[[excused]]", "\n<<<<<<< ours\n[[excused]]", 1)
    with pytest.raises(UsageError, match=r"^b:6: a merge stopped here; keep the entries of both"):
        read_baseline(conflict, "b")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('reason = "asked the port"\n', "", "b:6: this entry has no reason"),
        ('reason = "asked the port"', 'reason = " "', "b:12: reason is a text, and not an empty"),
        ('author = "Ann"', "author = 7", "author is a text"),
        ('author = "Ann"', "auhtor = 'Ann'", "an entry has no key auhtor; did you mean author?"),
        ("added = 2026-01-10", 'added = "January"', "added is a day, as 2026-12-31"),
        ("added = 2026-01-10", "added = 2026-01-10T10:00:00", "added is a day"),
        ("added = 2026-01-10", "added = 2026-13-10", "b:14: a line of a baseline is: key = value"),
        ('fingerprint = "', 'fingerprint = "x', "this entry's fingerprint is none"),
        ("version = 1", "version = 2", "b:1: this is no baseline of version 1"),
        ("version = 1\n", "", "b:1: this is no baseline of version 1"),
        ("[[excused]]", "[excused]", "this is no baseline of version 1"),
        ("[[excused]]", "nonsense", "b:6: a line of a baseline is: key = value"),
        ("[[excused]]", "x = " + "[" * 5000, "b:6: a line of a baseline is: key = value"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_with_its_line(before, after, said):
    """A typing error excuses nothing and hides nothing."""
    broken = WRITTEN.replace(before, after, 1)
    assert broken != WRITTEN
    with pytest.raises(UsageError) as caught:
        read_baseline(broken, "b")
    assert said in caught.value.detail


def test_what_people_write_into_the_file_is_read_too():
    """Literal strings, remarks, Windows' line endings, another form of a line."""
    edited = WRITTEN.replace('reason = "asked the port"', "reason='it\\is known' # by Ann", 1)
    edited = "\ufeff# ours\r\n" + edited.replace("\n", "\r\n")
    assert read_baseline(edited, "b").entries[0].reason == "it\\is known"
    assert len(read_baseline(edited, "b").entries) == len(ACCEPTED.entries)


def test_ten_thousand_entries_are_found_by_their_fingerprint():
    """Each lookup is one of a table; the file is read back whole."""
    large = Baseline(tuple(entry(n) for n in range(10_000)))
    again = read_baseline(write_baseline(large), "b")
    assert again == large
    found = [again.of(f"{n:064x}", f"drafts/{n % 7}.md", frozenset()) for n in range(10_000)]
    assert {e.fingerprint for e in found if e} == {e.fingerprint for e in large.entries}
    assert again.of(f"{3:064x}", "drafts/4.md", frozenset()) is None


def test_what_still_holds_is_kept_as_it_is_when_the_baseline_is_updated():
    """Reason, author and day of those who looked at it stay; the file does not change."""
    report = excused(_on(ACCEPTING), Excuses(DRAFT, baseline=ACCEPTED), Policy())
    assert write_baseline(renewed(ACCEPTED, report, DRAFT, LATER)) == WRITTEN


def test_what_expired_or_was_reopened_is_accepted_anew_with_the_reason_it_had():
    """By whoever updates, from that day on."""
    expired = Baseline(tuple(replace(e, until=date(2026, 1, 31)) for e in ACCEPTED.entries))
    report = excused(_on(LATER), Excuses(DRAFT, baseline=expired), Policy())
    quiet = replace(LATER, reason=None)
    again = renewed(expired, report, DRAFT, quiet)
    assert {(e.author, e.added, e.until, e.reason) for e in again.entries} == {
        ("Bo", LATER.today, LATER.until, "asked the port")
    }
    assert {e.reason for e in renewed(expired, report, DRAFT, LATER).entries} == {"asked again"}


def test_what_is_gone_from_the_draft_is_dropped_and_other_drafts_are_left_alone():
    """A statement that was taken out, or that its sources now bear out."""
    other = entry(1)
    known = Baseline((*ACCEPTED.entries, other))
    st4 = next(n for n, a in enumerate(REPORT.assessments) if a.statement.id == "st4")
    fixed = with_statement(
        REPORT, st4 + 1, verdict=Verdict.SUPPORTED, values=(), missing=(), differing=()
    )
    fixed = excused(judge(fixed, Policy()), Excuses(DRAFT, baseline=known), Policy())
    assert any(limit.name == "baseline_resolved" for limit in fixed.limits)
    left = renewed(known, fixed, DRAFT, LATER).entries
    text = REPORT.assessments[st4].statement.text
    assert other in left
    assert any(e.statement == text for e in known.entries)
    assert not any(e.statement == text for e in left)


def test_what_could_not_be_looked_at_is_not_taken_for_gone():
    """A day without a network empties no baseline."""
    unread = tuple(
        replace(s, outcome=Unread(s.url, Access.TIMEOUT, "no answer")) for s in REPORT.sources
    )
    unchecked = tuple(
        replace(a, verdict=Verdict.COULD_NOT_CHECK, evidence=(), values=(), quotes=(), missing=())
        if a.statement.citations
        else a
        for a in REPORT.assessments
    )
    offline = judge(replace(REPORT, sources=unread, assessments=unchecked), Policy())
    left = renewed(ACCEPTED, offline, DRAFT, LATER)
    assert {e.key for e in ACCEPTED.entries} <= {e.key for e in left.entries}


def test_a_private_source_is_not_quoted_in_the_file():
    """Others read the repository that the file lies in."""
    private = {s.id for s in REPORT.sources if s.private}
    kept = {e.fingerprint: e for e in ACCEPTED.entries}
    of_private = [f for f in REPORT.findings if f.source_id in private]
    assert of_private
    assert all(kept[f.fingerprint].finding == "" for f in of_private)


def test_entries_are_dropped_by_draft_and_finding():
    """What is left keeps its order."""
    dropped = ACCEPTED.entries[:2]
    assert pruned(ACCEPTED, dropped).entries == ACCEPTED.entries[2:]


def _on(accepting: Accepting):
    moment = REPORT.checked_at.replace(
        year=accepting.today.year, month=accepting.today.month, day=accepting.today.day
    )
    return replace(REPORT, checked_at=moment)
