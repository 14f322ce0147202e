"""A folder and a local web in, fifty drafts in three formats and their sources there. I/O: files.

The drafts are made of ``stories.txt`` as a newsroom would: four sentences of one story and two of
another, a headline, the date of the day after the later page; into forty of them goes one
fault of ``faults.txt``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from web import Answer, LocalWeb

from newsroom.planted import IN_MARKUP, LOST, MARKUP, PAGES

HERE = Path(__file__).parent
DRAFTS = 50
FORMATS = ("md", "html", "docx")
_LINK = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a draft says, link words in brackets, and where the link leads (``None``: no link).

    Of several links each has its address, with spaces between.
    """

    text: str
    url: str | None

    @property
    def parts(self) -> Iterator[tuple[str, str | None]]:
        """The sentence in parts, each with the address that it links."""
        urls = iter((self.url or "").split())
        for place, words in enumerate(_LINK.split(self.text)):
            yield words, next(urls, None) if place % 2 else None

    @property
    def words(self) -> str:
        """The sentence as a reader sees it."""
        return _LINK.sub(r"\1", self.text)


@dataclass(frozen=True, slots=True)
class Story:
    """A page that is cited, and what drafts say from it."""

    url: str
    date: str
    title: str
    headline: str
    pairs: tuple[tuple[str, str], ...]

    def page(self) -> str:
        """The page, as its host serves it."""
        body = "".join(f"<p>{said}</p>" for said, _ in self.pairs)
        return (
            f'<!doctype html><html lang="en"><head><title>{self.title}</title>'
            f'<meta property="article:published_time" content="{self.date}T08:00:00Z"></head>'
            f"<body><nav><a href='/'>Home</a></nav><article><h1>{self.title}</h1>{body}</article>"
            "<footer>Imprint</footer></body></html>"
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence planted in a draft, and the rule that must find it."""

    draft: int
    rule: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft before it has a format."""

    number: int
    headline: str
    sentences: tuple[Sentence, ...]
    date: str = ""
    markup: str = ""

    @property
    def name(self) -> str:
        """The file's name: every third draft is of one format."""
        return f"draft-{self.number:02}.{FORMATS[self.number % len(FORMATS)]}"


def stories() -> tuple[Story, ...]:
    """Read the stories."""
    found: list[Story] = []
    for line in (HERE / "stories.txt").read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "@":
            address, date, title = rest.split(" ", 2)
            found.append(Story(f"https://{address}", date, title, "", ()))
        elif mark == "!":
            found[-1] = replace(found[-1], headline=rest)
        elif mark == "=":
            found[-1] = replace(found[-1], pairs=(*found[-1].pairs, (rest, "")))
        elif mark == ">":
            *before, (said, _) = found[-1].pairs
            found[-1] = replace(found[-1], pairs=(*before, (said, rest)))
    return tuple(found)


def faults() -> tuple[Fault, ...]:
    """Read the faults."""
    by_name = {story.url.split("/")[2].split(".")[0]: story.url for story in stories()}
    found = []
    for line in (HERE / "faults.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, text = line.partition(" | ")
        number, rule, where = head.split(" ")
        named = [by_name.get(each, f"https://{each}") for each in where.split("+")]
        url = None if where == "-" else " ".join(named)
        url = LOST if where == "lost" else url
        found.append(Fault(int(number), rule, Sentence(text, url)))
    return tuple(found)


def drafts() -> tuple[DraftText, ...]:
    """Put the fifty drafts together, faults in their midst."""
    told, planted = stories(), {fault.draft: fault for fault in faults()}
    made = []
    for number in range(1, DRAFTS + 1):
        main, aside = told[number % len(told)], told[(3 * number + 1) % len(told)]
        if aside is main:
            aside = told[(number + 1) % len(told)]
        first = number // len(told)
        sentences = [*_some(main, first, 4), *_some(aside, first + 2, 2)]
        markup = ""
        if number in planted:
            if planted[number].rule not in IN_MARKUP:
                sentences.insert(3, planted[number].sentence)
            markup = MARKUP.get(planted[number].rule, "")
        written = date.fromisoformat(max(main.date, aside.date)) + timedelta(days=1)
        made.append(DraftText(number, main.headline, tuple(sentences), written.isoformat(), markup))
    return tuple(made)


BUDGET = "https://wend.example/budget"
MISQUOTE = Sentence(
    "“Passengers asked for comfort and not for speed,” [managing director Ingrid Falk said].",
    "https://rail.nordvik.example/press/timetable",
)


def with_budget(made: tuple[DraftText, ...], number: int) -> tuple[DraftText, ...]:
    """Let one draft rest on a page that no other cites."""
    said = Sentence("The budget of Wend [grew to 12.4 million euros] in 2025.", BUDGET)
    return tuple(
        replace(d, sentences=(*d.sentences, said)) if d.number == number else d for d in made
    )


def serve_budget(web: LocalWeb, millions: str) -> None:
    """Serve that page, with the sum that it has just now."""
    said = f"The budget of Wend grew to {millions} million euros in 2025, the treasurer reports."
    web.page(BUDGET, f"<html lang='en'><body><article><p>{said}</p></article></body></html>")


def third_change(
    made: tuple[DraftText, ...], *, moved: int, misquoted: int
) -> tuple[DraftText, ...]:
    """Move the first paragraph of one draft to its end, and put a misquotation into another."""
    changed = []
    for draft in made:
        if draft.number == moved:
            changed.append(replace(draft, sentences=(*draft.sentences[1:], draft.sentences[0])))
        elif draft.number == misquoted:
            changed.append(replace(draft, sentences=(*draft.sentences, MISQUOTE)))
        else:
            changed.append(draft)
    return tuple(changed)


def _some(story: Story, first: int, many: int) -> Iterator[Sentence]:
    for place in range(first, first + many):
        yield Sentence(story.pairs[place % len(story.pairs)][1], story.url)


def write_drafts(folder: Path, made: tuple[DraftText, ...]) -> None:
    """Write each draft in its format."""
    folder.mkdir(parents=True, exist_ok=True)
    for draft in made:
        path = folder / draft.name
        if path.suffix == ".docx":
            _document(draft, path)
        elif path.suffix == ".html":
            path.write_text(_html(draft), encoding="utf-8")
        else:
            path.write_text(_markdown(draft), encoding="utf-8")


def serve(web: LocalWeb) -> None:
    """Serve the stories' pages, and what is in trouble."""
    for story in stories():
        web.page(story.url, story.page(), Cache_Control="max-age=86400")
    web.add(LOST, Answer(b"<h1>Gone</h1>", 404))
    for url, page in PAGES.items():
        web.page(url, page)
    web.add("https://dead.example/", Answer(b"<h1>Gone</h1>", 404))
    web.page("https://closed.example/robots.txt", "User-agent: *\nDisallow: /\n")
    web.page("https://paid.example/analysis", _PAID)


_PAID = (
    '<!doctype html><html lang="en"><head><title>Analysis</title>'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Analysis", '
    '"isAccessibleForFree": false, "hasPart": {"@type": "WebPageElement", '
    '"isAccessibleForFree": false, "cssSelector": ".paid"}}</script></head><body><article>'
    "<h1>Analysis</h1><p>The year was not a good one for those who build ships.</p>"
    "<div class='paywall'>Subscribe to read on: 9 euros a month.</div></article></body></html>"
)


def _markdown(draft: DraftText) -> str:
    body = "\n\n".join(
        "".join(words if url is None else f"[{words}]({url})" for words, url in sentence.parts)
        for sentence in draft.sentences
    )
    return f"---\ndate: {draft.date}\n{draft.markup}---\n# {draft.headline}\n\n{body}\n"


def _html(draft: DraftText) -> str:
    body = "\n".join(f"<p>{_anchored(s)}</p>" for s in draft.sentences)
    head = f'<meta property="article:published_time" content="{draft.date}">\n'
    return f"{head}<h1>{draft.headline}</h1>\n{body}\n{draft.markup}"


def _anchored(sentence: Sentence) -> str:
    return "".join(
        words if url is None else f'<a href="{url}">{words}</a>' for words, url in sentence.parts
    )


def _document(draft: DraftText, path: Path) -> None:
    document = Document()
    document.add_heading(draft.headline, 0)
    for sentence in draft.sentences:
        paragraph = document.add_paragraph()
        for words, url in sentence.parts:
            if url is None:
                paragraph.add_run(words)
            else:
                _add_link(paragraph, words, url)
    document.save(path)


def _add_link(paragraph: Paragraph, words: str, url: str) -> None:
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(paragraph.add_run(words)._r)
    paragraph._p.append(link)
