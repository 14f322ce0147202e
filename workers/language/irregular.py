"""English words whose inflection no stemmer undoes: form to base form. Data.

Own compilation of the irregular verbs of news and of nouns with a changed vowel. Left out are
forms that are another word as often ("lay", "bore", "wound", "ground", "saw" as a noun is rare).
"""

_VERBS = """\
arise arose arisen; awake awoke awoken; bear borne; beat beaten; become became; begin began begun;
bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden;
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear heard;
hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lead led; leap leapt;
learn learnt; leave left; lend lent; light lit; lose lost; make made; mean meant; meet met;
mislead misled; mistake mistook mistaken; overcome overcame; oversee oversaw overseen;
overtake overtook overtaken; overthrow overthrew overthrown; pay paid; plead pled; prove proven;
rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung; rise rose risen; run ran;
seek sought; see saw seen; sell sold; send sent; shake shook shaken; shine shone; shoot shot;
show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid;
speak spoke spoken; spend spent; spin spun; stand stood; steal stole stolen; stick stuck;
sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept;
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
think thought; throw threw thrown; undergo underwent undergone; understand understood;
undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn; weave wove woven;
weep wept; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood;
write wrote written"""
_NOUNS = """\
man men; woman women; child children; foot feet; tooth teeth; mouse mice; wife wives;
thief thieves; knife knives; half halves; wolf wolves; shelf shelves; crisis crises;
analysis analyses; basis bases; thesis theses; criterion criteria; phenomenon phenomena"""

IRREGULAR = {
    form: base
    for base, *forms in (row.split() for row in f"{_VERBS}; {_NOUNS}".split(";"))
    for form in forms
}
