"""Takes an element of a whole page; tells whether it is the site's, not the article's. Pure."""

import re
from typing import Any

Element = Any  # lxml ships no types

_NEVER_TEXT = """
script style noscript template iframe object embed svg math canvas audio video head button
select textarea input datalist dialog map
"""
NEVER_TEXT = frozenset(_NEVER_TEXT.split())
_CHROME_TAGS = frozenset({"nav", "aside", "footer", "menu"})
_CHROME_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}
)
_CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|share|sharing|sharebar|social|"
    r"social-?(?:media|links|share|icons)|addtoany|sharedaddy|addthis|"
    r"related(?:-?(?:posts?|stories|articles|content|links|news))?|recommended|recommendations|"
    r"recirc\w*|read-?(?:more|next|also)|more-?(?:stories|from|news|on|in)|next-?(?:up|post)|"
    r"trending|popular|most-?(?:read|popular|viewed)|latest(?:-?(?:news|posts|stories))?|"
    r"comments?|commentlist|comment-?(?:list|section|area)|respond|disqus|"
    r"author-?(?:box|bio|info|card|profile|details|description)?|about-?(?:the-)?author|bio|"
    r"byline|newsletter|subscribe|subscription|signup|sign-?up|promo|sidebar|site-?(?:header|footer)|"
    r"footer|masthead|cookies?|consent|gdpr|advert\w*|ads?|sponsored|taboola|outbrain|"
    r"tags|tag-?(?:list|cloud|links)|post-?(?:tags|meta|nav|navigation)|entry-?meta|"
    r"pagination|pager|paywall|donate|skip-?link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTE_NAMES = re.compile(r"foot-?note|endnote|reference|sources\b", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An element with this share of the page's words is no mere part of its furniture,
# whatever its class names say: themes name whole columns "has-sidebar".
_TOO_MUCH = 0.4


def is_hidden(element: Element) -> bool:
    """Whether no reader sees the element."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style))


def is_page_chrome(element: Element, share: float) -> bool:
    """Whether a whole page's element is chrome; ``share`` is its part of the words."""
    if element.tag in {"html", "body", "main"}:
        return False
    if element.tag in _CHROME_TAGS or (element.get("role") or "").lower() in _CHROME_ROLES:
        return not _is_notes(element)
    if element.tag == "header":
        return not _is_article_header(element)
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if share >= _TOO_MUCH or not _CHROME_NAMES.search(names):
        return False
    return not _has_headline(element)


def _is_notes(element: Element) -> bool:
    """Tell the notes, which are often set in a footer or an aside of the article."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    inside_text = any(
        ancestor.tag in {"blockquote", "figure", "p"} for ancestor in element.iterancestors()
    )
    return inside_text or bool(_NOTE_NAMES.search(names))


def _is_article_header(element: Element) -> bool:
    return _has_headline(element) or any(
        ancestor.tag in {"article", "main"} for ancestor in element.iterancestors()
    )


def _has_headline(element: Element) -> bool:
    return next(element.iter("h1"), None) is not None
