"""Identifiers: a prefix in, a new id out. Reads the clock and the system's randomness."""

import secrets
import time


def new_id(prefix: str) -> str:
    """Make a new id that sorts by time and cannot be guessed, as ``vf_018f…``.

    48 bits of milliseconds since 1970, then 80 random bits, in hexadecimal: the
    order of UUID version 7 (RFC 9562, section 5.7) without its fixed bits.
    """
    return f"{prefix}_{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"
