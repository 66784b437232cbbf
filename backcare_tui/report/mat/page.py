"""A routine as one HTML file that leads it on a phone or tablet: nothing is fetched, and nothing is kept."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

import msgspec

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.files import refuse_to_write_over, write_whole
from backcare_tui.guidance.safety import STOP_RISE, STOP_RULE, fitted
from backcare_tui.palette import Palette
from backcare_tui.player.pace import paced
from backcare_tui.player.timeline import timeline
from backcare_tui.report.mat.around import MatRules, mat_rules, say_care, say_facts, say_steps
from backcare_tui.report.mat.script import MatScript, mat_script
from backcare_tui.report.own_words import own
from backcare_tui.report.pages.html import in_html
from backcare_tui.report.routine_paper import BOUNDARY, say_signs, say_warning
from backcare_tui.text import clean, spelled
from backcare_tui.themes import DAY, DUSK

ENDING = ".html"
FOLDER = Path(__file__).parents[1] / "data" / "mat"
SCRIPTS = ("engine.js", "figure.js", "sound.js", "diary.js", "face.js", "lead.js")
"""What the page does, from what knows nothing of the others to what brings them together."""
ON_IT = (
    "On it: this routine, fitted to what you stated, and your number to call; nothing else of the "
    "diary, and no condition is named."
)
NAMELESS = "routine"
LONGEST_NAME = 60


class _MatData(msgspec.Struct, frozen=True):
    """All that the script of the page is told."""

    script: MatScript
    rules: MatRules


def mat_page(routine: Routine, settings: Settings) -> str:
    """The page of a routine, fitted to what was stated; the conditions are not named on it.

    Every word is escaped, and the browser is told to run this page's own script alone and to ask for nothing.

    Args:
        routine: One's own, or one of the library.
        settings: The conditions, and the region with its numbers to call.

    Raises:
        BadValue: If there is nothing to do in it, or it takes longer than four hours.
    """
    played = paced(fitted(routine, settings.conditions)[0], settings.getting_ready)
    plan = timeline(played)
    data = _as_json(
        _MatData(mat_script(plan, settings.counting), mat_rules(routine, plan, settings))
    )
    style, script = _style(), _script()
    return Template(_part("page.html")).substitute(
        policy=(
            f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
            "base-uri 'none'; form-action 'none'"
        ),
        title=escape(clean(routine.name)),
        name=in_html(own(routine.name)),
        facts=escape(say_facts(played, plan)),
        purpose=_paragraphs([own(routine.purpose)] if routine.purpose else ()),
        stop_rule=escape(STOP_RULE),
        care=_paragraphs(say_care(routine, settings), "care"),
        signs=_paragraphs(say_signs(settings)),
        steps="\n".join(f'<li dir="auto">{in_html(words)}</li>' for words in say_steps(played)),
        warning=_paragraphs(say_warning(played.steps)),
        boundary=escape(BOUNDARY),
        rise=STOP_RISE,
        data=data,
        style=style,
        script=script,
    )


def write_mat(routine: Routine, settings: Settings, target: Path, *, force: bool = False) -> bytes:
    """Write the page of a routine to a file; gives what was written.

    Args:
        routine: One's own, or one of the library.
        settings: As for `mat_page`.
        target: Where to; see `read_target`.
        force: Whether a file that is there is written over.

    Raises:
        BadValue: If the routine cannot be played.
        IsThere: If there is a file of that name, and it is not to be written over.
        CannotWrite: If the system refuses.
    """
    refuse_to_write_over(target, force=force)
    page = mat_page(routine, settings).encode()
    write_whole(target, page)
    return page


def mat_file_name(routine: Routine) -> str:
    """What the file is called where nobody says it: `morning-loosen-up.html`."""
    words = spelled(routine.name).replace(" ", "-")[:LONGEST_NAME].strip("-")
    return f"{words or NAMELESS}{ENDING}"


def _as_json(data: _MatData) -> str:
    """JSON that no sign of it can end the element that it stands in."""
    text = msgspec.json.encode(data).decode()
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _hash(text: str) -> str:
    """What a policy calls an element of this text by."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _paragraphs(lines: Iterable[str], kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return "\n".join(f'<p dir="auto"{named}>{in_html(words)}</p>' for words in lines)


@cache
def _part(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


@cache
def _script() -> str:
    return "\n".join(map(_part, SCRIPTS))


@cache
def _style() -> str:
    """The sheet of style, in the colors of the app: by day, and at dusk where the device is dark."""
    dark = f"@media (prefers-color-scheme: dark) {{ {_colors(DUSK)} }}"
    return f"{_colors(DAY)}\n{dark}\n{_part('mat.css')}"


def _colors(of: Palette) -> str:
    named = {
        "ground": of.background,
        "surface": of.surface,
        "raised": of.panel,
        "text": of.foreground,
        "quiet": of.quiet,
        "line": of.line,
        "here": of.here,
        "next": of.next,
        "warning": of.error,
    }
    return f":root {{ {' '.join(f'--{name}: {color};' for name, color in named.items())} }}"
