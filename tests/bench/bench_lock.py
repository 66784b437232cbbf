"""What a locked diary costs at ten years: `python -m tests.bench.bench_lock [ROUNDS]`.

A save, opening, and `log`, each against the same of a plain diary; the sizes; and what unlocking takes, once
a session, whatever the size. Goals: a save within 2 times, `log` into the inbox quicker than into the diary.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from backcare_tui.store import open_repository
from backcare_tui.store.cipher import AgeCipher
from backcare_tui.store.keys import Key, locked_key, new_key, unlocked_key
from backcare_tui.store.locked import places_of
from backcare_tui.store.locking import lock_diary
from tests.bench.bench_log import command
from tests.bench.bench_store import pain
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing

WORDS = "correct horse battery staple"


def main(rounds: int = 15) -> None:
    """Print the comparisons."""
    with TemporaryDirectory() as folder:
        plain, locked = Path(folder) / "plain.json", Path(folder) / "locked.json"
        count = long_diary(plain)
        open_repository(plain).add(pain())
        locked.write_bytes(plain.read_bytes())
        key, places = new_key(), places_of(locked)
        start = time.perf_counter()
        key_file = locked_key(key, WORDS)
        print(f"making the key: {time.perf_counter() - start:.1f} s")
        lock_diary(places, key, key_file)
        sizes = [path.stat().st_size / 1e6 for path in (plain, places.locked)]
        print(f"{count} entries: {sizes[0]:.2f} MB plain, {sizes[1]:.2f} MB locked")
        unlocking(key_file, key, 3)
        both = open_repository(plain), open_repository(locked, key=key)
        save, open_, log = "saved entry", "open", "log pain 4"
        compare(
            f"{save}, locked",
            timing(lambda: both[1].add(pain())),
            f"{save}, plain",
            timing(lambda: both[0].add(pain())),
            rounds,
        )
        compare(
            f"{open_}, locked",
            timing(lambda: open_repository(locked, key=key)),
            f"{open_}, plain",
            timing(lambda: open_repository(plain)),
            rounds,
        )
        closing(plain.read_bytes(), key.cipher, rounds)
        backcare = ("-m", "backcare_tui", "log", "pain", "4")
        compare(
            f"{log}, into the inbox",
            command(*backcare, BACKCARE_DIARY=str(locked)),
            f"{log}, plain diary",
            command(*backcare, BACKCARE_DIARY=str(plain)),
            rounds,
        )
        taking_in(locked, key)


def unlocking(key_file: bytes, key: Key, rounds: int) -> None:
    """Print how long the passphrase takes to open the key."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        assert unlocked_key(key_file, WORDS) == key
        took.append(time.perf_counter() - start)
    print(f"unlocking, once a session: {min(took):.1f} to {max(took):.1f} s")


def closing(data: bytes, cipher: AgeCipher, rounds: int) -> None:
    """Print what age takes of a save and of opening."""
    whole = cipher.closed(data)
    compare(
        "age, closing",
        timing(lambda: cipher.closed(data)),
        "opening",
        timing(lambda: cipher.opened(whole)),
        rounds,
    )


def taking_in(locked: Path, key: Key) -> None:
    """Print how long what waits in the inbox takes to come in."""
    from backcare_tui.diary.when import Clock
    from backcare_tui.inbox import settle

    repository = open_repository(locked, key=key)
    start = time.perf_counter()
    said = settle(repository, locked, key, Clock())
    print(f"{said[0]} {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
