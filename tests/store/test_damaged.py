"""However a diary is damaged: a sentence, never a traceback; never written over; nothing silent."""

import io
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from backcare_tui import cli
from backcare_tui.store.twice import is_any_twice
from tests.store.damaged import Damaged, damaged, whole

MOST_TO_SAY = 3000


class Shell:
    """Runs commands in this process on one file."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch) -> None:
        self._path, self._patch = path, patch

    def run(self, *words: str) -> tuple[int, str]:
        """The exit status, and all that was said."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        self._patch.setattr(sys, "stdout", out)
        self._patch.setattr(sys, "stderr", err)
        status = cli.run(["--diary", str(self._path), *words])
        for stream in (out, err):
            stream.seek(0)
        return status, out.read() + err.read()


def documents(data: bytes) -> list[Any]:
    """What stands in the tables of entries."""
    tables = json.loads(data.removeprefix(b"\xef\xbb\xbf"), parse_int=str, parse_float=str)
    return [
        {name: value for name, value in each.items() if name not in {"removed", "updated"}}
        if isinstance(each, dict)
        else each
        for table in tables
        if table not in {"meta", "undo", "redo"}
        for each in tables[table].values()
    ]


def test_the_corpus_is_the_same_each_time() -> None:
    assert tuple(damaged(whole(14))) == tuple(damaged(whole(14)))


def fate(each: Damaged, path: Path, shell: Shell) -> str:
    """What became of a damaged diary that was looked at and written to."""
    path.write_bytes(each.data)
    status, said = shell.run("check")
    assert status == 1 or "newer backcare" in said, "check finds nothing wrong"
    assert "Traceback" not in said
    assert len(said) < MOST_TO_SAY or "set aside" in said
    assert path.read_bytes() == each.data
    status, _ = shell.run("today", "--short")
    status, said = shell.run("log", "pain", "4")
    if status == 1:
        assert path.read_bytes() == each.data
        return "only read" if "newer backcare" in said else "refused"
    assert status == 0
    if not is_any_twice(each.data.removeprefix(b"\xef\xbb\xbf")):  # then both are kept, as a list
        after = documents(path.read_bytes())
        assert all(document in after for document in documents(each.data))
    return "opened"


@pytest.mark.thorough
def test_no_damage_is_silent_and_none_is_made_worse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Etc/GMT-1")
    corpus: Sequence[Damaged] = tuple(damaged(whole()))
    assert len(corpus) > 400
    fates, wrong = Counter[str](), {}
    for number, each in enumerate(corpus):
        path = tmp_path / str(number) / "diary.json"
        path.parent.mkdir()
        try:
            fates[fate(each, path, Shell(path, monkeypatch))] += 1
        except Exception as error:  # all of them are named below
            wrong[f"{each.kind}: {each.what}"] = repr(error)[:300]
    assert not wrong, json.dumps(wrong, indent=1)
    assert fates["refused"] > 100
    assert fates["opened"] > 100
