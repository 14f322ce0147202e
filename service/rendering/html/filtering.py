"""What the page shows in; its filters, and the style sheet that makes them work, out. Pure.

No script filters: an option that is chosen (``:checked``) hides what does not bear its class.
Nor does one open the evidence of a statement: of the numbered parts of the page those are shown
whose digits are all those of the part that the address names (``:target``). So the sheet has a
rule for each digit and not one for each statement, and stays small for any report.

Each ``:has()`` looks only where its option or target can be, because a browser walks all that
it holds, anew after each click.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from service.domain import Finding
from service.rendering import words
from service.rendering.html.cards import Card
from service.rendering.html.sources import SourceRow

SHOWN: Final = 60  # characters of a name in a list of options


@dataclass(frozen=True, slots=True)
class Option:
    """Something to filter for: the class of what bears it, its name, how many do."""

    name: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be chosen; each a tuple of options, empty where there is no choice."""

    verdicts: tuple[Option, ...]
    rules: tuple[Option, ...]
    sources: tuple[Option, ...]
    kinds: tuple[Option, ...]

    @property
    def has_choices(self) -> bool:
        """Whether there is any beside the verdicts."""
        return bool(self.rules or self.sources or self.kinds)


def filters_of(
    cards: Iterable[Card], rows: Iterable[SourceRow], findings: Iterable[Finding]
) -> Filters:
    """Count what each choice would leave; findings count by their rules, the rest statements."""
    cards = tuple(cards)
    verdicts = Counter(card.assessment.verdict for card in cards)
    kinds = Counter(card.assessment.statement.kind for card in cards)
    rules = Counter(finding.rule for finding in findings)
    sources = Counter(number for card in cards for number in card.pertinent)
    return Filters(
        tuple(Option(f"v-{v}", v, verdicts[v]) for v in words.VERDICTS if verdicts[v]),
        _choice(Option(rule, words.rule_title(rule), n) for rule, n in sorted(rules.items())),
        _choice(
            Option(f"c{row.number}", f"{row.number} · {_short(row)}", sources[row.number])
            for row in rows
            if sources[row.number]
        ),
        _choice(Option(f"k-{k}", words.KINDS[k], n) for k, n in kinds.most_common()),
    )


def digits_of(number: int, last: int) -> str:
    """Give a number's classes, as "d0-3 d1-1" for 13, with as many digits as ``last`` has."""
    digits = reversed(str(number).zfill(len(str(last))))
    return " ".join(f"d{power}-{digit}" for power, digit in enumerate(digits))


def style_sheet(filters: Filters, last: int) -> str:
    """Write the rules for these filters, and for statements of numbers up to ``last``."""
    chosen = (
        _chosen(f"d{power}-{digit}") for power in range(len(str(last))) for digit in range(10)
    )
    others = (*filters.rules, *filters.sources, *filters.kinds)
    filtered = (
        *(_filtered(".map", "+.map", each.name) for each in filters.verdicts),
        *(_filtered(".choices", "+.map+.choices", each.name) for each in others),
    )
    # On paper everything stands, whatever was filtered on the screen.
    return f"@media screen{{{''.join(filtered)}{''.join(chosen)}}}"


def _filtered(place: str, from_findings: str, name: str) -> str:
    on = f"{place}:has(#f-{name}:checked)"
    return (
        f".findings:has({from_findings} #f-{name}:checked) .finding:not(.{name}),"
        f"{on}~.work .card:not(.{name}),"
        f"{on}~.work .mark:not(.{name})>.tag{{display:none}}"
        f"{on}~.work .mark:not(.{name})>.words{{text-decoration-line:none}}"
    )


def _chosen(digit: str) -> str:
    return f".text:has(.{digit}:target)~.panel>.batch>.card:not(.{digit}){{display:none!important}}"


def _choice(options: Iterable[Option]) -> tuple[Option, ...]:
    options = tuple(options)
    return options if len(options) > 1 else ()


def _short(row: SourceRow) -> str:
    title = words.title_of(row.source)
    return title if len(title) <= SHOWN else f"{title[: SHOWN - 1]}…"
