"""``sourceproof check`` with web archives to fall back on, as a user runs it."""

import pytest
from archive import HOST, TIMEGATE, TIMEMAP, WAYBACK, LocalArchive, story
from command import sourceproof

PAGE = "https://council.test/minutes"
DRAFT = f"""---
date: 2020-03-10
---
# Lines

The council [approved twelve new bus lines]({PAGE}) on Monday.
"""
NEAR = "20200301000000"


def run(web, tmp_path, archives, *more):
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    environ = web.environ("council.test", HOST) | {"SOURCEPROOF_ARCHIVES": archives}
    return sourceproof("check", draft, "--format", "json", *more, environ=environ)


@pytest.mark.parametrize("template", [TIMEGATE, TIMEMAP, WAYBACK])
def test_a_dead_page_is_read_from_an_archive_and_the_report_says_so(local_web, tmp_path, template):
    """The statement is checked against the copy; SP307 names it; both addresses are kept."""
    archive = LocalArchive(local_web)
    archive.hold(PAGE, {"20190101000000": story("Earlier"), NEAR: story("The council")})
    done = run(local_web, tmp_path, template)
    source = done.source(PAGE)
    assert source["access"] == "archived_copy_used"
    assert source["archived_url"] == archive.at(PAGE, NEAR)
    assert source["archived_at"] == "2020-03-01T00:00:00Z"
    assert source["final_url"] == PAGE
    assert source["obstacle"].startswith("The page itself: the page does not exist")
    assert done.statement("approved")["verdict"] == "supported"
    (found,) = [f for f in done.report["findings"] if f["rule"] == "SP307"]
    assert "of 2020-03-01" in found["message"]


def test_without_archives_configured_none_is_asked(local_web, tmp_path):
    """By default a dead page is dead, and no third party hears of the draft."""
    LocalArchive(local_web).hold(PAGE, {NEAR: story("The council")})
    done = run(local_web, tmp_path, "")
    assert done.source(PAGE)["access"] == "dead"
    assert not [asked for asked in local_web.asked if asked.host == HOST]


def test_offline_asks_no_archive(local_web, tmp_path):
    LocalArchive(local_web).hold(PAGE, {NEAR: story("The council")})
    done = run(local_web, tmp_path, TIMEGATE, "--offline")
    assert done.source(PAGE)["access"] == "refused"
    assert local_web.asked == []


@pytest.mark.parametrize(
    "template",
    [
        "archive.test/{url}",
        "ftp://archive.test/{url}",
        "https://archive.test/web/",
        "https://{url}.archive.test/",
        "https://u:p@archive.test/{url}",
        "https://archive.test/{date}/{url}",
        "https://archive.test/{url",
        "https://archive.test/#{url}",
        "none",
    ],
)
def test_a_template_that_names_no_archive_is_a_usage_error(local_web, tmp_path, template):
    done = run(local_web, tmp_path, template)
    assert done.code == 2
    assert "archive" in done.err.lower()


@pytest.mark.parametrize("template", [TIMEGATE, TIMEMAP, WAYBACK])
def test_a_run_with_archives_is_replayed_without_a_request(local_web, tmp_path, template):
    """The same copy is read from the record, though the article names no date to ask for."""
    archive = LocalArchive(local_web)
    archive.hold(PAGE, {"20190101000000": story("Earlier"), NEAR: story("The council")})
    draft = tmp_path / "undated.md"
    draft.write_text(DRAFT.partition("---\n# ")[2], encoding="utf-8")
    environ = local_web.environ("council.test", HOST) | {"SOURCEPROOF_ARCHIVES": template}
    given = ("check", draft, "--format", "json")
    kept = tmp_path / "kept"
    first = sourceproof(*given, "--record", kept, environ=environ)
    asked = len(local_web.asked)
    again = sourceproof(*given, "--replay", kept, environ=environ)
    assert len(local_web.asked) == asked
    assert first.source(PAGE)["access"] == "archived_copy_used"
    assert again.source(PAGE)["archived_url"] == archive.at(PAGE, NEAR)
    assert again.source(PAGE)["text_sha256"] == first.source(PAGE)["text_sha256"]
