"""A contact in, the name by which this product asks the web out. Standard library only."""

from functools import cache
from importlib.metadata import version

NAME = "Sourceproof"


@cache
def user_agent(contact: str | None = None) -> str:
    """Name product, version and, where one is known, who can be asked about the requests."""
    purpose = "checks the sources that articles cite"
    is_sendable = contact is not None and contact.isascii() and contact.isprintable()
    about = f"{purpose}; {contact}" if is_sendable else purpose
    return f"{NAME}/{version('sourceproof')} ({about})"


def product_token(agent: str) -> str:
    """Return the product of a User-Agent, as robots.txt names it (RFC 9309, section 2.2.1)."""
    return (agent.split() or [NAME])[0].partition("/")[0]
