"""What an exercise of one's own is like, as it stands behind its name: `Hip opener (like Clamshell)`. Pure."""

import re

NOTHING = "nothing"
"""What an exercise is said to be like that is like none: `(like nothing)`."""
CHECKED = "checked"
"""Said beside it where a professional gave it for this back: `(like nothing, checked)`."""
LIKE = re.compile(r"\(\s*like\s+([^()]*)\)", re.IGNORECASE)


def with_likeness(line: str, name: str, like: str) -> str:
    """A line with what its exercise is like behind the name; what stood there is replaced.

    Args:
        line: As it was typed.
        name: The name in it, with single gaps.
        like: The name of an exercise of the library, or `NOTHING`, or `nothing, checked`.
    """
    bare = re.sub(r"\s{2,}", "  ", LIKE.sub("", line, count=1)).rstrip()
    words = r"[\s,;:]+".join(re.escape(word) for word in name.split())
    found = re.search(words, bare, re.IGNORECASE) if words else None
    end = found.end() if found else len(bare)
    rest = bare[end:].strip()
    return f"{bare[:end]} (like {like}){f'  {rest}' if rest else ''}"
