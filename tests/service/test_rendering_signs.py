"""The signs that an access state was decided from: told in every report, kept in report.json."""

from dataclasses import replace

import pytest
from report_fixture import sample_report
from sample_sources import MECHANICS

from service.domain import Sign, SignName, Source, bare_url, redirect_sign, sign
from service.policy import Policy, judge
from service.rendering import render, report_from_dict, report_to_dict
from service.rendering.audience import for_public
from service.rendering.signs import say_sign, say_signs

SECRET = "https://u:hunter2@news.example:8443/login?token=hunter2&next=/a#hunter2"


@pytest.fixture(scope="module")
def report():
    return judge(sample_report(), Policy())


def test_every_sign_has_words_that_carry_its_value():
    """A sign that no report can say is of no use to an editor."""
    for name in SignName:
        said = say_sign(Sign(name, "4711"))
        assert "4711" in said or name is SignName.OFFLINE, name


@pytest.mark.parametrize("fmt", ["html", "markdown", "terminal"])
def test_a_report_tells_the_signs_where_it_tells_the_obstacle(report, fmt):
    """Whoever reads that a link is dead sees from what that was decided."""
    shown = render(report, fmt)
    assert "status 404" in shown
    assert "cf-mitigated" in shown
    assert "<here>" not in shown or fmt == "terminal"


def test_a_page_that_was_just_read_is_not_explained(report):
    """Signs of good pages are in report.json, not in the way of a reader."""
    read = tuple(
        replace(s, outcome=replace(s.outcome, signs=(sign(SignName.WORDS_READ, 98765),)))
        if s.id == "s1"
        else s
        for s in report.sources
    )
    assert "98765" not in render(replace(report, sources=read), "html")


@pytest.mark.parametrize("fmt", ["markdown", "terminal", "json"])
def test_signs_survive_report_json(report, fmt):
    """A stored report says the same of its sources as a fresh one."""
    stored = report_from_dict(report_to_dict(report))
    assert [say_signs(s) for s in stored.sources] == [say_signs(s) for s in report.sources]
    assert render(stored, fmt) == render(report, fmt)


def test_a_sign_of_a_later_version_is_passed_over_and_a_report_without_signs_is_read(report):
    """Additive both ways: neither an older nor a newer report.json is refused."""
    data = report_to_dict(report)
    data["sources"][5]["signs"].append({"name": "moon_phase", "value": "full"})
    for source in data["sources"][:5]:
        del source["signs"]
    sources = report_from_dict(data).sources
    assert sources[5].outcome.signs == report.sources[5].outcome.signs
    assert sources[0].outcome.signs == ()


def test_the_signs_of_a_private_source_stay_home(report):
    """They would name it: a title, an address."""
    private = tuple(replace(s, private=s.url == MECHANICS or s.private) for s in report.sources)
    shown = for_public(replace(report, sources=private))
    assert all(s.outcome.signs == () for s in shown.sources if s.private)


def test_an_address_in_a_sign_carries_no_secret():
    """User, password, query and fragment stay out, whatever a site puts there."""
    assert bare_url(SECRET) == "https://news.example:8443/login"
    assert "hunter2" not in redirect_sign(SignName.REDIRECT_LOGIN, SECRET, SECRET).value
    assert bare_url("http://[::1") == "an address that cannot be read"
    assert bare_url("javascript:alert('hunter2')") == "javascript:…"


def test_a_sign_is_one_line_of_bounded_length():
    """A title may be as long as it likes; a report may not."""
    made = sign(SignName.TITLE, "Not\n found " * 100)
    assert len(made.value) == 160
    assert "\n" not in made.value


def test_a_source_not_yet_fetched_has_nothing_to_say():
    """No outcome, no signs."""
    assert say_signs(Source("s1", "https://news.example/")) == ""
