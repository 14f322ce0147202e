"""How a sentence goes on with its speaker after a quotation that ends in ?, ! or …. Pure data.

Where a language writes the verb or its subject in lower case, that case already tells.
"""

import re

# English by its verb after a name; caseless scripts by their verbs of saying.
SPEECH_TAGS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\s*(?!(?:He|She|They|It|I|We|Then|But|And|The|A|One)\s)[^\W\d_][\w.'’\-]*"
        r"(?:\s+[A-Z][\w.'’\-]*){0,3}\s+"
        r"(?:said|says|asked|asks|added|adds|wrote|writes|told|replied|continued|insisted)\b"
    ),
    "ar": re.compile(
        r"\s*[،,]?\s*(?:قال|قالت|سأل|سألت|تساءل|تساءلت|أضاف|أضافت|صرخ|صرخت|صاح|صاحت|هتف|كتب|كتبت|رد|ردت|"
        r"أجاب|أجابت)\s"
    ),
    "he": re.compile(
        r"\s*(?:אמר|אמרה|אמרו|שאל|שאלה|הוסיף|הוסיפה|קרא|קראה|כתב|כתבה|השיב|השיבה|טען|טענה|צעק|צעקה)\s"
    ),
    "hi": re.compile(
        r"\s*(?:[^\s।?!\"]+\s+){1,5}ने\s+(?:[^\s।?!\"]+\s+){0,2}(?:कहा|पूछा|बताया|लिखा|जोड़ा|चिल्लाया)"
    ),
    "ko": re.compile(
        r"\s*(?:[^\s.!?\"]+\s+){0,5}(?:말했|물었|외쳤|답했|밝혔|덧붙였|강조했|반문했|썼)"
    ),
}

# After a closed quotation without a space: a particle, or a short subject and its verb.
UNSPACED_SPEECH_TAG = re.compile(
    r"(?:と|って|という|との|が|を|の|は(?!い))"
    r"|[^，。！？：“”\s]{0,8}?(?:说|表示|称|问(?!题)|写道|喊|指出|强调|回应|答道|說|問(?!題))(?!：)"
)
