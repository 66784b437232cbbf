"""Who may in: one code, entered once, and from then on a cookie that nobody can guess."""

import secrets
from enum import Enum

TRIES = 3
"""A code that is wrong for this many times closes the gate."""
DIGITS = 6


class Answer(Enum):
    """What becomes of a code that was entered."""

    RIGHT = "right"
    WRONG = "wrong"
    USED = "used"
    CLOSED = "closed"


class Gate:
    """Opens once, to whoever enters the code, and closes for good after three wrong ones."""

    def __init__(self) -> None:
        """Make a code and a token; both end with this program."""
        self.code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        self.token = secrets.token_urlsafe(32)
        """What the cookie holds of whoever entered the code."""
        self.left = TRIES
        """How many more codes may be wrong."""
        self.is_used = False

    def enter(self, typed: str) -> Answer:
        """Try a code, as it was typed: spaces and hyphens between the digits are let pass.

        Once it was right no code is right any more, and none is counted: nobody can have the
        session of another closed.
        """
        if self.is_used:
            return Answer.USED
        if not self.left:
            return Answer.CLOSED
        if _same("".join(typed.split()).replace("-", ""), self.code):
            self.is_used = True
            return Answer.RIGHT
        self.left -= 1
        return Answer.WRONG if self.left else Answer.CLOSED

    def knows(self, token: str | None) -> bool:
        """Whether a cookie is of whoever entered the code."""
        return self.is_used and token is not None and _same(token, self.token)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode())


def is_our_host(host: str | None, hosts: frozenset[str]) -> bool:
    """Whether a request was meant for this server: a name that was bent to this address is not.

    Args:
        host: The Host header.
        hosts: The names with port that this server goes by, in small letters.
    """
    return host is not None and host.lower() in hosts


def is_our_page(origin: str | None, host: str) -> bool:
    """Whether what asks is a page of this server; a page from elsewhere names itself in Origin.

    Args:
        origin: The Origin header, which each browser sends with a socket and a form.
        host: The Host header, once it is known to be ours.
    """
    return origin is not None and origin.lower() == f"http://{host.lower()}"
