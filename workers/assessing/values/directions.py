"""A value's place in, whether what stands beside it makes it a rise or a fall out. Pure.

"22 percent more" and "22 percent fewer" are the same figure, and so are "rose by 22 percent"
and "fell by 22 percent": what differs is the way. Only what a change comes to is read so: a
level ("rose to 31 million") is the same by whichever way it was reached, and an order ("two
days before", "two points behind") is turned round by who is named first.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from workers.assessing.values.tokens import Mark, word_set


class Direction(NamedTuple):
    """``sign`` is 1 for more, -1 for less, 0 for neither; ``place`` the mark that says so."""

    sign: int
    place: int


NO_DIRECTION = Direction(0, -1)
_REACH = 4  # marks before the value: "an increase in sales of", "stieg im Mai um"
_BETWEEN = word_set(
    """by of a an the another further about only just some in on um von de d un une una le la el
    eine einen einem nur weitere weiteren wieder sharply slightly again nearly almost
    на del dello con met do da em"""
)
_OF = frozenset({"of", "de", "del", "von"})
# Folded. Of a change to an amount alone: "over", "ahead", "older" and "earlier" are turned round
# by naming the other side first.
_UP = {
    "en": """more higher up rise rises rose risen rising increase increases increased increasing
    gain gains gained grow grows grew grown growth jump jumps jumped climb climbs climbed surge
    surges surged soar soars soared add adds added raise raises raised hike hikes hiked expand
    expanded larger bigger""",
    "de": """mehr hoher gestiegen stieg stiegen steigt steigen anstieg plus zuwachs wuchs wuchsen
    wachst gewachsen wachstum erhoht erhohte erhohten erhohen erhohung zunahme zugelegt zugenommen
    gewann gewannen""",
    "fr": """hausse hausses augmente augmentent augmentation augmenter augmenteront progresse
    progression bondi bond grimpe croissance gagne gagnent plus""",
    "it": """piu salito saliti salita salite sale salgono aumento aumentato aumentati aumentano
    cresciuto cresciuti crescita rialzo""",
    "nl": "meer hoger gestegen steeg stegen stijging gegroeid groeide toename",
    "pt": "mais subiu subiram alta aumento aumentou aumentaram cresceu cresceram crescimento",
    "ru": """больше выше выросли вырос выросла выросло рост поднялись повысились увеличились
    увеличился прибавили""",
    "es": """mas subio subieron sube subida aumento aumentaron aumenta aumentado crecio crecieron
    crece crecimiento incremento alza gano ganaron""",
}
_DOWN = {
    "en": """fewer less lower down fall falls fell fallen falling drop drops dropped dropping
    decrease decreases decreased decreasing decline declines declined declining lose loses lost
    loss shrink shrank shrunk cut cuts slump slumped plunge plunges plunged plummet plummeted
    slide slid slip slipped reduce reduces reduced reduction contracted smaller tumble tumbled""",
    "de": """weniger niedriger gesunken sank sanken sinkt sinken ruckgang minus fiel fielen fallt
    gefallen gesenkt senkte senkten senken senkung abnahme abgenommen zuruckgegangen geschrumpft
    schrumpfte schrumpften verlor verloren verringert""",
    "fr": """baisse baisses baissent baisser recul recule reculent diminue diminuent diminution
    chute chutent perdu perd perdent moins""",
    "it": """meno sceso scesi scesa scese scende scendono calo calato calati calano diminuito
    diminuiti diminuzione ribasso""",
    "nl": "minder lager gedaald daalde daalden daling gekrompen kromp afname",
    "pt": "menos caiu cairam queda baixou baixaram diminuiu diminuiram reducao recuou",
    "ru": """меньше ниже снизились снизился снизилась снижение упали упал упала падение
    уменьшились сократились сократился""",
    "es": """menos bajo bajaron baja bajada cayo cayeron cae caida disminuyo disminuyeron
    disminucion descenso descendio redujo redujeron reduccion perdio perdieron recorto""",
}
# What compares, and so stands after the value alone: "more than 22" is a loose value.
_COMPARING = word_set(
    """more fewer less higher lower larger bigger smaller mehr weniger hoher niedriger mas menos
    plus moins"""
)
_SIGNS_UP = re.compile(r"(?:上涨|上漲|增长|增長|上升|增加|提高)了?$")
_SIGNS_DOWN = re.compile(r"(?:下降|下跌|减少|減少|降低|下滑|下調|下调)了?$")
_NAMES_CHANGE = word_set(
    """rise increase gain growth jump surge hike raise climb fall drop decrease decline loss cut
    slump plunge slide reduction"""
)


def read_direction(marks: Sequence[Mark], first: int, end: int, language: str | None) -> Direction:
    """Tell whether the marks from ``first`` to ``end`` are how much more, how much less, or not."""
    if language in {"zh", "ja"}:
        return _by_signs(marks, first)
    ways = _ways(language or "en")
    after = _after(marks, end, ways)
    return after if after.sign else _before(marks, first, ways)


def _by_signs(marks: Sequence[Mark], first: int) -> Direction:
    """Read "上涨了4%" and "下降了4%", where words are not parted."""
    before = marks[first - 1].raw if first else ""
    if _SIGNS_UP.search(before):
        return Direction(1, first - 1)
    return Direction(-1, first - 1) if _SIGNS_DOWN.search(before) else NO_DIRECTION


def change_words(language: str) -> Collection[str]:
    """Give the folded words of a language that say more or less."""
    return _ways(language).keys()


@cache
def _ways(language: str) -> dict[str, int]:
    up, down = _UP.get(language, ""), _DOWN.get(language, "")
    return dict.fromkeys(word_set(up), 1) | dict.fromkeys(word_set(down), -1)


def _after(marks: Sequence[Mark], end: int, ways: dict[str, int]) -> Direction:
    """Read "22 percent more", "22 % de moins", "22 Prozent gestiegen", "a 22 percent pay cut"."""
    place = end + (marks[end].form == "de")
    if marks[place].raw == "-" and marks[place].glued:
        place += 1
    way = ways.get(marks[place].form, 0)
    if not way and marks[place].sort == "w" and marks[place + 1].form in _NAMES_CHANGE:
        place += 1
        way = ways.get(marks[place].form, 0)
    return Direction(way, place)


def _before(marks: Sequence[Mark], first: int, ways: dict[str, int]) -> Direction:
    """Read "rose by 22 percent", "up 22 percent", "an increase in sales of 22 percent"."""
    named = first > 0 and marks[first - 1].form in _OF
    for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
        form = marks[j].form
        if form in ways:
            return NO_DIRECTION if form in _COMPARING else Direction(ways[form], j)
        if marks[j].sort != "w" or not (named or form in _BETWEEN):
            break
    return NO_DIRECTION
