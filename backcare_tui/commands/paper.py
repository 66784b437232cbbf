"""The commands that write a page, named for what they can write here."""

from msgspec.structs import replace

from backcare_tui.commands.command import Command
from backcare_tui.extras import is_here


def as_written_here(*commands: Command) -> tuple[Command, ...]:
    """Commands in whose words `PDF` is `HTML` where what makes a PDF is not installed; the others as they are.

    For the `BINDINGS` of a page that offers HTML in its place:

        BINDINGS = bindings(*as_written_here(*ON_REPORT))
    """
    return commands if is_here("pdf") else tuple(map(_as_html, commands))


def _as_html(command: Command) -> Command:
    words, tip = (text.replace("PDF", "HTML") for text in (command.words, command.tip))
    return replace(command, words=words, tip=tip) if "PDF" in command.words else command
