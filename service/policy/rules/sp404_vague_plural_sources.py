"""SP404 vague-plural-sources: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import AttributionClass, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import attributed


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in attributed(report, AttributionClass.VAGUE_PLURAL):
        attribution = assessment.statement.attribution
        who = attribution.speaker or attribution.cue
        named = f"“{who}”" if who else "The sources of this statement"
        yield Hit(f"{named}: nobody can tell who that is.", assessment=assessment)


RULE = Rule(
    id="SP404",
    name="vague-plural-sources",
    severity=Severity.WARNING,
    finds="A statement laid on a crowd without a name: “experts”, “critics”, “many”.",
    why="It sounds like weight and cannot be verified.",
    example="“Experts warn that …”",
    advice="Name at least one of them, or cite the study or poll that is meant.",
    hits=_hits,
)
