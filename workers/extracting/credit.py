"""The text of a page in, the wire agency that it plainly credits out. Pure."""

import re

# As it stands in credits -> the name used in reports.
AGENCIES = {
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "Thomson Reuters": "Reuters",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "dpa": "dpa",
    "DPA": "dpa",
    "UPI": "UPI",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "Press Association": "PA Media",
    "CP": "Canadian Press",
    "The Canadian Press": "Canadian Press",
    "AAP": "AAP",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Europa Press": "Europa Press",
    "Lusa": "Lusa",
    "APA": "APA",
    "Keystone-SDA": "Keystone-SDA",
    "sda": "Keystone-SDA",
    "epd": "epd",
    "KNA": "KNA",
    "Belga": "Belga",
    "ANP": "ANP",
    "TT": "TT",
    "NTB": "NTB",
    "Ritzau": "Ritzau",
    "PAP": "PAP",
    "ČTK": "ČTK",
    "MTI": "MTI",
    "TASS": "TASS",
    "ТАСС": "TASS",
    "Interfax": "Interfax",
    "Интерфакс": "Interfax",
    "РИА Новости": "RIA Novosti",
    "Ukrinform": "Ukrinform",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "PTI": "PTI",
    "ANI": "ANI",
    "IANS": "IANS",
    "Bloomberg": "Bloomberg",
}
_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
# A dateline, as in: WASHINGTON (AP) — or: BERLIN, March 3 (Reuters) - or: (Xinhua) --
_DATELINE = re.compile(
    rf"^(?:[^\W\d_][^\n()]{{0,60}}\s)?[(\[](?P<name>{_NAMES})(?:/[^()\[\]]{{1,20}})?[)\]]\s*[-–—:]"
)
# A closing line that is nothing but the credit: "— Reuters", "© 2024 AFP", "Avec AFP".
_LEADS = (
    r"Source|Quelle|Fuente|Fonte|Credit|With|Via|Mit|Avec|Con|"
    r"With (?:files|reporting|material) from|Mit (?:Material|Informationen|Agenturmaterial) von|"
    r"Con informaci(?:ón|ones) de|Com informaç(?:ões|ão) d[ae]"
)
_CLOSING = re.compile(
    rf"^(?:[-–—]\s*|©\s*(?:\d{{4}}\s*)?|\(?(?:{_LEADS})(?:\s*:\s*|\s+)"
    r"(?:l['’]|la agencia |der )?|\()?"
    rf"(?P<name>{_NAMES})\)?\.?$"
)
_HEAD_LINES = 6
_TAIL_LINES = 4


def credit_of(text: str, author: str | None = None) -> str | None:
    """Return the agency named by a dateline, a closing credit line or the byline."""
    lines = text.split("\n")
    for pattern, part in ((_DATELINE, lines[:_HEAD_LINES]), (_CLOSING, lines[-_TAIL_LINES:])):
        for line in part:
            if found := pattern.match(line):
                return AGENCIES[found["name"]]
    return AGENCIES.get((author or "").strip())
