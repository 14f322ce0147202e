"""Takes Markdown with front matter, footnotes and HTML; gives the Draft. Pure.

The tokens are rendered to HTML with the place of each word marked, so that one walk
reads every format alike.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink, normalizeLinkText
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from service.domain import BlockKind
from service.errors import TooLarge, UnreadableArticle
from workers.reading.draft import Draft
from workers.reading.formats.front_matter import split_toml, with_header, yaml_fields
from workers.reading.formats.html import read_tree
from workers.reading.formats.tree import parse
from workers.reading.formats.walk import KIND_ATTRIBUTE
from workers.reading.marks import mark, mark_comment, mark_markup

_WORD = re.compile(r"\S+")
# Each sign may open or close something, and costs the parser about a kilobyte.
_SIGN = re.compile(r"[*_`~]+|\[")
_MOST_SIGNS = 200_000
_LINE = re.compile(r"^.*\S", re.MULTILINE)
_MOST_LINES = 100_000  # a line may be a block, and costs about three kilobytes
_DEEPEST = 20  # nested quotations and lists; more makes brackets slow to read
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
_FAR = 2_000  # characters; a word found farther on is another word

# mdurl shares each of its tables before it has filled it, so two threads that read the first
# addresses of a process at once would fail (IndexError). They are filled here, while the lock
# of this module's import holds all others back.
# https://github.com/executablebooks/mdurl/blob/master/src/mdurl/_encode.py
normalizeLink("")
normalizeLinkText("")


def read_markdown(source: str, url: str | None) -> Draft:
    """Give the draft in Markdown ``source``; ``url`` is where it stands, for relative links.

    Raises ``TooLarge`` for more lines or signs of markup than any article has, and
    ``UnreadableArticle`` for quotations and lists nested deeper than is read.
    """
    _check_size(source)
    fields, source = split_toml(source)
    markup, header = _rendered(source)
    root = parse(f"<div>{markup}</div>", keeps_ignores=True)
    draft = read_tree(root, url, trusts_kinds=True)
    return with_header(draft, {**yaml_fields(header), **fields})


def _check_size(source: str) -> None:
    if len(_SIGN.findall(source)) > _MOST_SIGNS:
        raise TooLarge(
            f"The article holds more than {_MOST_SIGNS:,} signs of Markdown; "
            "send it as HTML or plain text."
        )
    if sum(1 for _ in _LINE.finditer(source)) > _MOST_LINES:
        raise TooLarge(
            f"The article has more than {_MOST_LINES:,} lines; at most so many are read."
        )


def _rendered(source: str) -> tuple[str, str]:
    """Give the marked HTML of a draft, and its YAML header; the many tokens are let go."""
    parser = _parser()
    env: dict[str, object] = {}
    tokens = parser.parse(source, env)
    if any(t.type in _CONTAINERS and t.level + 1 >= _DEEPEST for t in tokens):
        raise UnreadableArticle(
            f"The article's Markdown is nested {_DEEPEST} levels deep, "
            "so its text cannot be read whole."
        )
    header = next((t.content for t in tokens if t.type == "front_matter"), "")
    _Marker(source).mark_all(tokens)
    return parser.renderer.render(tokens, parser.options, env), header


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable(
        ["table", "strikethrough"]
    )
    parser.use(footnote_plugin).use(front_matter_plugin)
    parser.add_render_rule("footnote_caption", _number_of_note)
    return parser


def _number_of_note(
    _renderer: RendererProtocol,
    tokens: Sequence[Token],
    index: int,
    _options: OptionsDict,
    _env: EnvType,
) -> str:
    """Give the number alone: the plugin's "[1:2]" of a note named again is no marker elsewhere."""
    return f"[{int(tokens[index].meta['id']) + 1}]"


class _Marker:
    """Writes into each text token where its words stand in the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]

    def mark_all(self, tokens: Sequence[Token]) -> None:
        """Mark the text of all tokens in place."""
        for index, token in enumerate(tokens):
            if token.type == "inline":
                _caption(tokens, index)
                token.children = [t for t in token.children or () if t.type != "image"]
                self._mark_inline(token)
            elif token.type == "html_block":
                token.content = self._marked_html(token)
            elif token.type in {"fence", "code_block"}:
                token.type = "html_block"
                token.content = f'<pre {KIND_ATTRIBUTE}="{BlockKind.BOILERPLATE}"></pre>'

    def _line(self, number: int) -> int:
        return self.lines[min(number, len(self.lines) - 1)]

    def _mark_inline(self, token: Token) -> None:
        if token.map is None:
            return
        cursor, limit = self._line(token.map[0]), self._line(token.map[1])
        for child in token.children or ():
            if child.type in {"text", "code_inline"}:
                cursor, child.content = self._marked(child.content, cursor, limit)
            elif child.type == "html_inline":
                found = self.source.find(child.content, cursor, limit)
                plain = child.content.replace(KIND_ATTRIBUTE, "")
                child.content = plain if found < 0 else mark_comment(plain, found)

    def _marked(self, content: str, cursor: int, limit: int) -> tuple[int, str]:
        """``content`` with marks where it does not run parallel to the source."""
        parts, done, shift = [], 0, None
        for word in _WORD.finditer(content):
            end = min(limit, cursor + len(word.group()) + _FAR)
            found = self.source.find(word.group(), cursor, end)
            if found < 0:
                continue
            cursor = found + len(word.group())
            if found - word.start() != shift:
                shift = found - word.start()
                parts += [content[done : word.start()], mark(found)]
                done = word.start()
        return cursor, "".join([*parts, content[done:]])

    def _marked_html(self, token: Token) -> str:
        content = token.content.replace(KIND_ATTRIBUTE, "")
        if token.map is None:
            return content
        # In a list or a quotation the lines of the draft are indented, those of the token not.
        bare = content.strip()
        base = self.source.find(bare, self._line(token.map[0]), self._line(token.map[1]))
        return content if base < 0 else f"{mark_markup(bare, base)}\n"


def _caption(tokens: Sequence[Token], index: int) -> None:
    """Make a caption of a paragraph that is nothing but an image."""
    token = tokens[index]
    shown = [t for t in token.children or () if t.type != "softbreak" and (t.content or t.nesting)]
    if len(shown) != 1 or shown[0].type != "image" or tokens[index - 1].type != "paragraph_open":
        return
    words = shown[0].attrs.get("title") or shown[0].content
    token.children = [Token("text", "", 0, content=str(words))]
    for paragraph in (tokens[index - 1], tokens[index + 1]):
        paragraph.tag = "figcaption"
        paragraph.hidden = False
