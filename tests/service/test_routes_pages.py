"""The page for people without a program."""

import re
from importlib.resources import files

import pytest
from browsing import PAGE, Visitor
from lxml import html
from report_fixture import sample_report

from service.domain import Reading, StatementKind
from service.errors import InvalidInput
from service.routes.pages.drafting import MAX_TYPED, Draft, to_submission
from service.store import open_store
from service.web.assets import STATIC

FIELDS = {"draft": "# Title\n\nText.", "format": "markdown", "url": "", "sources": ""}


def submitted(door, **fields):
    return Visitor(door.client).send("/", FIELDS | fields)


def test_a_draft_goes_in_and_its_progress_is_shown(door):
    reply = submitted(door, sources="https://example.org/a\n\n https://example.org/b \n")
    assert reply.status_code == 303
    page = html.fromstring(door.client.get(reply.headers["location"]).text)
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["2"]
    assert door.rung == [reply.headers["location"].rsplit("/", 1)[1]]


def test_the_page_of_a_finished_check_is_its_report(door):
    place = submitted(door).headers["location"]
    door.finish(door.rung[0], sample_report())
    report = door.client.get(place, headers=PAGE)
    assert report.url.path.endswith("/report")
    assert report.headers["content-type"].startswith("text/html")
    assert sample_report().article.title in report.text


def test_a_check_that_failed_says_why(door):
    place = submitted(door).headers["location"]
    door.fail(door.rung[0], "The article <b> could not be read.")
    text = door.client.get(place).text
    assert "The article &lt;b&gt; could not be read." in text


def test_an_address_that_cannot_be_read_leads_to_pasting_the_text(door):
    """Who gave an address can go on without it."""
    place = submitted(door, draft="", url="https://paper.example/a").headers["location"]
    door.fail(door.rung[0], "the article could not be read")
    page = html.fromstring(door.client.get(place).text)
    assert page.xpath("//main/p/a[@href='/']/text()") == ["paste the article’s text"]


def test_the_form_lets_in_one_more_than_is_taken_so_that_no_draft_is_cut_unseen(door):
    """A browser without scripts cuts at the length of a field, and says nothing of it."""
    page = html.fromstring(door.client.get("/").text)
    fields = [page.get_element_by_id(name) for name in ("draft", "sources", "text-1")]
    assert {field.get("maxlength") for field in fields} == {str(MAX_TYPED + 1)}
    cut = "é\n" * (MAX_TYPED // 2) + "x"
    for name in ("draft", "text-1", "sources"):
        reply = submitted(door, **{name: cut})
        told = html.fromstring(reply.text).get_element_by_id(f"{name}-wrong").text_content()
        assert (reply.status_code, "1,000,000" in told) == (422, True)
    taken = ("é\n" * (MAX_TYPED // 2)).replace("\n", "\r\n")
    to_submission(Draft({"draft": taken, "format": "text"}))
    with pytest.raises(InvalidInput):
        to_submission(Draft({"draft": "🚢" * (MAX_TYPED // 2 + 1), "format": "text"}))


def test_a_draft_that_is_too_long_for_the_form_is_told_with_what_to_do(door):
    """Whichever limit it meets: that of a field, or that of the whole request."""
    visitor = Visitor(door.client)
    limit = door.settings.max_article_bytes
    for size in (limit + 1, 2 * limit + 1):
        reply = visitor.send("/", {"draft": "a" * size}, files={"file": ("", b"")})
        assert reply.status_code in {400, 413}
        assert "Go back: the draft still stands in the form." in reply.text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"draft": "", "url": ""}, "draft"),
        ({"draft": "a", "url": "https://example.org"}, "draft"),
        ({"draft": "", "url": "ftp://example.org"}, "url"),
        ({"sources": "nonsense"}, "sources"),
        ({"draft": "a\0b"}, "draft"),
        ({"format": "docx", "draft": ""}, "draft"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(door, fields, field):
    reply = submitted(door, **fields)
    assert reply.status_code == 422
    page = html.fromstring(reply.text)
    link = page.xpath("//div[@role='alert']//a/@href")[0]
    assert link == f"#{field}"
    assert page.get_element_by_id(field) is not None
    assert "Value error" not in reply.text
    assert door.rung == []


def test_the_list_of_recent_checks_escapes_what_callers_wrote(door):
    door.posted(text="A.", title="<script>alert(1)</script>")
    text = door.client.get("/").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_pasted_draft_is_listed_by_its_title_once_it_was_read(door):
    place = submitted(door).headers["location"]
    assert "Draft " in door.client.get("/").text
    door.finish(door.rung[0], sample_report())
    row = html.fromstring(door.client.get("/").text).xpath(f"//a[@href='{place}']")[0]
    assert row.text == sample_report().article.title
    shown = door.client.get(f"/v1{place}").json()
    assert shown["title"] == sample_report().article.title


def test_the_pages_use_no_script_and_no_style_but_their_own_files(door):
    """Nothing that stands in a page itself may run: scripts and styles are files of ours."""
    place = submitted(door).headers["location"]
    for path in ("/", place):
        reply = door.client.get(path)
        page = html.fromstring(reply.text)
        assert page.xpath("//script[not(@src) or text()] | //style | //*[@style]") == []
        assert page.xpath("//@*[starts-with(name(), 'on')]") == []
        policy = reply.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "form-action 'self'" in policy
        for asset in page.xpath("//link/@href | //script/@src"):
            assert asset.startswith("/static/")
            assert door.client.get(asset).status_code == 200


def test_every_field_of_the_form_has_its_label(door):
    page = html.fromstring(door.client.get("/").text)
    labels = set(page.xpath("//label/@for"))
    fields = set(page.xpath("//form//*[self::input or self::textarea or self::select]/@id"))
    assert fields == labels
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == 1


def test_a_form_that_is_none_of_ours_is_the_callers_error(door):
    """It says so, in a page, and nothing is begun."""
    assert door.client.post("/", content=b"x").status_code == 422
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert door.client.post("/", content=b"x", headers=kind).status_code == 400
    file = {"draft": ("a.txt", b"A draft.")}
    assert submitted(door, draft="").status_code == 422
    assert Visitor(door.client).send("/", FIELDS | {"draft": ""}, files=file).status_code == 422
    assert door.rung == []


def test_a_file_goes_in_as_a_draft(door):
    """By its name, and where it is none that is read, the field says so."""
    visitor = Visitor(door.client)
    fields = FIELDS | {"draft": ""}
    reply = visitor.send("/", fields, files={"file": ("a.md", b"# A\n\nText.")})
    assert reply.status_code == 303
    reply = visitor.send("/", fields, files={"file": ("a.exe", b"MZ")})
    page = html.fromstring(reply.text)
    assert "A draft is one of" in page.get_element_by_id("file-wrong").text_content()
    reply = visitor.send("/", fields, files={"file": ("a.md", b"  ")})
    assert "The file is empty." in reply.text


def test_sources_as_text_are_private_where_that_is_ticked(door):
    """Empty blocks of the form are none."""
    more = {"text-1": "Said by hand.", "label-1": "Notes", "private-1": "yes", "text-3": "Open."}
    place = submitted(door, **more).headers["location"]
    with open_store(door.engine, reading=True) as store:
        kept = store.get(place.rsplit("/", 1)[1], "local").submission.sources
    assert [(s.text, s.label, s.private) for s in kept] == [
        ("Said by hand.", "Notes", True),
        ("Open.", None, False),
    ]


def test_options_reach_the_check_and_what_is_wrong_with_one_is_said_at_it(door):
    """The rules are the API's; the words stand at the field that was filled in."""
    good = {"fail_on": "contradicted, SP301", "max_could_not_check": "40", "title": "T"}
    place = submitted(door, **good).headers["location"]
    with open_store(door.engine, reading=True) as store:
        kept = store.get(place.rsplit("/", 1)[1], "local").submission
    assert kept.title == "T"
    assert kept.options == {"fail_on": ["contradicted", "SP301"], "max_could_not_check": 40}
    for field, value in (
        ("fail_on", "SP999"),
        ("max_could_not_check", "many"),
        ("published_at", "yesterday"),
        ("callback_url", "http://127.0.0.1/"),
    ):
        page = html.fromstring(submitted(door, **{field: value}).text)
        assert page.get_element_by_id(f"{field}-wrong").text_content().strip()
        assert page.get_element_by_id(field).get("aria-describedby").startswith(f"{field}-wrong")
        assert page.xpath("//div[@role='alert']//a/@href") == [f"#{field}"]


def test_another_text_can_be_asked_for_without_a_script(door):
    """What was typed stays."""
    reply = submitted(door, more="text", **{"text-1": "One."})
    page = html.fromstring(reply.text)
    assert page.get_element_by_id("text-1").text == "One."
    assert page.get_element_by_id("text-2") is not None
    assert door.rung == []


def test_the_colours_and_types_of_the_app_are_those_of_the_report():
    """One set of names and values, in the light and in the dark."""

    def sets(style: str) -> list[dict[str, str]]:
        found = re.findall(r":root\s*\{([^}]*)\}", style)
        pairs = (re.findall(r"(--[\w-]+):\s*([^;]+?)\s*(?:;|$)", each) for each in found)
        return [{name: "".join(value.split()) for name, value in each} for each in pairs]

    report = files("service.rendering").joinpath("templates/report.css").read_text("utf-8")
    app = (STATIC / "page.css").read_text("utf-8")
    light, dark = sets(report)[:2]
    assert len(light) > 15
    assert light.items() <= sets(app)[0].items()
    assert dark.items() <= sets(app)[1].items()


def test_the_statements_are_shown_as_soon_as_the_article_is_read(door):
    """Before its sources are: none has a verdict, and every one can be read."""
    place = submitted(door).headers["location"]
    assert html.fromstring(door.client.get(place).text).xpath("//ol[@id='statements']/li") == []
    article = sample_report().article
    with open_store(door.engine) as store:
        store.save_reading(door.rung[0], Reading(article))
    lines = html.fromstring(door.client.get(place).text).xpath("//ol[@id='statements']/li")
    shown = [s for s in article.statements if s.kind is not StatementKind.BOILERPLATE]
    assert [line.get("id") for line in lines] == [each.id for each in shown]
    assert all(line.get("class") is None for line in lines)


def test_past_checks_are_searched_by_words_of_the_title(door):
    """What is found keeps what was asked for in the field; nothing found says so."""
    place = submitted(door).headers["location"]
    title = sample_report().article.title
    door.finish(door.rung[0], sample_report())
    found = html.fromstring(door.client.get("/verifications", params={"title": title[:6]}).text)
    assert found.xpath("//td//a/@href") == [place]
    assert found.xpath("//input[@id='title']/@value") == [title[:6]]
    nothing = door.client.get("/verifications", params={"title": "zebra crossing"}).text
    assert "No check is like that." in nothing
