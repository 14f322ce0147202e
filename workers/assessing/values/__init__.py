"""Text in, the values that it states out, and how two texts' values compare. Pure.

Numbers in digits and words, money, percentages, quantities, durations, ordinals, years
and dates, with their offsets. ``read_values`` reads them from one text; ``compare_values``
holds those of an article against those of a passage.
"""

from workers.assessing.values.comparing import compare_values
from workers.assessing.values.model import Approximation, CalendarDate, Value
from workers.assessing.values.reading import read_values

__all__ = ["Approximation", "CalendarDate", "Value", "compare_values", "read_values"]
