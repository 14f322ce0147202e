"""The version of the rules. Stands alone, so that it can be told without loading a rule."""

from typing import Final

RULES_VERSION: Final = "1"
