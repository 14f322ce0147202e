"""The pages' own files: kept for good where the address names the content, else asked for anew."""

import re

from service.web.assets import STATIC, asset


def test_every_file_is_kept_for_good_at_the_address_that_pages_link_it_by(door):
    """What a browser holds needs no second request, and another content has another address."""
    for name in sorted(each.name for each in STATIC.iterdir()):
        reply = door.client.get(asset(name))
        assert reply.content == (STATIC / name).read_bytes()
        assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert len({asset(each.name).split("/")[2] for each in STATIC.iterdir()}) > 1
    linked = re.findall(r'"(/static/[^"]+)"', door.client.get("/").text)
    assert linked
    assert all(each == asset(each.rpartition("/")[2]) for each in linked)


def test_an_address_that_names_no_or_another_content_is_answered_and_not_kept(door):
    """As by a server of another version while one is rolled out."""
    for path in ("/static/page.css", "/static/000000000000/page.css"):
        reply = door.client.get(path)
        assert reply.status_code == 200
        assert reply.headers["cache-control"] == "no-store"
    for path in ("/static/none.css", "/static/000000000000/none.css", "/static/..%2fassets.py"):
        assert door.client.get(path).status_code == 404
