"""Kills of the real command at random moments: `python -m tests.store.kills FILE KILLS`.

`backcare log` is run again and again in a process of its own, which is killed; then the diary is
looked at. Prints how many entries were said to be saved, how many are there, and what was left beside.
Starting Python takes longer than all the rest, so the processes are forks of one that has started.
"""

import io
import os
import random
import re
import select
import signal
import sys
from contextlib import redirect_stdout, suppress
from pathlib import Path

import msgspec

from backcare_tui import cli
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository

LONGEST_S = 20.0
"""How long the first words of a process may take on a busy machine."""
SAVED = re.compile(rb"^Saved .* ([0-9a-f]{8})\n", re.MULTILINE)


class Kills(msgspec.Struct):
    """What came of them."""

    kills: int = 0
    said: int = 0
    """Entries of which it was said that they are saved."""
    unsaid: int = 0
    """Entries that are there, and whose process did not come to say so."""
    lost: int = 0
    """Entries that were said to be saved and are not there."""
    left: int = 0
    """Files of a change under way, left beside the diary; the next save takes them away."""


def killed(diary: Path, kills: int, seed: int = 20261123) -> Kills:
    """Kill so many processes while they write to a diary; it must open whole after each."""
    chance, figures = random.Random(seed), Kills()
    with redirect_stdout(io.StringIO()):  # all that the command needs is imported by that
        cli.run(["--diary", str(diary), "log", "pain", "0"])
    said = {entry.id[:8] for entry in open_repository(diary).entries(Pain)}
    for _ in range(kills):
        said |= _one(diary, chance)
        figures.kills += 1
        figures.left += diary.with_name(f"{diary.name}.new").exists()
        repository = open_repository(diary)
        assert repository.troubles == ()
        assert repository.notices == ()
        there = {entry.id[:8] for entry in repository.entries(Pain)}
        assert len(there - said) <= figures.kills
        figures.lost = len(said - there)
    figures.said, figures.unsaid = len(said), len(there - said)
    return figures


def _one(diary: Path, chance: random.Random) -> set[str]:
    """Kill one process at a random moment after its first words; gives the ids of which it spoke."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        with suppress(BaseException):
            os.dup2(writing, 1)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            while True:
                cli.run(["--diary", str(diary), "log", "pain", str(chance.randint(0, 10))])
        os._exit(1)
    os.close(writing)
    if chance.random() < 0.7:  # the rest dies on the way to its first entry
        select.select([reading], [], [], LONGEST_S)
    select.select([], [], [], 0.05 * chance.random())
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as words:
        return {id_.decode() for id_ in SAVED.findall(words.read())}


if __name__ == "__main__":
    print(msgspec.json.encode(killed(Path(sys.argv[1]), int(sys.argv[2]))).decode())
