"""The figures of the page of proof, made anew: `python -m tests.bench.proof [PART ...]`.

Each part of `backcare_tui/manual/proof.md` has a block that says by which command its figures were made; the command is run, and what it
prints takes the place of the block. The words around the blocks are written by hand, and a test holds what they claim to the figures.
"""

import re
import subprocess
import sys

from tests.house.source import PACKAGE

PAGE = PACKAGE / "manual" / "proof.md"
BLOCK = re.compile(
    r"```text\n\$ python -m (?P<command>tests\.bench\.bench_(?P<part>\w+)[^\n]*)\n(?P<figures>.*?)```",
    re.DOTALL,
)


def main(parts: list[str]) -> None:
    """Run the commands of these parts, else of all."""
    for name in parts or [each["part"] for each in BLOCK.finditer(PAGE.read_text("utf-8"))]:
        page = PAGE.read_text("utf-8")
        (block,) = (each for each in BLOCK.finditer(page) if each["part"] == name)
        figures = printed_by(block["command"])
        made = f"```text\n$ python -m {block['command']}\n{figures}```"
        PAGE.write_text(page.replace(block[0], made), "utf-8")


def printed_by(command: str) -> str:
    """What a benchmark prints."""
    run = [sys.executable, "-m", *command.split()]
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.rstrip() + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
