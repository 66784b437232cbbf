"""`manual`: the pages that are shipped, to be read in the shell, and the source of the man page."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

from backcare_tui.cli.offered import manual_pages
from backcare_tui.cli.terminal import columns, say
from backcare_tui.diary.when import Clock

_PACKAGE = "backcare_tui"
_HOW = "backcare manual PAGE prints one; backcare help COMMAND says the words of a command."


def manual(args: Namespace, _path: Path, _clock: Clock) -> int:
    """Print a page, or which there are; no diary is looked at."""
    if args.man:
        from backcare_tui.cli.man_page import man_page

        say(man_page())
    elif args.page:
        say(_page(args.page).rstrip())
    else:
        say(*columns(_titles()), "", _HOW)
    return 0


def _titles() -> Iterator[tuple[str, str]]:
    """Each page with its first line, which is its title."""
    for name in manual_pages():
        yield name, _page(name).partition("\n")[0].removeprefix("# ")


def _page(name: str) -> str:
    return resources.files(_PACKAGE).joinpath("manual", f"{name}.md").read_text("utf-8")


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"manual": manual}
