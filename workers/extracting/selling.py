"""A page's tree in, what it says of who may read it, and what it sells itself by out. Pure.

Sources: schema.org ``isAccessibleForFree`` and ``hasPart`` with ``cssSelector`` (Google,
"Structured data for subscription and paywalled content"), Facebook's
``article:content_tier``, and the names that meters give to the elements they put up.
"""

import re
from dataclasses import dataclass

import lxml.html

from workers.barriers import offers_access, offers_for_free
from workers.extracting.cleaning import count_words
from workers.extracting.gates import declared_classes
from workers.extracting.structured import Structured

# Each with its hyphens or without.
_SELLING = (
    *("pay-wall", "subscribe-wall", "subscriber-wall", "subscribers-wall", "subscription-wall"),
    *("subscriber-only", "subscribers-only", "subscriber-gate", "subscription-required"),
    *("subscription-widget", "meter-wall", "metered-wall", "meter-gate", "piano-offer"),
    *("piano-inline", "piano-container", "tp-container", "tp-modal", "poool-widget", "zephr"),
    *("leaky-paywall", "pelcro", "evolok", "wallkit", "steady-paywall", "laterpay", "memberful"),
    *("article-locked", "article-gate", "premium-wall", "premium-gate", "premium-lock"),
    *("content-gate", "content-lock", "gated-content", "plus-wall", "abo-wall", "offer-wall"),
    "teaser-wall",
)
_REGISTERING = (
    *("reg-wall", "registration-wall", "register-wall", "reg-gate", "registration-gate"),
    *("login-wall", "log-in-wall", "login-gate", "signup-wall", "sign-up-wall", "signup-gate"),
)


def _either(names: tuple[str, ...]) -> str:
    return "|".join(name.replace("-", "-?") for name in names)


_GATE = re.compile(
    rf"(?:^|[\s_-])({_either((*_SELLING, *_REGISTERING))})(?:$|[\s_-])", re.IGNORECASE
)
_IS_REGISTRATION = re.compile(_either(_REGISTERING), re.IGNORECASE)
# Looked for in all names at once: few pages have one, and such a search costs little.
_MARKS = frozenset(
    mark for name in (*_SELLING, *_REGISTERING) for mark in (name, name.replace("-", ""))
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
_APART = frozenset({"nav", "footer", "aside", "form"})
# Classes by which the common frameworks hide an element until a script shows it.
_HIDING = frozenset(
    {"hidden", "is-hidden", "d-none", "hide", "modal", "popup", "lightbox", "invisible", "sr-only"}
)
SHORTEST_OFFER = 6  # words; what has fewer is a button or a tag beside a headline
LONGEST_OFFER = 150  # words; what has more is the article that a class marks as paid


@dataclass(frozen=True, slots=True)
class Gate:
    """An element in view that offers to sell or hand out access, and how much stands after it.

    ``words_after`` counts paragraphs below it: a gate that cuts a text has none.
    """

    name: str
    is_registration: bool
    words_after: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a page says of who may read it; ``None`` where it says nothing."""

    is_free: bool | None = None
    tier: str | None = None
    paid_words: int | None = None  # in the sections that it declares to be paid
    gate: Gate | None = None


def terms_of(tree: lxml.html.HtmlElement, said: Structured) -> Terms:
    """Read the terms of a page."""
    tiers = tree.xpath("//meta[@property='article:content_tier']/@content")
    return Terms(
        is_free=said.is_free,
        tier=str(tiers[0]).strip().lower() if tiers else None,
        paid_words=_paid_words(tree) if said.is_free is False else None,
        gate=_gate(tree) if _may_sell(tree) else None,
    )


def _may_sell(tree: lxml.html.HtmlElement) -> bool:
    names = " ".join(tree.xpath("//@class | //@id")).lower()
    return any(mark in names for mark in _MARKS)


def _paid_words(tree: lxml.html.HtmlElement) -> int | None:
    names = frozenset(declared_classes(tree))
    if not names:
        return None
    classed = tree.xpath("//*[@class]")
    marked = [e for e in classed if names & set((e.get("class") or "").lower().split())]
    outer = [e for e in marked if not any(each in marked for each in e.iterancestors())]
    return sum(count_words(element.text_content()) for element in outer)


def _gate(tree: lxml.html.HtmlElement) -> Gate | None:
    """Find the first element that is named like a gate, in view, short, and offers access."""
    for element in tree.xpath("//*[@class or @id]"):
        found = _GATE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if found is None:
            continue
        if _is_in_view(element) and _offers(element):
            name = found[1].lower()
            registers = bool(_IS_REGISTRATION.fullmatch(name))
            registers = registers or offers_for_free(element.text_content())
            return Gate(name, registers, _words_after(element))
    return None


def _is_in_view(element: lxml.html.HtmlElement) -> bool:
    return not any(
        each.tag in _UNSEEN
        or "hidden" in each.attrib
        or each.get("aria-hidden") == "true"
        or _HIDING & set((each.get("class") or "").lower().split())
        or _HIDDEN.search(each.get("style") or "")
        for each in (element, *element.iterancestors())
    )


def _offers(element: lxml.html.HtmlElement) -> bool:
    text = element.text_content()
    return SHORTEST_OFFER <= count_words(text) <= LONGEST_OFFER and offers_access(text)


def _words_after(element: lxml.html.HtmlElement) -> int:
    """Count the words of paragraphs below an element, menus and forms left out."""
    paragraphs = element.xpath("following::p")
    return sum(
        count_words(paragraph.text_content())
        for paragraph in paragraphs
        if not any(each.tag in _APART for each in paragraph.iterancestors())
    )
