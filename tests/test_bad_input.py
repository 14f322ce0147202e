"""Bad sources and bad drafts, over real sockets: a clear outcome each, and bounded memory."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.command import Done, sourceproof
from troubles import (
    article,
    broken_charset,
    empty_page,
    gzip_bomb,
    hang,
    huge_body,
    redirect,
    reset,
    status,
)
from web import TEXT, LocalWeb
from weighing import MOST, weighed

GOOD = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
ALSO_GOOD = "The Pilot Service of Lindholm hired nine pilots in April 2025."
RUSSIAN = "Городской совет утвердил бюджет на следующий год."
PRIVATE = "http://10.20.30.40/minutes"

# URL, what it serves, and what the report must say of it: access, and words of the obstacle.
TROUBLES: tuple[tuple[str, Any, str, str], ...] = (
    ("http://hang.test/a", hang, "timeout", "no complete answer within"),
    ("http://loop.test/a", redirect("http://loop.test/a"), "dead", "in a circle"),
    ("http://bomb.test/a", gzip_bomb(512), "too_large", "larger than 10 MB"),
    ("http://empty.test/a", empty_page(), "soft_404", "the page is empty"),
    ("http://broken.test/a", status(500), "dead", "status 500"),
    ("http://reset.test/a", reset, "dead", "broke"),
    ("http://huge.test/a", huge_body(64), "too_large", "larger than 10 MB"),
    ("http://inward.test/a", redirect(PRIVATE), "refused", "private or reserved"),
    (PRIVATE, None, "refused", "private or reserved"),
)
READ = (
    ("http://port.test/2025", article("Ships", GOOD * 3, "Anna Berg counted them twice.")),
    ("http://pilots.test/2025", article("Pilots", ALSO_GOOD, "Two of them are women.")),
)


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, float]:
    """One article that cites all troubles at once, between two sound sources."""
    lines = [f"[{GOOD}]({READ[0][0]})"]
    lines += [f"[Ship number {n} was late in May.]({t[0]})" for n, t in enumerate(TROUBLES)]
    lines += [f"[{RUSSIAN}](http://cyrillic.test/a)", f"[{ALSO_GOOD}]({READ[1][0]})"]
    folder = tmp_path_factory.mktemp("troubled")
    draft = folder / "draft.md"
    draft.write_text("\n\n".join(lines))
    with LocalWeb() as web:
        for url, route, _, _ in TROUBLES:
            if route is not None:
                web.add(url, route)
        for url, page in READ:
            web.page(url, page)
        web.add("http://cyrillic.test/a", broken_charset())
        environ = {**web.environ(), "SOURCEPROOF_FETCH_TIMEOUT": "3"}
        return weighed(folder, "check", draft, "--format", "json", environ=environ)


@pytest.mark.parametrize(("url", "access", "words"), [(t[0], t[2], t[3]) for t in TROUBLES])
def test_each_bad_source_is_told_by_its_access_and_an_obstacle_in_plain_words(
    troubled: tuple[Done, float], url: str, access: str, words: str
) -> None:
    source = troubled[0].source(url)
    assert source["access"] == access
    assert words in source["obstacle"]
    (citing,) = [s for s in troubled[0].report["statements"] if source["id"] in s["citations"]]
    assert citing["verdict"] == "could_not_check"
    assert source["obstacle"] in citing["reason"]


@pytest.mark.parametrize("sentence", [GOOD, ALSO_GOOD])
def test_a_sound_source_is_unharmed_by_the_bad_ones_beside_it(
    troubled: tuple[Done, float], sentence: str
) -> None:
    statement = troubled[0].statement(sentence)
    assert statement["verdict"] == "supported"
    assert statement["evidence"]


def test_a_page_that_names_the_wrong_charset_is_read_all_the_same(
    troubled: tuple[Done, float], local_web: LocalWeb
) -> None:
    source = troubled[0].source("http://cyrillic.test/a")
    assert (source["access"], source["title"]) == ("ok", "Бюджет")
    local_web.add("http://cyrillic.test/a", broken_charset())
    draft = f"[{RUSSIAN}](http://cyrillic.test/a)\n"
    environ = local_web.environ()
    done = sourceproof("check", "-", "--format", "json", environ=environ, stdin=draft.encode())
    statement = done.statement("утвердил бюджет")
    assert statement["verdict"] == "supported", statement["reason"]
    assert RUSSIAN in statement["evidence"][0]["text"]


def test_an_article_of_bad_sources_is_inconclusive_and_has_gaps(
    troubled: tuple[Done, float],
) -> None:
    done, _ = troubled
    assert done.code == 4, done.err
    assert done.report["job"]["status"] == "completed_with_gaps"
    assert "Traceback" not in done.err


def test_bombs_and_huge_bodies_stay_in_memory_bounds(troubled: tuple[Done, float]) -> None:
    assert troubled[1] < MOST


WORDS = "Der Bürgermeister eröffnete am Montag die Brücke über die Spree. "
UNUSABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t\r\n " * 50, "empty"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
    "no sentence": (b"***\n\n---\n\n12 34 56\n", "no sentence"),
    "10 MB": (b"The harbour opened on Monday. " * 350_000, "5,000,000"),
}
ODD: dict[str, tuple[bytes, str]] = {
    "UTF-16 without a mark": (WORDS.encode("utf-16-le"), WORDS.strip()),
    "Latin-1": (WORDS.encode("latin-1") * 3, WORDS.strip()),
    "mixed": (WORDS.encode() * 3 + WORDS.encode("latin-1"), WORDS.strip()),
    "no known language": (b"Zxq vrtl kwpf bnmd. Qrtz plkm vbnw.", "Zxq vrtl kwpf bnmd."),
}


@pytest.mark.parametrize(("content", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_draft_ends_the_command_with_2_and_one_plain_line(
    content: bytes, said: str
) -> None:
    done = sourceproof("check", "-", stdin=content)
    assert (done.code, done.out) == (2, "")
    last = done.err.strip().splitlines()[-1]
    assert last.startswith("sourceproof: ")
    assert said in last
    assert "Traceback" not in done.err


@pytest.mark.parametrize(("content", "first"), ODD.values(), ids=ODD)
def test_a_draft_in_an_odd_encoding_is_read_as_it_was_meant(content: bytes, first: str) -> None:
    done = sourceproof("check", "-", "--format", "json", stdin=content)
    assert done.code == 3
    report = done.report
    assert report["statements"][0]["text"] == first
    assert "\ufffd" not in report["article"]["text"]


@pytest.mark.parametrize(("content", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_draft_is_a_problem_or_a_failed_verification_with_a_reason(
    content: bytes, said: str, api: Callable[..., Any]
) -> None:
    client, _ = api({})
    reply = client.post(
        "/v1/verifications",
        files={"file": ("draft.txt", content, "text/plain")},
        headers={"Prefer": "wait=30"},
    )
    if reply.status_code >= 400:
        assert reply.status_code in {413, 422}
        assert reply.headers["content-type"] == "application/problem+json"
        assert reply.json()["detail"]
        return
    shown = client.get(reply.headers["location"]).json()
    assert shown["status"] == "failed"
    assert said in shown["error"]
    assert client.get(f"/v1/verifications/{shown['id']}/report").status_code in {404, 409}


def test_of_5000_links_500_are_read_and_the_rest_could_not_be_checked(
    local_web: LocalWeb, tmp_path: Path
) -> None:
    hosts = [f"h{n}.test" for n in range(20)]
    for host in hosts:
        local_web.page(f"http://{host}/", GOOD, media_type=TEXT)
    draft = tmp_path / "draft.md"
    links = (f"[{GOOD}](http://{hosts[n % 20]}/?n={n})" for n in range(5_000))
    draft.write_text("\n\n".join(links))
    done, peak = weighed(tmp_path, "check", draft, "--format", "json", environ=local_web.environ())
    report = done.report
    assert done.code == 4, done.err
    assert sum(a.path.startswith("/?n=") for a in local_web.asked) == 500
    (limit,) = report["limits"]
    assert (limit["name"], limit["limit"]) == ("max_sources", 500)
    assert "4,500" in limit["note"]
    assert report["counts"]["supported"] == 500
    assert report["counts"]["could_not_check"] == 4_500
    assert {s["obstacle"] for s in report["sources"][500:]} == {
        "Not read: the article cites more than 500 sources, the limit."
    }
    assert peak < MOST


# One character beyond the basic plane makes Python keep four bytes for each of a text.
WIDE = "\N{SHIP} "
SENTENCE = "The harbour office of Lindholm recorded {} ships in March of that year, they said. "
BYTES = 4_990_000  # just under the limit of a draft


def _long(paragraph: Callable[[int], str]) -> str:
    parts, size, number = [WIDE], len(WIDE.encode()), 0
    while size < BYTES:
        parts.append(paragraph(number))
        size += len(parts[-1])
        number += 1
    return "".join(parts)[: BYTES - len(WIDE.encode())]


def _linked(number: int, form: str) -> str:
    """Five sentences; in the first 9,000 paragraphs one is linked."""
    sentences = SENTENCE.format(number) * 5
    link = form.format(words=f"Ship {number}", url=f"https://h{number % 300}.test/{number}")
    return sentences + (link if number < 9_000 else "")


HEAVY: dict[str, Callable[[], str]] = {
    "draft.md": lambda: _long(lambda n: _linked(n, "[{words}]({url}) came in.") + "\n\n"),
    "draft.txt": lambda: _long(lambda n: _linked(n, "{words} came in: {url}") + "\n\n"),
    "draft.html": lambda: (
        "<!doctype html><html><head><title>Ships</title></head><body><article>"
        + _long(lambda n: f"<p>{_linked(n, '<a href={url}>{words}</a> came in.')}</p>")
    )[:BYTES],
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_draft_of_5_mb_is_checked_within_memory_bounds(name: str, tmp_path: Path) -> None:
    draft = tmp_path / name
    draft.write_text(HEAVY[name]())
    done, peak = weighed(tmp_path, "check", draft, "--offline", "--format", "json")
    assert done.code == 3, done.err
    assert {limit["name"] for limit in done.report["limits"]} == {"max_sources", "max_statements"}
    assert peak < MOST


@pytest.mark.parametrize(
    ("name", "paragraph", "said"),
    [
        ("links.md", "[Ship {0}](https://h.test/{0}) came in.\n", "sources"),
        ("page.html", "<!doctype html><p><a href=https://h.test/{0}>Ship {0}</a>.", "elements"),
    ],
)
def test_a_draft_of_80000_links_is_refused_within_memory_bounds(
    name: str, paragraph: str, said: str, tmp_path: Path
) -> None:
    draft = tmp_path / name
    draft.write_text("".join(paragraph.format(n) for n in range(80_000)))
    done, peak = weighed(tmp_path, "check", draft, "--offline")
    assert (done.code, done.out) == (2, "")
    assert said in done.err.strip().splitlines()[-1]
    assert peak < MOST
