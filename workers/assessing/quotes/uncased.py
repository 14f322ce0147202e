"""What stands before a quotation in and whether it names another speaker out. Pure.

For scripts without capitals, where a name cannot be told from other words: Chinese, Japanese,
Korean, Arabic, Hebrew. The speaker must be named elsewhere in the text, and not before the
colon (or comma) that opens the quotation, where a verb of saying stands.
"""

import re

from workers.language.folding import fold

_LONGEST = 80  # code points of what leads to a quotation
_ENDED = re.compile(r"[。！？!?.؟”»」』\n]")
_SAYS = re.compile(
    r"[说說称稱道问問答]|表示|指出|强调|強調|反驳|反駁|补充|補充|认为|認為|回应|"
    r"\b(?:و?قال(?:ت)?|و?رد(?:ت)?|و?أضاف(?:ت)?|و?أكد(?:ت)?|و?صرح(?:ت)?|و?أوضح(?:ت)?)\b|"
    r"\b(?:ו?אמר(?:ה)?|ו?השיב(?:ה)?|ו?הוסיפ?ה?)\b"
)


def introduced_by_another(text: str, before: str, ours: set[str]) -> bool:
    """Whether the words before a quotation give it to someone else than ``ours`` (folded)."""
    uncased = [part for part in ours if part.upper() == part]
    if not uncased or not before.rstrip().endswith((":", "：", ",", "，")):
        return False
    leading = _ENDED.split(before[-_LONGEST:])[-1]
    folded = fold(leading)
    if not _SAYS.search(leading) or any(part in folded for part in uncased):
        return False
    return all(part in fold(text) for part in uncased)
