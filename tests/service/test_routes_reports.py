"""The report: in the format asked for, once it is there."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import get_args

import pytest
from report_fixture import sample_report

from service.domain import JobStatus
from service.rendering import FORMATS as ALL_FORMATS
from service.rendering.json import report_to_dict
from service.routes.headers import policy_for_document
from service.routes.reports import FORMATS, FormatName
from service.schemas.report import ReportOut

URL = "/v1/verifications"


@pytest.fixture
def finished(door):
    """The address of the report of a finished verification."""
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    return f"{URL}/{verification_id}/report"


def test_the_report_as_json_is_the_contracts_model(door, finished):
    reply = door.client.get(finished)
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "application/json"
    ReportOut.model_validate(reply.json())
    given = reply.json()
    for source in given["sources"]:
        source["snapshot_url"] = None  # of this service alone
    assert given == report_to_dict(sample_report())


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/*", "text/html"),
        ("text/html;q=0.2, application/json;q=0.9", "application/json"),
        ("application/json;q=0, */*", "text/html"),
        ("TEXT/HTML; charset=utf-8", "text/html"),
        ("text/markdown", "text/markdown"),
        ("application/sarif+json", "application/sarif+json"),
        ("application/ld+json", "application/ld+json"),
        ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "application/ld+json"),
        ("application/jsonl", "application/jsonl"),
        ("text/csv", "text/csv"),
        ("image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8", "image/svg+xml"),
        ("image/png, text/html;q=0.1", "text/html"),
    ],
)
def test_the_format_is_the_one_that_the_caller_likes_best(door, finished, accept, media_type):
    headers = {} if accept is None else {"accept": accept}
    reply = door.client.get(finished, headers=headers)
    assert reply.status_code == 200
    assert reply.headers["content-type"].split(";")[0] == media_type
    assert reply.headers["vary"] == "Accept"
    assert reply.text


def test_every_format_can_be_asked_for_by_its_name(door, finished):
    """Before Accept; those for readers are the public version whoever asks."""
    assert get_args(FormatName) == tuple(ALL_FORMATS)
    for name, fmt in ALL_FORMATS.items():
        reply = door.client.get(f"{finished}?format={name}", headers={"accept": "text/html"})
        assert reply.status_code == 200
        assert reply.headers["content-type"].split(";")[0] == fmt.media_type
        assert not (fmt.is_public and "Vote of the union" in reply.text)
    assert door.client.get(f"{finished}?format=pdf").status_code == 422


def test_a_badge_may_be_shown_on_another_page_and_the_box_keeps_its_style(door, finished):
    """Else browsers would refuse the image of another origin."""
    badge = door.client.get(f"{finished}?format=badge")
    assert badge.headers["cross-origin-resource-policy"] == "cross-origin"
    box = door.client.get(f"{finished}?format=embed")
    assert box.headers["cross-origin-resource-policy"] == "same-origin"
    assert "style-src 'sha256-" in box.headers["content-security-policy"]


@pytest.mark.parametrize(
    "accept", ["image/png", "text/html;q=0", "nonsense", "*/json", ";;,", "text/html;q=nan"]
)
def test_a_format_that_there_is_not_is_not_acceptable(door, finished, accept):
    reply = door.client.get(finished, headers={"accept": accept})
    assert reply.status_code == 406
    assert reply.headers["content-type"] == "application/problem+json"
    assert all(media_type in reply.json()["detail"] for media_type in FORMATS)


def test_the_page_may_use_its_own_styles_and_nothing_else(door, finished):
    reply = door.client.get(finished, headers={"accept": "text/html"})
    policy = reply.headers["content-security-policy"]
    styles = re.findall(r"<style[^>]*>(.*?)</style>", reply.text, re.DOTALL)
    assert styles
    for style in styles:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


def test_a_script_in_a_page_is_never_allowed():
    policy = policy_for_document("<style>a{}</style><script>alert(1)</script><style>b{}</style>")
    assert policy.count("sha256-") == 2
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_public_version_holds_nothing_private(door, finished):
    public = door.client.get(finished, params={"audience": "public"})
    assert public.status_code == 200
    ReportOut.model_validate(public.json())
    private = {s.id for s in sample_report().sources if s.private}
    assert private
    told = {s["id"]: s for s in public.json()["sources"]}
    assert all(told[each]["url"] is None for each in private)
    assert public.json()["article"]["external_id"] is None
    assert door.client.get(finished, params={"audience": "nobody"}).status_code == 422


def test_an_etag_spares_a_report_that_has_not_changed(door, finished):
    first = door.client.get(finished)
    headers = {"if-none-match": first.headers["etag"]}
    assert door.client.get(finished, headers=headers).status_code == 304
    other = door.client.get(finished, headers=headers | {"accept": "text/html"})
    assert other.status_code == 200


def test_a_report_that_is_not_there_yet_says_when_to_ask_again(door):
    reply = door.client.get(f"{URL}/{door.posted()}/report")
    assert reply.status_code == 409
    assert reply.json()["detail"] == "The verification is not finished: it is queued."
    assert int(reply.headers["retry-after"]) > 0


def test_a_verification_that_failed_says_why_instead_of_a_report(door):
    verification_id = door.posted()
    door.fail(verification_id, "the article could not be read.")
    reply = door.client.get(f"{URL}/{verification_id}/report")
    assert reply.status_code == 409
    assert reply.json()["detail"] == "The verification failed: the article could not be read."
    assert "retry-after" not in reply.headers


def test_a_report_with_gaps_is_a_report(door):
    verification_id = door.posted()
    door.finish(verification_id, replace(sample_report(), status=JobStatus.COMPLETED_WITH_GAPS))
    reply = door.client.get(f"{URL}/{verification_id}/report")
    assert reply.json()["job"]["status"] == "completed_with_gaps"
