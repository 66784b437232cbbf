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
        self.room = secrets.token_urlsafe(16)
        """Names the pages behind it, to which alone the cookie is sent.

        A browser keeps cookies by host, not by port: what another user of this machine serves on a port
        of theirs would be sent the cookie, too, were it not for a path that they do not know.
        """
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

    def knows(self, room: str, token: str | None) -> bool:
        """Whether it is whoever entered the code that asks: for a page behind it, with the cookie."""
        is_theirs = _same(token or "", self.token)
        return _same(room, self.room) and is_theirs and self.is_used


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
