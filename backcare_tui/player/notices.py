"""Desktop notices by way of the terminal: what is told, and in which sequence this terminal takes it.

Nothing is sent to a terminal of which it is not known that it takes one: another might print it.
"""

import subprocess
from collections.abc import Callable, Mapping

from backcare_tui.player.engine import Began, Engine, Event, Finished
from backcare_tui.player.script import title_of

Sequence = Callable[[str], str]
"""Makes the control sequence that shows words on the desktop."""

_END = "\x1b\\"
_ASK_TMUX = "#{client_termname}\n#{client_termtype}\n#{allow-passthrough}"
_PATIENCE_S = 2.0


def _osc_9(words: str) -> str:
    """Of iTerm2. ConEmu and Windows Terminal mean other things by it."""
    return f"\x1b]9;{words}{_END}"


def _osc_99(words: str) -> str:
    """Of kitty: one notice that takes the place of the one before, and none while the window is in front."""
    return f"\x1b]99;i=backcare:o=unfocused;{words}{_END}"


def _osc_777(words: str) -> str:
    """Of rxvt-unicode, and of many since: a title and a text."""
    return f"\x1b]777;notify;backcare;{words}{_END}"


_KNOWN: Mapping[str, Sequence] = {
    "iterm": _osc_9,
    "kitty": _osc_99,
    "wezterm": _osc_777,
    "ghostty": _osc_777,
    "foot": _osc_777,
    "rxvt-unicode": _osc_777,
}
"""By what is in the name of a terminal, as it gives itself."""


def said_of(event: Event, engine: Engine) -> str:
    """What is told as a hold, or other work for a time, comes to its end; nothing at any other moment.

    The name of the exercise is all that is said of anyone: a notice may be seen by others.
    """
    if isinstance(event, Finished):
        return "The routine is over"
    place = engine.segments.index(event.segment) if isinstance(event, Began) else 0
    before = engine.segments[place - 1]
    if place == 0 or before.kind not in {"hold", "time"}:
        return ""
    what = "Hold over" if before.kind == "hold" else "Time is up"
    return f"{what}: {title_of(engine.timeline.blocks[before.block])}"


def sequence_for(
    environ: Mapping[str, str], ask_tmux: Callable[[], str] | None = None
) -> Sequence | None:
    r"""What shows a notice in this terminal; None where none is known.

    A terminal names itself by `TERM` or `TERM_PROGRAM`. Other variables may be left over from one in
    which this one was started. Within tmux it is asked which terminal is in front, and whether it
    lets a sequence through.

    >>> sequence_for({"TERM": "xterm-kitty"})("Hold over")
    '\x1b]99;i=backcare:o=unfocused;Hold over\x1b\\'
    >>> sequence_for({"TERM": "linux"})

    Args:
        environ: The variables of this process.
        ask_tmux: Asks tmux; itself if not stated.
    """
    if "TMUX" in environ:
        name, kind, passes = [*(ask_tmux or _ask_tmux)().splitlines(), "", "", ""][:3]
        found = _by_name(kind) or _by_name(name)
        return _through_tmux(found) if found and passes in {"1", "on", "all"} else None
    if "STY" in environ or environ.get("TERM") in {"dumb", "linux"}:  # within screen, or a console
        return None
    program = environ.get("TERM_PROGRAM", "")
    found = _by_name(environ.get("TERM", "")) or _by_name(program)
    # Windows Terminal takes it since 2026 and passes over it before (microsoft/terminal#20012).
    return found or (_osc_777 if "WT_SESSION" in environ and not program else None)


def _by_name(name: str) -> Sequence | None:
    named = name.lower()
    return next((each for known, each in _KNOWN.items() if known in named), None)


def _through_tmux(of: Sequence) -> Sequence:
    """The same, handed through by tmux (tmux(1), allow-passthrough)."""

    def wrapped(words: str) -> str:
        return f"\x1bPtmux;{of(words).replace(chr(27), chr(27) * 2)}{_END}"

    return wrapped


def _ask_tmux() -> str:
    """The name and the kind of the terminal in front, and whether it is let through, in a line each."""
    try:
        asked = subprocess.run(  # noqa: S603 - nothing a person wrote is part of it
            ["tmux", "display-message", "-p", _ASK_TMUX],  # noqa: S607 - the one that runs here
            capture_output=True,
            timeout=_PATIENCE_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode(errors="replace")
