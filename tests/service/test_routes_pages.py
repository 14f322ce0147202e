"""The page for people without a program."""

import pytest
from lxml import html
from report_fixture import sample_report

FIELDS = {"draft": "# Title\n\nText.", "format": "markdown", "url": "", "sources": ""}


def submitted(door, **fields):
    return door.client.post("/", data=FIELDS | fields, follow_redirects=False)


def test_a_draft_goes_in_and_its_progress_is_shown(door):
    reply = submitted(door, sources="https://example.org/a\n\n https://example.org/b \n")
    assert reply.status_code == 303
    page = html.fromstring(door.client.get(reply.headers["location"]).text)
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["2"]
    assert door.rung == [reply.headers["location"].rsplit("/", 1)[1]]


def test_the_page_of_a_finished_check_is_its_report(door):
    place = submitted(door).headers["location"]
    door.finish(door.rung[0], sample_report())
    report = door.client.get(place, headers={"accept": "text/html,*/*;q=0.8"})
    assert report.url.path.endswith("/report")
    assert report.headers["content-type"].startswith("text/html")
    assert sample_report().article.title in report.text


def test_a_check_that_failed_says_why(door):
    place = submitted(door).headers["location"]
    door.fail(door.rung[0], "The article <b> could not be read.")
    text = door.client.get(place).text
    assert "The article &lt;b&gt; could not be read." in text


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


def test_the_pages_use_no_script_and_no_inline_style(door):
    place = submitted(door).headers["location"]
    for path in ("/", place):
        reply = door.client.get(path)
        page = html.fromstring(reply.text)
        assert page.xpath("//script | //style | //*[@style] | //*[@onclick]") == []
        policy = reply.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "form-action 'self'" in policy
        for asset in page.xpath("//link/@href"):
            assert door.client.get(asset).status_code == 200


def test_every_field_of_the_form_has_its_label(door):
    page = html.fromstring(door.client.get("/").text)
    labels = set(page.xpath("//label/@for"))
    fields = set(page.xpath("//form//*[self::input or self::textarea or self::select]/@id"))
    assert fields == labels
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == 1


def test_a_form_that_is_none_of_ours_is_the_callers_error(door):
    assert door.client.post("/", content=b"x").status_code == 422
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert door.client.post("/", content=b"x", headers=kind).status_code == 400
    file = {"draft": ("a.txt", b"A draft.")}
    assert door.client.post("/", files=file).status_code == 400


def test_where_keys_are_required_the_page_shows_and_takes_nothing(locked_door):
    assert "Recent checks" not in locked_door.client.get("/").text
    assert locked_door.client.post("/", data=FIELDS).status_code == 404
    assert locked_door.client.get("/verifications/vf_1").status_code == 404
