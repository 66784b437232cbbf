"""The line for a shell that moves a diary to another folder."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

VARIABLE = "BACKCARE_DIARY"


def say_move(parts: Sequence[str], diary: str, folder: str) -> str:
    """The line, each path quoted for the shell of this system; nothing is written over.

    >>> say_move(["/d/diary.json"], "/d/diary.json", "/my docs")
    "mkdir -p '/my docs' && mv -n /d/diary.json '/my docs' && export BACKCARE_DIARY='/my docs/diary.json'"
    """
    target = str(Path(folder) / Path(diary).name)
    if os.name == "nt":
        names = ", ".join(map(_quoted_for_powershell, parts))
        to = _quoted_for_powershell(folder)
        return (
            f"New-Item -ItemType Directory -Force {to} | Out-Null; Move-Item {names} {to}; "
            f"$env:{VARIABLE} = {_quoted_for_powershell(target)}"
        )
    moved = " ".join(map(shlex.quote, parts))
    to = shlex.quote(folder)
    return f"mkdir -p {to} && mv -n {moved} {to} && export {VARIABLE}={shlex.quote(target)}"


def say_stays(diary: str, folder: str) -> str:
    """How it is found there from then on."""
    target = Path(folder) / Path(diary).name
    return (
        f"Close backcare and paste it into a shell. For good: set {VARIABLE} to {target} where your shell sets its "
        "variables, such as ~/.profile. Backups stay where they are, and are found from there. Reminders: set them again."
    )


def _quoted_for_powershell(path: str) -> str:
    doubled = path.replace("'", "''")
    return f"'{doubled}'"
