"""What an attacker writes into anything that is shown runs on no page, and breaks none."""

import re

import pytest
from browsing import Visitor
from hostile_report import hostile_report
from lxml import html

from service.domain import Happening, HappeningKind, Reading, Stage
from service.store import open_store
from service.web.assets import asset

NASTY = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>'
    "<svg onload=alert(1)></textarea></title>{{ 7*7 }}\u202etxt.exe \x1b[31m\x9b"
)
PAGES = ("/", "/verifications")
OF_ONE = ("", "/report", "/decisions", "/statements/st1", "/revisions", "/files", "/erase")
SCRIPTS = {asset(f"{name}.js") for name in ("home", "progress", "remember", "copy")}


def harmless(reply) -> None:
    """Hold a page to hold nothing but ours: scripts and styles by file, links to the web."""
    assert reply.status_code in {200, 422}, reply.text[:500]
    page = html.fromstring(reply.text)
    scripts = page.xpath("//script[not(@type='application/ld+json')]")
    assert {each.get("src") for each in scripts} <= SCRIPTS
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//img[@src='x'] | //svg[@onload]") == []
    for address in page.xpath("//@href | //@src | //@action"):
        assert re.match(r"(https?:|/(?!/)|#)", address), address
    assert not set("\u202e\x1b\x9b") & set(reply.text)
    policy = reply.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "49" not in page.xpath("string(//h1)")


@pytest.fixture
def hostile(door):
    """A visitor, and the id of a check whose every word an attacker wrote."""
    visitor = Visitor(door.client)
    posted = door.post(
        article={"text": NASTY.replace("\x1b", "").replace("\x9b", ""), "external_id": "<b>&'"},
        sources=[{"text": "<script>alert(1)</script>", "label": "<img src=x>"}],
    ).json()["id"]
    return visitor, posted


def test_no_page_of_a_finished_check_runs_what_an_attacker_wrote(door, hostile):
    """Title, address, statements, reasons, passages, source labels, decisions and their names."""
    visitor, posted = hostile
    door.finish(posted, hostile_report())
    here = f"/verifications/{posted}"
    fields = {"action": "dispute", "by": NASTY.replace("\x1b", "").replace("\x9b", "")}
    reply = visitor.send(f"{here}/statements/st1", fields | {"reason": NASTY})
    assert reply.status_code == 303
    for path in (*PAGES, *(here + each for each in OF_ONE[1:])):
        harmless(visitor.open(path))
    visitor.send(f"{here}/recheck", {"sources": "all"})
    door.fail(posted, NASTY)
    harmless(visitor.open(here))
    harmless(visitor.open(f"{here}/compare?revision=1&other_revision=1"))


def test_no_page_of_a_check_at_work_runs_what_an_attacker_wrote(door, hostile):
    """The addresses of sources and the words of statements are shown as they become known."""
    visitor, posted = hostile
    report = hostile_report()
    told = (
        Happening(HappeningKind.SOURCE, {"url": NASTY, "access": "dead", "done": 1, "total": 1}),
        Happening(HappeningKind.STATEMENT, {"id": "st1", "verdict": "supported"}),
    )
    with open_store(door.engine) as store:
        assert store.begin(posted, Stage.COLLECT, 3)
        store.save_reading(posted, Reading(report.article, report.sources))
        store.add_happenings(posted, 1, told)
        assert store.advance(posted, Stage.COLLECT, Stage.ASSESS)
    page = visitor.open(f"/verifications/{posted}")
    harmless(page)
    assert html.fromstring(page.text).xpath("count(//ol[@id='statements']/li)") > 1


def test_what_is_typed_into_a_form_comes_back_as_text(door):
    """In every field, as the value that it was."""
    visitor = Visitor(door.client)
    names = ("draft", "url", "sources", "title", "external_id", "fail_on", "text-1", "label-1")
    typed = NASTY.replace("\x1b", "").replace("\x9b", "").replace("\u202e", "")
    reply = visitor.send("/", dict.fromkeys(names, typed))
    harmless(reply)
    page = html.fromstring(reply.text)
    assert page.get_element_by_id("title").get("value") == typed
    assert page.get_element_by_id("text-1").text == typed


def test_filters_and_addresses_of_receivers_come_back_as_text(door):
    visitor = Visitor(door.client)
    harmless(visitor.open(f"/verifications?external_id={NASTY[:60]}&rule={NASTY[:60]}&cursor=<b>"))
    harmless(visitor.send("/webhooks", {"url": f"https://a.example/{NASTY[:40]}"}))
    path = "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    reply = visitor.send("/webhooks", {"url": "https://a.example" + path, "events": []})
    harmless(reply)
    harmless(visitor.open("/webhooks"))
    receiver = html.fromstring(reply.text).xpath("//a[contains(@href, '/wh_')]/@href")[0]
    harmless(visitor.open(receiver))


def test_an_address_that_is_none_of_ours_is_not_there_in_our_design(door):
    """Whatever stands in it; and a program is told the same in JSON."""
    visitor = Visitor(door.client)
    for path in ("/<script>alert(1)</script>", "/verifications/vf_1", "/verifications/<b>/report"):
        reply = visitor.open(path)
        assert reply.status_code == 404
        page = html.fromstring(reply.text)
        assert page.xpath("//script | //b") == []
        assert page.xpath("string(//h1)").lower() == "not found"
        assert "unsafe" not in reply.headers["content-security-policy"]
    reply = door.client.get("/nothing", headers={"accept": "application/json"})
    assert reply.headers["content-type"] == "application/problem+json"
    reply = visitor.open("/v1/verifications/vf_1")
    assert reply.headers["content-type"] == "application/problem+json"


def test_what_cannot_be_done_now_is_told_as_a_page(door):
    """409 for a check that still goes on, 503 where the broker is away, 413 for too much."""
    visitor = Visitor(door.client)
    posted = door.posted()
    reply = visitor.send(f"/verifications/{posted}/recheck", {"sources": "all"})
    assert (reply.status_code, "still at work" in reply.text) == (409, True)
    made = visitor.send("/webhooks", {"url": "https://a.example/"})
    receiver = html.fromstring(made.text).xpath("//a[contains(@href, '/wh_')]/@href")[0]
    door.has_broker = False
    reply = visitor.send(f"{receiver}/ping")
    assert (reply.status_code, "broker" in reply.text) == (503, True)
    assert reply.headers["retry-after"]
    large = {"file": ("a.md", b"x" * (3 * door.settings.max_article_bytes))}
    reply = visitor.send("/", files=large)
    assert reply.status_code == 413
    assert "<h1>" in reply.text
