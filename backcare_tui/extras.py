"""What is only installed for those who want it, and the line that brings it to where this program is installed."""

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = {"keyring": "keyring", "lock": "pyrage", "pdf": "reportlab", "serve": "textual_serve"}
"""The library that each extra brings."""


def is_here(extra: str) -> bool:
    """Whether what an extra brings is installed."""
    return find_spec(LIBRARIES[extra]) is not None


def how_to_get(extra: str) -> str:
    """The line that installs an extra beside this program, by what installed the program itself.

    `uv tool install` takes away what it is not told of, so it is told of all that are here.
    """
    prefix = Path(sys.prefix)
    wanted = _quoted(f"backcare[{extra}]")
    if (prefix / "uv-receipt.toml").is_file():
        all_of_them = ",".join(each for each in LIBRARIES if each == extra or is_here(each))
        return f"uv tool install {_quoted(f'backcare[{all_of_them}]')}"
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx runpip {_quoted(prefix.name)} install {wanted}"
    if find_spec("pip") is None:
        return f"uv pip install --python {_quoted(sys.prefix)} {wanted}"
    is_at_hand = sys.prefix == sys.base_prefix or os.environ.get("VIRTUAL_ENV") == sys.prefix
    by = "" if is_at_hand else f"{_quoted(sys.executable)} -m "
    return f"{by}pip install {wanted}"


def _is_windows() -> bool:
    return os.name == "nt"


def _quoted(word: str) -> str:
    """A word as the shell of this system takes it whole."""
    if _is_windows():
        return f'"{word}"' if set(word) & set(" []&") else word
    return shlex.quote(word)
