"""Words for how many, how often, how far and which way, by language, on their scales. Data.

A line is a scale, from the least to the most; steps are parted by "<" and words of one step by
commas. Steps that stand next to each other are not told apart where "≈" stands between them:
several may be many, and nearly all are most. Own compilation.
"""

# How many of those that are named next.
SHARES = {
    "en": """none, no < hardly any, scarcely any, barely any ≈ =few, a minority < \
a few ≈ some, several, a number ≈ many, =large numbers < half, half of all, half of the < \
most, a majority, the majority ≈ nearly all, almost all, nearly every, almost every, \
virtually all, practically all < all, every, each, everyone""",
    "de": """kein, keine, keiner, keinen < wenige, kaum < einige, manche, mehrere, etliche ≈ \
viele, zahlreiche < die Hälfte < die meisten, Mehrheit, Mehrzahl ≈ fast alle, nahezu alle, \
beinahe alle < alle, jeder, jede, jedes, sämtliche""",
    "fr": """aucun, aucune < peu de ≈ rares < quelques, certains, certaines, plusieurs ≈ \
beaucoup de, de nombreux, de nombreuses < la moitié < la plupart, la majorité ≈ presque tous, \
presque toutes, quasi tous < tous, toutes, chaque""",
    "es": """ninguno, ninguna, ningún < pocos, pocas < algunos, algunas, varios, varias ≈ \
muchos, muchas, numerosos < la mitad < la mayoría, mayoría ≈ casi todos, casi todas < \
todos, todas, cada""",
}
# What a figure is at the most, and at the least.
BOUNDS = {
    "en": "at most, up to, no more than, not more than, fewer than, less than < "
    "at least, no fewer than, no less than, not less than, more than, upwards of",
    "de": "höchstens, maximal, weniger als < mindestens, wenigstens, mehr als",
    "fr": "au plus, au maximum, moins de < au moins, plus de",
    "es": "como máximo, como mucho, menos de < al menos, como mínimo, más de",
}
# How often, how strongly, how wholly, for how long.
EXTENTS = {
    "en": """\
never < hardly ever, seldom, rarely, scarcely ever < sometimes, occasionally ≈ \
often, frequently, usually, regularly < always, invariably
slightly, marginally, a little, mildly, somewhat ≈ gradually ≈ moderately < \
sharply, steeply, strongly, dramatically, massively, hugely, seriously, severely, badly, heavily, \
far
mild, minor, slight < moderate < severe, serious, grave, heavy
=partly, partially < =mostly, =largely, =mainly < \
completely, fully, entirely, wholly, altogether
temporarily, provisionally < permanently, for good
unanimously < by a narrow margin, narrowly""",
    "de": "leicht, geringfügig, etwas < stark, deutlich, massiv, drastisch\n"
    "nie, niemals < selten < manchmal, gelegentlich ≈ oft, häufig < immer, stets\n"
    "teilweise < vollständig, ganz, völlig\nvorübergehend, vorläufig < dauerhaft, endgültig",
    "fr": "légèrement, faiblement < fortement, nettement, sensiblement\n"
    "jamais < rarement < parfois ≈ souvent < toujours\n"
    "partiellement, en partie < entièrement, totalement, complètement\n"
    "provisoirement, temporairement < définitivement",
    "es": "ligeramente, levemente < fuertemente, notablemente, bruscamente\n"
    "nunca < rara vez, raramente < a veces ≈ a menudo < siempre\n"
    "parcialmente, en parte < totalmente, completamente\n"
    "temporalmente, provisionalmente < definitivamente\ncomo máximo < al menos",
}

# Which way: the sides of a line exclude each other. Single words of other languages than English
# stand in ``opposites_abroad.py``, "for" and "against" in ``siding.py``.
SIDES = {
    "en": """\
rise, climb, increase, grow, jump, surge, soar, rocket, went up, go up, put up, =up | \
fall, drop, decrease, decline, shrink, slip, slide, plunge, slump, tumble, dip, went down, \
go down, =down
raise, increase, put up | cut, lower, reduce, slash
improve, get better, got better, better | worsen, get worse, got worse, deteriorate, worse
faster, quicker | slower
accelerated, sped up | slowed, eased
above, exceeded | below, short of
praised, welcomed, hailed, applauded, supported, backed, endorsed | \
criticised, criticized, condemned, opposed, =denounced, =attacked
approved, adopted, accepted, granted, allowed, permitted | \
rejected, refused, blocked, vetoed, banned, dismissed, turned down, threw out
started, begun, began, begin, resumed, restarted | ended, end, stopped, halted, suspended
reopened, reopen, open, opened | closed, close, shut
stepped down, step down, resign, quit, retire | take over, took over, succeed
free, freed, released | detained, held, in custody, jailed, imprisoned
hired, recruited, took on, appointed, promoted | dismissed, sacked, fired, laid off
older | younger
bigger, larger | smaller
more than | fewer than, less than
reduced, narrowed, halved | widened, doubled
lift, lifted, eased | imposed, tightened
won, =beat | lost, =drew
confirmed, admitted | denied, disputed, rejected
convicted, guilty | cleared, acquitted, not guilty
moved to, towards | moved from, away from
brought forward | put off, postponed, delayed""",
}
