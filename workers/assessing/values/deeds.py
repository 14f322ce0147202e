"""A value's place in, what is done to what it counts out, where it has an opposite. Pure.

300 engineers hired are not 300 dismissed, and 18 planes bought not 18 sold. Own compilation.
"""

from collections.abc import Sequence
from functools import cache

from workers.assessing.values.tokens import Mark, word_set

Deed = tuple[str, int]  # what is done, and 1 for the one way of it, -1 for the other

_REACH = 4  # marks before the value, or after it where the verb stands last
_PASSED = word_set(
    """a an the some about another further more at to of up off a au aux des les la le l los las el
    un una une rund etwa insgesamt fast nearly almost over around roughly"""
)
# Folded, by what is done: the one way, then the other.
_DEEDS = {
    "staff": (
        """hire hires hired hiring recruit recruited employ employed appointed stellt stellte
        stellen eingestellt embauche embauchent embauchera recrute contrata contratara
        contrato contrataran""",
        """dismiss dismisses dismissed fire fired fires sack sacked laid lay axe axed entlasst
        entliess entliessen entlassen licencie licencient licenciera despide despedira despidio
        despediran""",
    ),
    "trade": (
        """buy buys bought purchased acquired acquire kauft kaufte kauften gekauft achete achetent
        achete compra compro compraron""",
        """sell sells sold verkauft verkaufte verkauften vend vendent vendu vende vendio
        vendieron""",
    ),
    "growing": ("plant plants planted pflanzt pflanzte gepflanzt plante planto",
                "fell fells felled uprooted gefallt fallte abattu abat talo talaron"),
    "custody": ("jailed jail imprisoned detained convicted sentenced verurteilt inhaftiert",
                "acquitted acquit freed released cleared freigesprochen freigelassen acquitte"),
    "opening": ("opened open opens eroffnet eroffnete ouvre ouvert abre abrio",
                "closed close closes shut shuts schliesst schloss ferme ferme cierra cerro"),
    "building": ("built build builds baut baute gebaut construit construye construyo",
                 "demolished demolish tore razed abgerissen demoli demolio"),
    "winning": ("won win wins gewann gewonnen gagne gagne gano",
                "lost lose loses verlor verloren perdu perd perdio"),
    "abroad": ("imports imported import importiert importe importa",
               "exports exported export exportiert exporte exporta"),
    "admission": ("admitted accepted approved granted aufgenommen genehmigt accepte aprobo",
                  "rejected refused denied turned abgelehnt rejete refuse rechazo"),
}  # fmt: skip


def read_deed(marks: Sequence[Mark], first: int, end: int) -> Deed | None:
    """Give what is done to what the marks ``first`` to ``end`` count."""
    for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
        deed = _table().get(marks[j].form)
        if deed:
            return deed
        if marks[j].form not in _PASSED:
            break
    # "wurden 300 Leute entlassen", "300 engineers were hired".
    for j in range(end, min(end + _REACH, len(marks))):
        if marks[j].sort != "w":
            break
        deed = _table().get(marks[j].form)
        if deed:
            return deed
    return None


def are_opposed(ours: Deed | None, theirs: Deed | None) -> bool:
    """Whether the one undoes the other."""
    return bool(ours and theirs and ours[0] == theirs[0] and ours[1] != theirs[1])


@cache
def _table() -> dict[str, Deed]:
    return {
        word: (name, way)
        for name, ways in _DEEDS.items()
        for way, words in zip((1, -1), ways, strict=True)
        for word in word_set(words)
    }
