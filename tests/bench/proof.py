"""The figures of the page of proof, made anew: `python -m tests.bench.proof [PART ...]`.

A part is what a command is called by, such as `bench_week`. Each part of `backcare_tui/manual/proof.md` has a block that says by which command its figures were made; the command is run, and what it
prints takes the place of the block. The words around the blocks are written by hand, and a test holds what they claim to the figures.
"""

import re
import subprocess
import sys

from tests.house.source import PACKAGE

PAGE = PACKAGE / "manual" / "proof.md"
BLOCK = re.compile(r"```text\n\$ python -m (tests\.bench\.[^\n]*)\n.*?```", re.DOTALL)


def main(parts: list[str]) -> None:
    """Run the commands that name one of these parts, else all."""
    for command in BLOCK.findall(PAGE.read_text("utf-8")):
        if parts and not any(part in command for part in parts):
            continue
        made = f"```text\n$ python -m {command}\n{printed_by(command)}```"
        page = PAGE.read_text("utf-8")
        (block,) = (each[0] for each in BLOCK.finditer(page) if each[1] == command)
        PAGE.write_text(page.replace(block, made), "utf-8")


def printed_by(command: str) -> str:
    """What a benchmark prints."""
    run = [sys.executable, "-m", *command.split()]
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip() + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
