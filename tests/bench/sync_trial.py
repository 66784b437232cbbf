"""Two devices and a real Syncthing between them: is what each wrote on both at the end?

    python -m tests.bench.sync_trial [ROUNDS]

It needs `syncthing` (tried with Debian's 1.19) and uses the loopback address only: no discovery, no
relay, nothing asked of any server. Each side is a home of its own, with the device and the backups that
backcare keeps there, and a folder that is shared. Odd rounds are apart: both are paused, each side
takes down, changes and removes entries with `backcare`, and they meet again. Even ones are together: both
sides write at once while Syncthing looks on. After each they have a minute to become the same.
"""

import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
KEY = "trial"
TRIES = 8
FOLDER = "diary"
ROUNDS = 10
SETTLED_IN_S = 120.0
IGNORED = "/diary.json.lock\n/diary.json.new\n"
OPTIONS = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "crashReportingEnabled": "false",
    "startBrowser": "false",
    "urAccepted": "-1",
    "autoUpgradeIntervalH": "0",
    "stunKeepaliveStartS": "0",
    "announceLANAddresses": "false",
    "reconnectionIntervalS": "1",
}


class Side:
    """One device: its home, its shared folder, and its Syncthing."""

    def __init__(self, name: str, top: Path) -> None:
        self.name = name
        self.home, self.folder, self.config = (
            top / name / part for part in ("home", "shared", "st")
        )
        for each in (self.home, self.folder):
            each.mkdir(parents=True)
        (self.folder / ".stignore").write_text(IGNORED)
        self.diary = self.folder / "diary.json"
        self.sync_port, self.gui_port = _free_port(), _free_port()
        _run(["syncthing", "generate", f"--home={self.config}", "--no-default-folder"], self._env())
        self.id = _run(["syncthing", f"--home={self.config}", "--device-id"], self._env()).strip()
        self.entries: dict[str, int] = {}
        self.removed: set[str] = set()
        self.refused: list[str] = []
        self.round, self.rounds = 0, dict[str, int]()

    def meet(self, other: "Side") -> None:
        """Share the folder with the other side, and with nobody else."""
        path = self.config / "config.xml"
        tree = ET.parse(path)
        root = tree.getroot()
        for kind in ("folder", "device"):
            for each in root.findall(kind):
                root.remove(each)
        options = root.find("options")
        assert options is not None
        for name in ("listenAddress", "globalAnnounceServer", "stunServer"):
            for each in options.findall(name):
                options.remove(each)
        for name, value in {
            **OPTIONS,
            "listenAddress": f"tcp://127.0.0.1:{self.sync_port}",
        }.items():
            for each in options.findall(name):
                options.remove(each)
            ET.SubElement(options, name).text = value
        gui = root.find("gui")
        assert gui is not None
        for name, value in {"address": f"127.0.0.1:{self.gui_port}", "apikey": KEY}.items():
            found = gui.find(name)
            (ET.SubElement(gui, name) if found is None else found).text = value
        folder = ET.SubElement(
            root,
            "folder",
            id=FOLDER,
            path=str(self.folder),
            type="sendreceive",
            rescanIntervalS="5",
            fsWatcherEnabled="true",
            fsWatcherDelayS="1",
        )
        ET.SubElement(folder, "maxConflicts").text = "10"  # as Syncthing has it for a new folder
        for side in (self, other):
            ET.SubElement(folder, "device", id=side.id)
            device = ET.SubElement(root, "device", id=side.id, name=side.name)
            ET.SubElement(device, "address").text = f"tcp://127.0.0.1:{side.sync_port}"
        tree.write(path)

    @contextmanager
    def syncing(self) -> Iterator[None]:
        """Have its Syncthing run."""
        command = ["syncthing", "serve", f"--home={self.config}", "--no-browser", "--no-restart"]
        log = (self.config / "log").open("w")
        process = subprocess.Popen(command, env=self._env(), stdout=log, stderr=subprocess.STDOUT)
        try:
            _until(lambda: self.ask("system/ping") is not None, 60)
            yield
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            log.close()

    def ask(self, path: str, *, is_post: bool = False) -> Any:
        """What its Syncthing answers; None where it does not."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui_port}/rest/{path}",
            method="POST" if is_post else "GET",
            headers={"X-API-Key": KEY},
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                data = answer.read()
        except OSError:
            return None
        return json.loads(data) if data else {}

    def backcare(self, *words: str) -> str:
        """What the real command says; where it refuses, as it may while files are moved, once more."""
        command = [sys.executable, "-m", "backcare_tui", *words]
        for _ in range(TRIES):
            done = subprocess.run(
                command, env=self._env(), capture_output=True, encoding="utf-8", check=False
            )
            if not done.returncode or words == ("check",):
                return done.stdout
            self.refused.append(done.stderr.strip().splitlines()[-1])
            time.sleep(0.5)
        raise RuntimeError(f"{words}: {self.refused[-1]}")

    def log(self, severity: int) -> None:
        """Take down an entry, and remember what was said of it."""
        said = self.backcare("log", "pain", str(severity), "--note", f"by {self.name}")
        found = re.search(r"\b[0-9a-f]{8}\b", said)
        assert found, said
        self.entries[found[0]] = severity
        self.rounds[found[0]] = self.round

    def write(self, chance: random.Random) -> None:
        """Take down a few entries; of one's own change one or remove one now and then."""
        for _ in range(chance.randint(1, 3)):
            self.log(chance.randint(0, 10))
        mine = sorted(self.entries.keys() - self.removed)
        if chance.random() < 0.5:
            changed = chance.choice(mine)
            self.entries[changed] = chance.randint(0, 10)
            self.backcare("change", changed, f"severity={self.entries[changed]}")
        elif len(mine) > 1 and chance.random() < 0.5:
            gone = chance.choice(mine)
            self.backcare("remove", gone)
            self.removed.add(gone)

    def copies(self) -> list[Path]:
        """The conflict copies that wait."""
        return sorted(self.folder.glob("diary.sync-conflict*"))

    def held(self) -> dict[str, int]:
        """The entries that the diary shows, by the beginning of their ids."""
        documents = json.loads(self.backcare("list", "pain", "--json"))
        return {each["id"][:8]: each["severity"] for each in documents}

    def _env(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "BACKCARE_DIARY": str(self.folder / "diary.json"),
            "STNOUPGRADE": "1",
        }


def main(rounds: int = ROUNDS, seed: int = 7) -> int:
    """Try it; 0 where all of it is there."""
    if not shutil.which("syncthing"):
        print("There is no syncthing here.")
        return 1
    chance, conflicts, began = random.Random(seed), 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="backcare-sync-") as top, ExitStack() as running:
        sides = [Side(name, Path(top)) for name in ("laptop", "desktop")]
        for side, other in (sides, sides[::-1]):
            side.meet(other)
        sides[0].log(1)
        for side in sides:
            running.enter_context(side.syncing())
        _until(sides[1].diary.exists, 60)
        for number in range(1, rounds + 1):
            apart = number % 2 == 1
            for side in sides:
                side.round = number
            _pause(sides, is_apart=apart)
            with ThreadPoolExecutor(2) as pool:
                seeds = [chance.random() for _ in sides]
                list(
                    pool.map(
                        lambda pair: pair[0].write(random.Random(pair[1])),
                        zip(sides, seeds, strict=True),
                    )
                )
            _pause(sides, is_apart=False)
            seen = _settle(sides)
            conflicts += seen
            print(
                f"round {number:2} {'apart   ' if apart else 'together'} {seen} conflict copies",
                flush=True,
            )
        lost = _report(sides, conflicts, time.monotonic() - began)
    return 1 if lost else 0


def _pause(sides: list[Side], *, is_apart: bool) -> None:
    for side in sides:
        side.ask(f"system/{'pause' if is_apart else 'resume'}", is_post=True)
    if not is_apart:
        _until(lambda: all(_is_connected(side) for side in sides), 60)


def _is_connected(side: Side) -> bool:
    known = side.ask("system/connections") or {}
    return any(each["connected"] for each in known.get("connections", {}).values())


def _settle(sides: list[Side]) -> int:
    """Let both take in what came, until they are the same; gives how many conflict copies were seen."""
    seen: set[str] = set()

    def is_settled() -> bool:
        for side in sides:
            side.ask(f"db/scan?folder={FOLDER}", is_post=True)
        time.sleep(1)
        waiting = [copy for side in sides for copy in side.copies()]
        seen.update(copy.name for copy in waiting)
        for side in sides:
            if side.copies():
                side.backcare("today", "--short")
        is_idle = all(_is_idle(side) for side in sides)
        same = sides[0].diary.read_bytes() == sides[1].diary.read_bytes()
        return is_idle and same and not waiting

    _until(is_settled, SETTLED_IN_S)
    return len(seen)


def _is_idle(side: Side) -> bool:
    status = side.ask(f"db/status?folder={FOLDER}") or {}
    return status.get("state") == "idle" and status.get("needTotalItems", 1) == 0


def _report(sides: list[Side], conflicts: int, seconds: float) -> int:
    wrote = {id_: severity for side in sides for id_, severity in side.entries.items()}
    removed = set().union(*(side.removed for side in sides))
    rounds_of = {id_: number for side in sides for id_, number in side.rounds.items()}
    wanted = {id_: severity for id_, severity in wrote.items() if id_ not in removed}
    lost = 0
    for side in sides:
        held = side.held()
        there = sum(held.get(id_) == severity for id_, severity in wanted.items())
        back = len(removed & held.keys())
        lost += len(wanted) - there + back
        for id_, severity in wanted.items():
            if held.get(id_) != severity:
                print(f"  {id_} of round {rounds_of[id_]}: {held.get(id_)} and not {severity}")
        print(
            f"{side.name}: {len(side.entries)} entries written here, {len(side.removed)} removed; "
            f"of {len(wanted)} that both left {there} there as last changed, {back} of "
            f"{len(removed)} removed ones came back; {side.backcare('check').splitlines()[-1]}"
        )
    same = sides[0].diary.read_bytes() == sides[1].diary.read_bytes()
    for sentence, times in Counter(
        re.sub(r"/\S+", "…", s) for x in sides for s in x.refused
    ).items():
        print(f"refused and tried again {times} times: {sentence}")
    print(
        f"{conflicts} conflict copies merged; the diaries are {'equal' if same else 'NOT equal'} to the byte; {seconds:.0f} s"
    )
    return lost + (not same)


def _until(holds: Any, seconds: float) -> None:
    """Wait until something holds.

    Raises:
        TimeoutError: If it does not in so many seconds.
    """
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds:.0f} s")
        time.sleep(0.3)


def _run(command: list[str], env: dict[str, str]) -> str:
    return subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", check=True
    ).stdout


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
