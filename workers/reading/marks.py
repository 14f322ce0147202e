"""Takes HTML source; gives it with the place of every stretch of text marked. Pure.

A parser keeps no columns, so each stretch of text carries the offset where it stood,
written in characters of private use plane 15, which survive parsing as text.
The same characters in a draft become U+FFFD first, one for one.
"""

import re
from collections.abc import Iterator

from workers.reading.ignores import WORD

_LEAD = "\U000f0000"
_DIGITS = 0x1000
_BASE = 0xF1000
_MARK = re.compile("\U000f0000([\U000f1000-\U000f1fff])([\U000f1000-\U000f1fff])")
_RESERVED = re.compile("[\U000f0000-\U000fffff]")
# Control characters that no text means; one for one, so that offsets hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# Quoted values are bounded, so that a stray quote costs no scan of the whole draft.
_TAG = re.compile(
    r"""<(?:[a-zA-Z][^\s>/]*+|/|!|\?)(?>(?:[^<>"']++|"[^"]{0,4000}+"|'[^']{0,4000}+')*)>"""
)
_RAW = re.compile(r"<(script|style|textarea|title)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
# ASCII only: str.lower may change the length.
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_VISIBLE = re.compile(r"\S")


def clean(text: str) -> str:
    """Replace what would be taken for a mark, and control characters, one for one."""
    return _CONTROL.sub(" ", _RESERVED.sub("\ufffd", text))


def mark(offset: int) -> str:
    """Give the mark for an offset; nothing for one of 2**24 code points or more."""
    if offset >= _DIGITS * _DIGITS:
        return ""
    return _LEAD + chr(_BASE + offset // _DIGITS) + chr(_BASE + offset % _DIGITS)


def unmarked(text: str) -> str:
    """``text`` without its marks."""
    return _MARK.sub("", text) if _LEAD in text else text


def stretches(text: str) -> Iterator[tuple[int | None, str]]:
    """Give the stretches of a marked text, each with the offset of its first character."""
    offset: int | None = None
    done = 0
    for match in _MARK.finditer(text):
        if match.start() > done:
            yield offset, text[done : match.start()]
        offset = (ord(match[1]) - _BASE) * _DIGITS + ord(match[2]) - _BASE
        done = match.end()
    if done < len(text):
        yield offset, text[done:]


def mark_markup(source: str, base: int = 0) -> str:
    """HTML ``source``, which stands at ``base`` in the draft, with its text marked."""
    parts: list[str] = []
    for start, end, is_text in _runs(source):
        piece = source[start:end]
        parts.append((_mark_run if is_text else mark_comment)(piece, base + start))
    return "".join(parts)


def mark_comment(markup: str, base: int) -> str:
    """Mark a comment that asks to have something passed over; give other markup as it is."""
    if not markup.startswith("<!--") or WORD not in markup:
        return markup
    return f"<!--{mark(base)}{markup[4:]}"


def _mark_run(run: str, base: int) -> str:
    first = _VISIBLE.search(run)
    if first is None:
        return run
    parts = [run[: first.start()], mark(base + first.start())]
    done = first.start()
    for entity in _ENTITY.finditer(run, done):
        parts += [run[done : entity.end()], mark(base + entity.end())]
        done = entity.end()
    return "".join([*parts, run[done:]])


def _runs(source: str) -> Iterator[tuple[int, int, bool]]:
    """Text and markup by turns, as (start, end, is text)."""
    lowered = source.translate(_LOWER) if _RAW.search(source) else ""
    closers_gone: set[str] = set()
    done = position = 0
    while (opened := source.find("<", position)) >= 0:
        end = _markup_end(source, lowered, opened, closers_gone)
        if end is None:
            position = opened + 1
            continue
        if opened > done:
            yield done, opened, True
        yield opened, end, False
        done = position = end
    if done < len(source):
        yield done, len(source), True


def _markup_end(source: str, lowered: str, opened: int, gone: set[str]) -> int | None:
    """Where the markup that begins at ``opened`` ends; ``None`` where none begins."""
    if source.startswith("<!--", opened):
        return _after(source, "-->", opened + 4, gone)
    tag = _TAG.match(source, opened)
    if tag is None:
        return None
    raw = _RAW.match(source, opened)
    if raw is None:
        return tag.end()
    return _after(lowered, f"</{raw[1].lower()}", tag.end(), gone, keep_closer=True)


def _after(
    source: str, closer: str, position: int, gone: set[str], *, keep_closer: bool = False
) -> int:
    """Give the end of ``closer``; a closer once missed is not looked for again."""
    found = -1 if closer in gone else source.find(closer, position)
    if found < 0:
        gone.add(closer)
        return len(source)
    return found if keep_closer else found + len(closer)
