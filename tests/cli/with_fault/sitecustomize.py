"""Put before all else on the path of a process: a library that it rests on then has a fault.

What holds the word is taken apart by nobody: an error that no code of ours expects.
"""

import sentencex

FAULTY = "Jabberwock"
_plain = sentencex.get_sentence_boundaries


def _with_fault(language: str, text: str) -> object:
    if FAULTY in text:
        raise LookupError("an error that nobody expects")
    return _plain(language, text)


sentencex.get_sentence_boundaries = _with_fault
