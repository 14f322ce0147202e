"""Links of a draft that lead nowhere by themselves in, what the report says of them out. Pure."""

from collections.abc import Sequence

from service.domain import Limit

RELATIVE_LINKS = "relative_links"
_NAMED = 3  # of the links, in the note
_LONGEST = 80  # characters of a link


def unplaced_limits(targets: Sequence[str]) -> tuple[Limit, ...]:
    """Say plainly which links have no host, since their statements are told to have no source."""
    each_once = list(dict.fromkeys(targets))
    if not each_once:
        return ()
    named = ", ".join(f"“{target[:_LONGEST]}”" for target in each_once[:_NAMED])
    rest = ", …" if len(each_once) > _NAMED else ""
    many = len(each_once) > 1
    note = (
        f"{len(each_once):,} link{'s' if many else ''} without a host ({named}{rest}) "
        f"{'were' if many else 'was'} not followed: give the article's own address, or add the "
        "text by hand (--source FILE)."
    )
    return (Limit(RELATIVE_LINKS, len(each_once), note),)
