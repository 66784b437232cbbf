"""The man page has every command and option, is what is installed, and is good roff."""

import re
import shutil
import subprocess
import tomllib

import pytest

from backcare_tui.cli.man_page import man_page
from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.parsing import every
from tests.house.source import PACKAGE, ROOT
from tests.shell.conftest import Shell

INSTALLED = ROOT / "assets" / "backcare.1"


def plain(source: str) -> str:
    """The page without what roff reads."""
    return re.sub(r"\\f[BIR]", "", source).replace("\\-", "-").replace("\\(aq", "'")


def test_every_command_and_option_is_on_it() -> None:
    page = plain(man_page())
    sections = dict(
        re.findall(
            r'^\.SS "(backcare[a-z -]*?)(?: \S*[A-Z].*?)?"\n(.*?)(?=^\.S[SH])',
            page,
            re.MULTILINE | re.DOTALL,
        )
    )
    for parser in every(build_parser()):
        if parser.prog != "backcare":
            words = {word for action in parser.own_actions() for word in action.option_strings}
            assert words == set(re.findall(r"^(--[a-z-]+)", sections[parser.prog], re.MULTILINE))


def test_what_is_installed_is_what_the_command_prints(shell: Shell) -> None:
    """After a change: `backcare manual --man > assets/backcare.1`."""
    assert INSTALLED.read_text("utf-8") == shell.says("manual", "--man")
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    shared = build["targets"]["wheel"]["shared-data"]
    assert shared == {"assets/backcare.1": "share/man/man1/backcare.1"}


@pytest.mark.parametrize("check", ["groff -man -ww -z", "mandoc -Tlint -Werror"])
def test_it_is_good_roff(check: str) -> None:
    if not shutil.which(check.split(maxsplit=1)[0]):
        pytest.skip("not installed here")
    done = subprocess.run(
        [*check.split(), str(INSTALLED)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_pages_that_are_shipped_can_be_read(shell: Shell) -> None:
    listed = shell.says("manual")
    for page in (PACKAGE / "manual").glob("*.md"):
        assert f"\n{page.stem} " in f"\n{listed}"
    assert shell.says("manual", "locked").startswith("# A locked diary\n")
