"""Measure attribution on PolNeAR, whose texts stay outside the project.

``python tests/eval/attribution.py [dev|train]`` prints the figures of RESULTS.md. The
standoff files mark sources, cues and contents; where an article was marked by several
annotators, the first file by name counts. No coreference is marked, so that a source is
right where the words it was named by are those marked, "he" included.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.domain import Attribution
from workers.language import split_sentences
from workers.reading.attributions import read_attributions
from workers.reading.quotations import quoted_spans
from workers.reading.statements import Sentence

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "eval" / "attribution"
LEAST_OVERLAP = 0.5
# What counts as a verb of saying was fixed before anything was tuned: the verbs of
# communication that report words (VerbNet 37.7 "say" and its neighbours), in all forms.
SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|according to|stat(?:e|es|ed|ing)|"
    r"add(?:s|ed|ing)?|"
    r"announc(?:e|es|ed|ing)|writ(?:e|es|ing|ten)|wrote|tweet(?:s|ed|ing)?|not(?:e|es|ed|ing)|"
    r"report(?:s|ed|ing)?|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|explain(?:s|ed|ing)?|"
    r"insist(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|assert(?:s|ed|ing)?|"
    r"declar(?:e|es|ed|ing)|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|continu(?:e|es|ed|ing)|"
    r"recall(?:s|ed|ing)?|remark(?:s|ed|ing)?|observ(?:e|es|ed|ing)|testif(?:y|ies|ied|ying)|"
    r"warn(?:s|ed|ing)?|caution(?:s|ed|ing)?|contend(?:s|ed|ing)?|maintain(?:s|ed|ing)?|"
    r"conclud(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)|reveal(?:s|ed|ing)?|"
    r"disclos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|emphasi[sz](?:e|es|ed|ing)|"
    r"stress(?:es|ed|ing)?|alleg(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|quip(?:s|ped)?|"
    r"jok(?:e|es|ed|ing)|reiterat(?:e|es|ed|ing)|boast(?:s|ed|ing)?|complain(?:s|ed|ing)?|"
    r"lament(?:s|ed|ing)?|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|"
    r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|predict(?:s|ed|ing)?|clarif(?:y|ies|ied|ying)|"
    r"counter(?:s|ed|ing)?|point(?:s|ed|ing)? out)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(T\d+)\t(\w+) ([\d; ]+)(?:\t|$)")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_STOPS = frozenset(("the", "a", "an", "of", "and", "in", "for", "to", "s", "mr", "ms", "mrs"))

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as marked; offsets into the article."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one measure: how many were right of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:  # noqa: FBT001  what is counted is a yes or no
        """Count one case."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.of if self.of else float("nan")


@dataclass(slots=True)
class Figures:
    """Everything measured over a set of articles."""

    precision: Tally = field(default_factory=Tally)
    recall: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    quotation: Tally = field(default_factory=Tally)
    quoter: Tally = field(default_factory=Tally)
    direct: Tally = field(default_factory=Tally)


def articles(part: str) -> Iterator[tuple[str, str, list[Gold]]]:
    """Give name, text and marked attributions of each article of "dev" or "train"."""
    folder = CORPUS / f"polnear_{part}"
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.name.rsplit("_", 1)[0]
        text = folder / "text" / f"{name}.txt"
        if name not in seen and text.exists():
            seen.add(name)
            yield name, text.read_text("utf-8"), list(_gold(path))


def _gold(path: Path) -> Iterator[Gold]:
    lines = path.read_text("utf-8").splitlines()
    spans = {
        found[1]: [_pair(span) for span in found[3].split(";")]
        for line in lines
        if (found := _SPAN.match(line))
    }
    for line in lines:
        if not re.match(r"E\d+\t", line):
            continue
        roles: dict[str, list[Span]] = defaultdict(list)
        for part in line.split("\t")[1].split()[1:]:
            role, name = part.split(":")
            roles[role.rstrip("0123456789")] += spans.get(name, [])
        yield Gold(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))


def _pair(text: str) -> Span:
    start, end = text.split()
    return int(start), int(end)


def sentences_of(text: str) -> list[Sentence]:
    """Cut a text into sentences, each line a block."""
    found, start = [], 0
    for block, line in enumerate(text.split("\n")):
        found += [Sentence(start + a, start + b, block) for a, b in split_sentences(line, "en")]
        start += len(line) + 1
    return found


def predicted(text: str) -> tuple[list[Attribution], list[Attribution]]:
    """Give the attributions of all statements, and of them the distinct ones with content."""
    cut = sentences_of(text)
    read = read_attributions(text, cut, [()] * len(cut), "en")
    distinct: dict[tuple[object, object], Attribution] = {}
    for attribution in read:
        for one in (attribution, *attribution.further):
            if one.content:
                key = (one.content, one.spoken_at)
                distinct[key] = max(distinct.get(key, one), one, key=lambda a: a.cue is not None)
    return list(read), list(distinct.values())


def measure(part: str) -> Figures:
    """Measure one part of the corpus."""
    figures = Figures()
    for _, text, gold in articles(part):
        add_article(figures, text, gold)
    return figures


def add_article(figures: Figures, text: str, gold: Sequence[Gold]) -> None:
    """Compare what is read of an article with what is marked in it."""
    read, found = predicted(text)
    tokens = Tokens(text)
    golds = [(g, tokens.within(g.content)) for g in gold if g.content]
    spans = [(a, tokens.within(a.content)) for a in found]
    for attribution, inside in spans:
        if attribution.cue and SAYING.search(attribution.cue):
            figures.precision.add(any(_match(inside, g) for _, g in golds))
    for g, inside in golds:
        if SAYING.search(_words(text, g.cue)):
            best = max(spans, key=lambda s: _overlap(s[1], inside), default=None)
            figures.recall.add(best is not None and _match(best[1], inside))
            if best is not None and _match(best[1], inside) and g.source:
                figures.source.add(same_source(text, best[0].spoken_at, g.source))
    _add_quotations(figures, text, gold, read, found)


def _add_quotations(
    figures: Figures,
    text: str,
    gold: Sequence[Gold],
    read: Sequence[Attribution],
    found: Sequence[Attribution],
) -> None:
    """Count the marked contents that are quotations: found, their speaker, and called direct."""
    quotations = [q for attribution in read for q in attribution.quotations]
    for start, end, source in _direct(text, gold):
        reach = end - start
        over = [q for q in quotations if min(q.end, end) > max(q.start, start)]
        covered = sum(min(q.end, end) - max(q.start, start) for q in over)
        figures.quotation.add(covered >= LEAST_OVERLAP * reach)
        if covered < LEAST_OVERLAP * reach:
            continue
        voices = [a for a in found if any(x < end and start < y for x, y in a.content)]
        figures.quoter.add(
            any(same_source(text, a.spoken_at, source) for a in voices)
            or any(_same_name(text, q.speaker, source) for q in over)
        )
        if voices:
            figures.direct.add(any(a.is_direct for a in voices))


def _direct(text: str, gold: Sequence[Gold]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """Give the quotations (inside their marks) of contents that are little else, with sources."""
    for g in gold:
        for start, end in g.content:
            line = text[start:end]
            for a, b in quoted_spans(line):
                if b - a > LEAST_OVERLAP * len(line) and g.source:
                    yield start + a, start + b, g.source


class Tokens:
    """The words and marks of a text, to compare spans by."""

    def __init__(self, text: str) -> None:
        """Cut a text into words and marks."""
        self._starts = [m.start() for m in _TOKEN.finditer(text)]

    def within(self, spans: Sequence[Span]) -> frozenset[int]:
        """Give the tokens that begin within one of the spans."""
        return frozenset(s for s in self._starts if any(a <= s < b for a, b in spans))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the tokens in common as a share of all of both (Jaccard)."""
    return len(one & other) / len(one | other) if one | other else 0.0


def _match(one: frozenset[int], other: frozenset[int]) -> bool:
    return _overlap(one, other) >= LEAST_OVERLAP


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[a:b] for a, b in spans)


def same_source(text: str, at: Span | None, source: Sequence[Span]) -> bool:
    """Whether the words that name a speaker are among those marked as the source."""
    if at is None:
        return False
    named = {m.start() for m in _TOKEN.finditer(text, *at) if m[0].lower() not in _STOPS}
    return any(a <= start < b for start in named for a, b in source)


def _same_name(text: str, speaker: str | None, source: Sequence[Span]) -> bool:
    """Whether a speaker, wherever named, shares a name with the marked source."""
    if speaker is None:
        return False
    marked = set(re.findall(r"[A-Z][\w'’-]+", _words(text, source)))
    return bool(marked & set(re.findall(r"[A-Z][\w'’-]+", speaker)))


def main() -> None:
    """Print the figures of the part named on the command line, "dev" by default."""
    figures = measure(sys.argv[1] if len(sys.argv) > 1 else "dev")
    for name in ("precision", "recall", "source", "quotation", "quoter", "direct"):
        tally = getattr(figures, name)
        print(f"{name:<10} {tally.share:.3f}  ({tally.right} of {tally.of})")


if __name__ == "__main__":
    main()
