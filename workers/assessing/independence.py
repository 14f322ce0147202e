"""Sources as read in, the clusters that come down to one origin out. Pure.

Five links to one wire story are one source. Two sources have one origin when they are
one page (canonical link), when one text is nearly the other, or when both credit the
report to the same agency: an agency that errs, errs in all who carry it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from service.domain import (
    Article,
    AttributionClass,
    IndependenceBasis,
    IndependenceCluster,
    Page,
    Source,
)
from service.domain.addresses import page_keys
from workers.assessing.shingles import find_pairs, read_shingles
from workers.language.folding import fold

# Broder's resemblance; 0.8 leaves room for another headline, dateline and closing line.
_NEAR_DUPLICATE = 0.8
# A page this short (in shingles) is a notice or a stub, and says nothing of its origin.
_LEAST_SHINGLES = 40
# The origin says which basis is told when several hold: the plainest first.
_BASES = (
    IndependenceBasis.CANONICAL,
    IndependenceBasis.WIRE_TAG,
    IndependenceBasis.CREDIT_LINE,
    IndependenceBasis.NEAR_DUPLICATE,
)
_WIRES = {
    "reuters": "Reuters", "associated press": "Associated Press", "the associated press":
    "Associated Press", "ap": "Associated Press", "afp": "AFP", "agence france-presse": "AFP",
    "agence france presse": "AFP", "dpa": "dpa", "deutsche presse-agentur": "dpa", "efe": "EFE",
    "agencia efe": "EFE", "ansa": "ANSA", "pa": "PA Media", "pa media": "PA Media",
    "press association": "PA Media", "upi": "UPI", "united press international": "UPI",
    "bloomberg": "Bloomberg", "tass": "TASS", "interfax": "Interfax", "xinhua": "Xinhua",
    "kyodo": "Kyodo", "kyodo news": "Kyodo", "jiji": "Jiji", "yonhap": "Yonhap", "pti": "PTI",
    "press trust of india": "PTI", "ani": "ANI", "ap news": "Associated Press", "apa": "APA",
    "keystone-sda": "Keystone-SDA", "ntb": "NTB", "tt": "TT", "belga": "Belga", "lusa": "Lusa",
    "pap": "PAP", "anp": "ANP", "ritzau": "Ritzau", "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press", "aap": "AAP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Tie:
    one: str
    other: str
    basis: IndependenceBasis


def find_clusters(
    sources: Sequence[Source], outlets: Iterable[str] = ()
) -> tuple[IndependenceCluster, ...] | None:
    """Clusters of sources with one origin, by their first source.

    ``outlets`` are those that the article names without a link: one that is the agency of
    a source joins its cluster. ``None`` where there are not two to agree: then there is
    nothing to count. Source ids stand in the order of the article's sources; which sources
    are clustered does not depend on that order.
    """
    read = [(source.id, source.page) for source in sources]
    pages = {ident: page for ident, page in read if page is not None and page.text.strip()}
    named = _by_wire(outlets)
    told = {wire for page in pages.values() if (wire := _wire(page)) in named}
    if len(pages) < 2 and not told:  # noqa: PLR2004  two are the fewest that can agree
        return None
    ties = [*_by_key(pages, _addresses, IndependenceBasis.CANONICAL), *_by_credit(pages)]
    ties += _by_text(pages)
    groups = _groups(list(pages), ties)
    tied = {ident for group in groups for ident in group}
    groups += [[i] for i, page in pages.items() if i not in tied and _wire(page) in told]
    order = {ident: place for place, ident in enumerate(pages)}
    groups.sort(key=lambda group: order[group[0]])
    return tuple(_cluster(group, ties, pages, named) for group in groups)


def outlets_without_link(article: Article) -> tuple[str, ...]:
    """Give the outlets that statements without a source rest on, as the text names them."""
    names = (
        link.name
        for statement in article.statements
        if not statement.citations
        for link in statement.attribution.chain
        if link.cls is AttributionClass.NAMED_OUTLET and link.url is None
    )
    return tuple(dict.fromkeys(names))


def _by_wire(outlets: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the agencies among outlets, each with the names that it goes by in the text."""
    wires: dict[str, tuple[str, ...]] = {}
    for outlet in outlets:
        plain = fold(outlet).removeprefix("the ").removesuffix(" news agency").strip()
        if plain in _WIRES:
            wires[_WIRES[plain]] = (*wires.get(_WIRES[plain], ()), outlet)
    return wires


def _addresses(page: Page) -> frozenset[str]:
    return page_keys((page.url, page.final_url, page.canonical_url))


def _wire(page: Page) -> str | None:
    """Give the agency that the page credits, by one name for each."""
    credit = (page.credit or "").strip().strip("()").strip()
    return _WIRES.get(fold(credit), credit) or None


def _by_key(
    pages: dict[str, Page], keys: Callable[[Page], Iterable[str]], basis: IndependenceBasis
) -> list[_Tie]:
    """Tie every two pages that share a key."""
    holders: dict[str, list[str]] = defaultdict(list)
    for ident, page in pages.items():
        for key in keys(page):
            holders[key].append(ident)
    return [_Tie(group[0], other, basis) for group in holders.values() for other in group[1:]]


def _by_credit(pages: dict[str, Page]) -> list[_Tie]:
    """Tie pages that credit one agency: an agency's tag, or another name in a credit line."""
    ties = []
    for tie in _by_key(pages, lambda page: {_wire(page) or ""} - {""}, IndependenceBasis.WIRE_TAG):
        known = _wire(pages[tie.one]) in set(_WIRES.values())
        basis = IndependenceBasis.WIRE_TAG if known else IndependenceBasis.CREDIT_LINE
        ties.append(_Tie(tie.one, tie.other, basis))
    return ties


def _by_text(pages: dict[str, Page]) -> list[_Tie]:
    """Tie pages whose texts are nearly the same."""
    shingles = {ident: read_shingles(page.main_text) for ident, page in pages.items()}
    long = [ident for ident, found in shingles.items() if len(found) >= _LEAST_SHINGLES]
    pairs = find_pairs([shingles[ident] for ident in long], _NEAR_DUPLICATE)
    return [_Tie(long[one], long[other], IndependenceBasis.NEAR_DUPLICATE) for one, other in pairs]


def _groups(idents: Sequence[str], ties: Iterable[_Tie]) -> list[list[str]]:
    """Give the connected groups of two and more, members in the order given."""
    root = {ident: ident for ident in idents}

    def top(ident: str) -> str:
        while root[ident] != ident:
            root[ident] = root[root[ident]]
            ident = root[ident]
        return ident

    for tie in ties:
        root[top(tie.other)] = top(tie.one)
    groups: dict[str, list[str]] = defaultdict(list)
    for ident in idents:
        groups[top(ident)].append(ident)
    return [group for group in groups.values() if len(group) > 1]


def _cluster(
    group: Sequence[str],
    ties: Iterable[_Tie],
    pages: dict[str, Page],
    named: dict[str, tuple[str, ...]],
) -> IndependenceCluster:
    members = set(group)
    # One source alone is tied by its credit to an agency that the text names.
    bases = {tie.basis for tie in ties if tie.one in members} or {IndependenceBasis.WIRE_TAG}
    basis = next(basis for basis in _BASES if basis in bases)
    origin = _origin([pages[i] for i in group], basis)
    return IndependenceCluster(origin, basis, tuple(group), named.get(origin, ()))


def _origin(pages: Sequence[Page], basis: IndependenceBasis) -> str:
    """Name what the pages come from: the agency, else the page, else the first publisher."""
    wires = Counter(wire for page in pages if (wire := _wire(page)))
    if wires:
        return min(wires, key=lambda name: (-wires[name], name))
    canonical = sorted({page.canonical_url for page in pages if page.canonical_url})
    if basis is IndependenceBasis.CANONICAL and canonical:
        return canonical[0]
    first = min(pages, key=_earliest)
    return first.publisher or first.canonical_url or first.final_url or first.url or "unknown"


def _earliest(page: Page) -> tuple[bool, str, str]:
    """Sort key: the page published first, as far as that is known."""
    published = page.published_at
    return published is None, published.isoformat() if published else "", page.url or ""
