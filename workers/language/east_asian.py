"""A run or a pair of Han, kana or Hangul in, what of it is grammar and not content out. Pure.

Own compilation, without a dictionary: Korean particles and the endings of verbs, the commonest
function characters of Chinese; Japanese writes its grammar in hiragana.
"""

import re
from functools import lru_cache

_PARTICLES = """\
에서는 에서도 에게는 에게서 으로는 으로도 으로부터 로부터 에게 에서 에는 에도 으로 까지 부터
보다 처럼 만큼 마다 조차 마저 밖에 이나 이며 이고 이라고 라고 이라는 라는 이란 하고 이랑 께서
한테 은 는 이 가 을 를 에 의 로 도 와 과 만 나 랑 야"""
_ENDINGS = """\
했습니다 합니다 하였다 했었다 하겠다 하려고 하면서 하지만 했지만 했으며 했는데 했다고 한다고
된다고 됐다고 되었다 되었습니다 됩니다 됐습니다 했다 한다 하는 하여 하며 하면 하게 하기 하지
하던 해서 했고 했던 할 한 해 함 하다 된다 됐다 되는 되고 되어 되며 되면 돼 될 된 됨 되다
시켰다 시킨다 시키는 습니다 습니까 었습니다 았습니다 였습니다 입니다 입니까 이었다 였다 이다 었다
았다 었던 았던 었고 았고 었으며 았으며 었지만 았지만 는다 지만 면서 려고 어서 아서 는데 은데
다고 다는 으며 으면 어요 아요 예요 이에요 네요 고 며 면 게 기 지 던 다 어 아 요"""
_TAILS = sorted({*_PARTICLES.split(), *_ENDINGS.split()}, key=lambda tail: (-len(tail), tail))
_LONG_TAIL = re.compile(rf"^(.+?)(?:{'|'.join(tail for tail in _TAILS if len(tail) > 1)})$")
_SHORT_TAIL = re.compile(rf"^(..+)[{''.join(tail for tail in _TAILS if len(tail) == 1)}]$")
_PARTICLE = re.compile(r"^(.)[은는이가을를에의]$")
_HANGUL = re.compile(r"[가-힣]{2,}")

_KOREAN = frozenset(
    "하한할함해했되된될됐다고는은을를이가에서의로도와과만며면지기것수있었았겠습니까요으라려게던들적인여그저우리"
)
_CHINESE = frozenset(
    "的了在是和将被把与及对为从到也都就而并但这那其之于以等有个们地得着过会能要说他她它我你"
)
SHORTEST_CUT_TWICE = 2  # syllables left: "of children" has a particle behind what looks like one
CONTENT, MIXED, GRAMMAR = 0, 1, 2  # characters of a pair that carry grammar


@lru_cache(maxsize=1 << 14)
def split_tail(run: str) -> int:
    """Tell where the particle or the ending of a Korean word begins; its length if it has none.

    A word keeps two syllables, or one before a tail of two or a particle.
    """
    if not _HANGUL.fullmatch(run):
        return len(run)
    cut = _cut(run)
    return _cut(run[:cut]) if cut > SHORTEST_CUT_TWICE else cut


def _cut(run: str) -> int:
    found = _LONG_TAIL.match(run) or _SHORT_TAIL.match(run) or _PARTICLE.match(run)
    return found.end(1) if found else len(run)


def grammar_of(pair: str) -> int | None:
    """Count the characters of a pair that carry grammar, 0 to 2; ``None`` of other scripts."""
    if "가" <= pair[0] <= "힣":
        return GRAMMAR if _KOREAN.issuperset(pair) else CONTENT
    if not all(map(_is_han_or_kana, pair)):
        return None
    return sum(_is_hiragana(char) or char in _CHINESE for char in pair)


def _is_han_or_kana(char: str) -> bool:
    return "\u3005" <= char <= "\u9fff"


def _is_hiragana(char: str) -> bool:
    return "ぁ" <= char <= "ん"
