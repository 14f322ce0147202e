"""Real articles with real links, which are not part of the project: by command and API."""

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cli.command import SHARED, Done, sourceproof, without_network
from lxml import html
from web import LocalWeb

from service.store import open_store
from workers.reading.urls import url_identity

PAIRS = SHARED / "pages" / "linked_pairs"
BODIES = SHARED / "pages" / "articles_with_links" / "snopes_article_html.jsonl"
TENANT = "local"

pytestmark = pytest.mark.skipif(
    not PAIRS.is_dir(), reason="the shared pages are not beside the checkout"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and a page that it links to, with what the manifest says of the link."""

    name: str
    relation: str
    is_body: bool
    article_url: str
    target_url: str
    anchor: str
    article: bytes
    cited: bytes


def read_pairs(relation: str) -> list[Pair]:
    if not PAIRS.is_dir():
        return []
    manifest = json.loads((PAIRS / "MANIFEST.json").read_text())
    return [_pair(entry) for entry in manifest if entry["relation"] == relation]


def _pair(entry: dict[str, Any]) -> Pair:
    folder = PAIRS / entry["dir"]
    return Pair(
        name=entry["dir"],
        relation=entry["relation"],
        is_body=entry["kind"] == "snopes_body",
        article_url=entry["article_url"],
        target_url=entry["target_url"],
        anchor=entry["anchor"],
        article=gzip.decompress((folder / "article.html.gz").read_bytes()),
        cited=gzip.decompress((folder / "cited.html.gz").read_bytes()),
    )


CITED = read_pairs("cited_in_text")
IN_NAVIGATION = read_pairs("navigation_or_related")


def bare(url: str | None) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", url or "")


def hosts(page: bytes) -> set[str]:
    """The hosts that a page names anywhere, so that none of them is looked up in a test."""
    found = re.findall(rb"""https?:[\\/]+([\w.-]+)|["']//([\w.-]+)""", page)
    return {(plain or relative).decode().lower().rstrip(".") for plain, relative in found}


def serve_pair(web: LocalWeb, pair: Pair) -> dict[str, str]:
    """Serve both pages under their own names; give the environment that finds them there."""
    article = urlsplit(pair.article_url)
    target = urlsplit(pair.target_url if "://" in pair.target_url else f"//{pair.target_url}")
    for at, page in ((article, pair.article), (target, pair.cited)):
        name = (at.hostname or "").removeprefix("www.")
        for host in (name, f"www.{name}"):
            for path in (at.path, at.path.removesuffix("/"), f"{at.path}/"):
                web.page(f"http://{host}{path}", page, media_type="text/html")
    served = {host for host, _ in web.routes}
    return web.environ(*sorted(served | hosts(pair.article)))


def check(pair: Pair, environ: dict[str, str], folder: Path) -> Done:
    """Check an article as an editor would: a body from the CMS as a file, a page by its URL."""
    if not pair.is_body:
        return sourceproof("check", pair.article_url, "--format", "json", environ=environ)
    draft = folder / "article.html"
    draft.write_bytes(pair.article)
    return sourceproof("check", draft, "--format", "json", environ=environ)


def assert_cited_and_located(report: dict[str, Any], pair: Pair) -> dict[str, Any]:
    """The linked page was found, read, and gave a passage to the statement that links to it."""
    (source,) = [s for s in report["sources"] if bare(s["url"]) == bare(pair.target_url)]
    assert source["access"] in {"ok", "partial_text"}, source["obstacle"]
    citing = [s for s in report["statements"] if source["id"] in s["citations"]]
    carrying = [s for s in citing if pair.anchor in s["text"]]
    assert carrying, [s["text"] for s in citing]
    passages = [e for s in carrying for e in s["evidence"] if e["source_id"] == source["id"]]
    assert passages, [(s["verdict"], s["reason"]) for s in carrying]
    assert all(p["text"] and p["start"] < p["end"] for p in passages)
    return source


@pytest.mark.parametrize("pair", CITED, ids=lambda p: p.name)
def test_a_page_linked_in_the_text_is_read_and_its_passage_shown_by_the_command(
    pair: Pair, local_web: LocalWeb, tmp_path: Path
) -> None:
    done = check(pair, serve_pair(local_web, pair), tmp_path)
    assert done.code in {0, 1, 4}, done.err
    report = done.report
    assert_cited_and_located(report, pair)
    text = report["article"]["text"]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in report["statements"])


TIMES = re.compile(r'"(checked_at|retrieved_at)": "[^"]*"')


def test_linked_pairs_recorded_once_are_the_same_reports_to_the_byte_without_a_network(
    local_web: LocalWeb, tmp_path: Path
) -> None:
    articles: list[object] = []
    environ = {}
    for pair in CITED:
        environ = serve_pair(local_web, pair)
        draft = tmp_path / f"{pair.name}.html"
        draft.write_bytes(pair.article)
        articles.append(draft if pair.is_body else pair.article_url)
    hosts_of_all = {host for pair in CITED for host in hosts(pair.article)}
    environ = local_web.environ(*sorted({host for host, _ in local_web.routes} | hosts_of_all))
    kept = tmp_path / "kept"
    arguments = ("check", *articles, "--format", "json")
    recorded = sourceproof(*arguments, "--record", kept, environ=environ)
    assert len(json.loads(recorded.out)) == len(CITED), recorded.err
    local_web.close()
    replayed = without_network(*arguments, "--replay", kept)
    assert replayed.code == recorded.code
    assert TIMES.sub("", replayed.out) == TIMES.sub("", recorded.out)


@pytest.mark.parametrize("pair", CITED, ids=lambda p: p.name)
def test_a_page_linked_in_the_text_is_read_and_its_passage_kept_through_the_api(
    pair: Pair, local_web: LocalWeb, api: Any
) -> None:
    client, tools = api(serve_pair(local_web, pair))
    article = {"html": pair.article.decode()} if pair.is_body else {"url": pair.article_url}
    reply = client.post(
        "/v1/verifications", json={"article": article}, headers={"Prefer": "wait=60"}
    )
    assert reply.status_code in {200, 202}, reply.text
    name = reply.json()["id"]
    report = client.get(f"/v1/verifications/{name}/report").raise_for_status().json()
    source = assert_cited_and_located(report, pair)
    with open_store(tools.engine, reading=True) as store:
        kept = store.load_report(name, TENANT)
    texts = {s.id: s.page.text for s in kept.sources if s.page is not None}
    evidence = [e for s in report["statements"] for e in s["evidence"]]
    assert source["id"] in {e["source_id"] for e in evidence}
    for passage in evidence:
        text = texts[passage["source_id"]]
        assert text[passage["start"] : passage["end"]] == passage["text"]


def check_offline(folder: Path, drafts: dict[str, bytes]) -> tuple[int, dict[str, Any]]:
    """Check many drafts in one process; give its exit code, and a report for each name."""
    paths = []
    for name, content in drafts.items():
        paths.append(folder / f"{name}.html")
        paths[-1].write_bytes(content)
    done = sourceproof("check", *paths, "--offline", "--format", "json")
    assert done.out, done.err
    return done.code, dict(zip(drafts, json.loads(done.out), strict=True))


@pytest.fixture(scope="module")
def in_navigation(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    drafts = {pair.name: pair.article for pair in IN_NAVIGATION}
    return check_offline(tmp_path_factory.mktemp("pages"), drafts)


@pytest.mark.parametrize("pair", IN_NAVIGATION, ids=lambda p: p.name)
def test_a_page_linked_in_the_navigation_is_no_source_of_the_report(
    pair: Pair, in_navigation: tuple[int, dict[str, Any]]
) -> None:
    report = in_navigation[1][pair.name]
    assert report["statements"]
    assert bare(pair.target_url) not in {bare(s["url"]) for s in report["sources"]}


def read_bodies() -> list[dict[str, Any]]:
    if not BODIES.is_file():
        return []
    with BODIES.open() as lines:
        return [json.loads(line) for line, _ in zip(lines, range(10), strict=False)]


def folded(text: str) -> str:
    return " ".join(text.split())


def external_links(body: str) -> list[tuple[str, str]]:
    """The links of a body that a reader sees, as (URL, words)."""
    found = []
    for anchor in html.document_fromstring(body).iter("a"):
        target = (anchor.get("href") or "").strip()
        words = folded("".join(anchor.itertext()))
        in_script = any(e.tag in {"script", "style"} for e in anchor.iterancestors())
        if words and not in_script and target.lower().startswith(("http://", "https://")):
            found.append((target.replace(" ", "%20"), words))
    return found


BODY_ROWS = {row["link"].rsplit("/", 2)[-2]: row for row in read_bodies()}


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    drafts = {name: row["html"].encode() for name, row in BODY_ROWS.items()}
    return check_offline(tmp_path_factory.mktemp("bodies"), drafts)


def test_ten_bodies_without_a_network_are_no_success(
    bodies: tuple[int, dict[str, Any]],
) -> None:
    code, reports = bodies
    assert len(reports) == 10
    assert code == 3
    for report in reports.values():
        assert report["gate"] == {"result": "inconclusive", "failed_by": ["nothing_checked"]}
        assert report["coverage"] is None


@pytest.mark.parametrize("name", BODY_ROWS)
def test_every_external_link_of_a_body_is_a_citation_of_the_statement_that_carries_it(
    name: str, bodies: tuple[int, dict[str, Any]]
) -> None:
    report = bodies[1][name]
    links = external_links(BODY_ROWS[name]["html"])
    assert links
    # A page and a snapshot of it are one source, so not every link has one to itself.
    ids = {url_identity(s["url"]): s["id"] for s in report["sources"]}
    for url, words in links:
        source_id = ids[url_identity(url)]
        holding = [folded(s["text"]) for s in report["statements"] if source_id in s["citations"]]
        assert any(words in text or text in words for text in holding), url


@pytest.mark.parametrize("name", BODY_ROWS)
def test_without_a_network_every_source_of_a_body_says_that_it_was_not_asked(
    name: str, bodies: tuple[int, dict[str, Any]]
) -> None:
    report = bodies[1][name]
    assert {(s["access"], s["obstacle"]) for s in report["sources"]} == {
        ("refused", "offline: no request was made")
    }
    resting = [s for s in report["statements"] if s["citations"]]
    assert resting
    for statement in resting:
        if statement["verdict"] != "not_applicable":
            assert statement["verdict"] == "could_not_check"
            assert "offline: no request was made" in statement["reason"]
