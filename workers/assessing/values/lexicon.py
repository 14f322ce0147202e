"""Number words, loosening words and magnitudes, by language, folded. Pure data.

Written for this project. English is read in full; German, French and Spanish in what
newspapers write out: whole numbers, hundreds, and the magnitudes.
"""

from functools import cache

from workers.assessing.values.german import german
from workers.assessing.values.number_words import Lexicon, Small, listed, loosening, tens_of

_EN_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = dict(
    zip(
        range(20, 100, 10),
        listed("twenty thirty forty fifty sixty seventy eighty ninety"),
        strict=True,
    )
)
_EN_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
# Magnitudes that are written alike in many languages, in words or shortened.
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12}


def _english() -> Lexicon:
    return Lexicon(
        small=tens_of(_EN_ONES, _EN_TENS),
        hundred=frozenset({"hundred"}),
        scales={
            "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
            "couple": 2, "lakh": 1e5, "crore": 1e7, "lakhs": 1e5, "crores": 1e7, "m": 1e6, "b": 1e9,
            "millions": 1e6, "billions": 1e9, **_SHORT_SCALES,
        },
        vague={
            "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
            "billions": 1e9, "trillions": 1e12, "tens": 10,
        },
        joins=frozenset({"and"}),
        articles=frozenset({"a", "an"}),
        point=frozenset({"point"}),
        half=frozenset({"half"}),
        fractions={
            "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
            "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
        },
        ordinals={word: i for i, word in enumerate(_EN_ORDINALS, start=1)}
        | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000},
        loose=loosening(
            about="about,around,roughly,approximately,some,an estimated,estimated,circa,ca,"
            "approx,close to,in the region of,or so,around about,an average of",
            almost="nearly,almost,just under,just short of,close on,approaching,just below",
            over="more than,over,at least,above,upwards of,in excess of,no fewer than,"
            "no less than,not less than,well over,just over,a little over,slightly more than,"
            "exceeding,greater than,a minimum of,a little more than,well more than",
            under="fewer than,less than,under,up to,as many as,as much as,at most,below,"
            "no more than,not more than,a maximum of,as few as",
        ),
        loose_after=loosening(over="or more,or over,and over,plus,and above",
                              under="or less,or fewer", about="or so,or thereabouts"),
    )  # fmt: skip


_FR_ONES = listed(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)


def _french_small() -> Small:
    ones = [tuple(word.split("-")) for word in _FR_ONES]
    small: Small = {word: i for i, word in enumerate(ones)}
    tens = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
    for ten, word in tens.items():
        small[(word,)] = ten
        small |= {(word, *ones[one]): ten + one for one in range(2, 10)}
        small |= {(word, "et", one): ten + 1 for one in ("un", "une")}
    small |= {("soixante", *ones[one]): 60 + one for one in range(10, 20)}
    small[("soixante", "et", "onze")] = 71
    small |= {("quatre", "vingt", *ones[one]): 80 + one for one in range(1, 20)}
    small |= {("quatre", "vingts"): 80, ("quatre", "vingt"): 80, ("septante",): 70,
              ("nonante",): 90}  # fmt: skip
    del small[("un",)]
    return small


def _french() -> Lexicon:
    return Lexicon(
        small=_french_small(),
        hundreds={"cent": 100},
        hundred=frozenset({"cent", "cents"}),
        scales={"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
                "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
                "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
                "centaine": 100, "millier": 1e3,
                "milliards": 1e9, "md": 1e9, "mds": 1e9, "mio": 1e6, "billion": 1e12,
                "billions": 1e12, "m": 1e6},
        vague={"dizaines": 10, "centaines": 1e2, "milliers": 1e3, "millions": 1e6},
        articles=frozenset({"un", "une"}),
        about=frozenset({"dizaine", "quinzaine", "vingtaine", "trentaine", "quarantaine",
                         "cinquantaine", "soixantaine", "centaine", "millier"}),
        half=frozenset({"demi", "demie", "moitie"}),
        ordinals={"deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6,
                  "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10},
        fractions={"tiers": 3, "quart": 4, "quarts": 4, "cinquieme": 5, "cinquiemes": 5,
                   "dixieme": 10, "dixiemes": 10},
        loose=loosening(
            about="environ,autour de,a peu pres,quelque,quelques,pres de",
            almost="presque",
            over="plus de,plus d,au moins,au-dela de,superieur a",
            under="moins de,jusqu'a,au plus,au maximum",
        ),
        loose_after=loosening(over="ou plus"),
    )  # fmt: skip


_ES_ONES = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)


def _spanish_small() -> Small:
    tens = listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
    small = tens_of(_ES_ONES, dict(zip(range(30, 100, 10), tens, strict=True)), ("y",))
    del small[("uno",)]
    return small


def _spanish() -> Lexicon:
    stems = listed("dosc tresc cuatroc quin seisc setec ochoc novec")
    hundreds = {
        f"{stem}ient{ending}": n * 100
        for n, stem in enumerate(stems, start=2)
        for ending in ("os", "as")
    }
    return Lexicon(
        small=_spanish_small(),
        hundreds={"cien": 100, "ciento": 100, **hundreds},
        scales={"mil": 1e3, "millon": 1e6, "millones": 1e6, "billon": 1e12, "billones": 1e12,
                "docena": 12, "decena": 10, "veintena": 20, "treintena": 30, "centenar": 100,
                "millar": 1e3},
        vague={"decenas": 10, "docenas": 12, "cientos": 1e2, "centenares": 1e2, "miles": 1e3,
               "millones": 1e6},
        articles=frozenset({"un", "una"}),
        about=frozenset({"decena", "veintena", "treintena", "centenar", "millar"}),
        half=frozenset({"medio", "media", "mitad"}),
        ordinals={"segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4,
                  "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "septimo": 7, "octavo": 8},
        fractions={"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5,
                   "decimo": 10},
        loose=loosening(
            about="unos,unas,cerca de,alrededor de,aproximadamente,en torno a",
            almost="casi",
            over="mas de,al menos,por encima de,por lo menos,superior a",
            under="menos de,hasta,como maximo,por debajo de",
        ),
        loose_after=loosening(over="o mas"),
    )  # fmt: skip


_OTHER = Lexicon(
    scales={
        "milion": 1e6, "milioni": 1e6, "milione": 1e6, "miliardi": 1e9, "miliardo": 1e9,
        "mila": 1e3, "mil": 1e3, "milhao": 1e6, "milhoes": 1e6, "bilhao": 1e9, "bilhoes": 1e9,
        "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9, "mld": 1e9, "mln": 1e6, "tys": 1e3,
        "milionow": 1e6, "miliony": 1e6, "miliardow": 1e9, "miliardy": 1e9, "mio": 1e6,
        "miliona": 1e6, "miliarda": 1e9, "tysiac": 1e3, "tysiace": 1e3, "tysiecy": 1e3,
        "millioner": 1e6, "milliarder": 1e9, "milionu": 1e6, "miliard": 1e9,
        "miliardu": 1e9, "milioane": 1e6, "miliarde": 1e9,
        "mrd": 1e9, "miljoner": 1e6, "miljarder": 1e9, "тыс": 1e3, "тысяч": 1e3,
        "тысячи": 1e3, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6,
        "млрд": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "мільйонів": 1e6,
        "мільйони": 1e6, "мільярдів": 1e9, "тисяч": 1e3, "مليون": 1e6, "مليار": 1e9,
        "الف": 1e3, "מיליון": 1e6, "מיליארד": 1e9, "אלף": 1e3, "लाख": 1e5, "करोड": 1e7,
        "milyon": 1e6, "milyar": 1e9, "bin": 1e3, "juta": 1e6, "miliar": 1e9, "ribu": 1e3,
    },
)  # fmt: skip

# East Asian magnitudes stand glued to the numeral; the first character tells.
CJK_SCALES = {
    "十": 10, "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8, "兆": 1e12,
    "만": 1e4, "억": 1e8, "조": 1e12, "천": 1e3, "백": 1e2,
}  # fmt: skip

_MAKERS = {"en": _english, "de": german, "fr": _french, "es": _spanish}


@cache
def lexicon(language: str | None) -> Lexicon:
    """Give the lexicon of a language (BCP 47 primary subtag); unknown ones are read as English."""
    if language is None:
        return _english()
    maker = _MAKERS.get(language)
    return maker() if maker else _OTHER
