"""Files that are no diary, and places where none can be."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.store import open_repository
from backcare_tui.store.places import diary_path as place_of_diary
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

posix = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX systems")
ENTRY: dict[str, Any] = {"id": "p", "at": MONDAY.isoformat(), "severity": 4}
GOOD = json.dumps({"pain": {"1": ENTRY}}).encode()

DAMAGED = {
    "cut": GOOD[:-9],
    "a list": b"[1, 2]",
    "a number": b"4",
    "null": b"null",
    "a table that is a list": b'{"pain": [1]}',
    "a table that is null": b'{"pain": null}',
    "a document without a number": b'{"pain": {"one": {}}}',
    "two documents with one number": b'{"pain": {"1": {}, "01": {}}}',
    "a document with a negative number": b'{"pain": {"-1": {}, "two": {}}}',
    "binary": bytes(range(256)),
    "zeros": b"\x00" * 512,
    "another encoding": '{"pain": {"1": {"note": "müde"}}}'.encode("utf-16"),
    "half a character": b'{"pain": {"1": {"note": "\xc3"}}}',
    "deep": b'{"pain": {"1": ' + b"[" * 100_000,
    "not a number": b'{"pain": {"1": {"severity": NaN}}}',
    "two documents": GOOD + GOOD,
    "blank": b" \n",
    "nothing at all": b"",
    "a byte order mark": b"\xef\xbb\xbf",
    "a mark and blanks": b"\xef\xbb\xbf \x00\n",
    "a table twice": b'{"pain": {"1": {"id": "a"}}, "sleep": {}, "pain": {"2": {"id": "b"}}}',
    "a number twice": b'{"pain": {"1": {"id": "a"}, "1": {"id": "b"}}}',
    "a number of 19 digits": b'{"pain": {"1000000000000000000": {}}}',
    "a number of 5000 digits": b'{"pain": {"%s": {}}}' % (b"7" * 5000),
    "a number in other digits": '{"pain": {"\u0661": {}}}'.encode(),
    "number nought": b'{"pain": {"0": {}}}',
}


def pain(severity: int) -> Pain:
    return Pain(at=MONDAY, severity=severity)


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_bytes(DAMAGED[name])
    with pytest.raises(CannotOpen) as caught:
        open_repository(path)
    assert str(path) in str(caught.value)
    assert "left as it is" in str(caught.value)
    assert path.read_bytes() == DAMAGED[name]
    assert [found.name for found in tmp_path.iterdir()] == ["diary.json"]


@pytest.mark.parametrize("name", DAMAGED)
def test_a_file_that_was_damaged_meanwhile_is_never_overwritten(
    name: str, repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(pain(1))
    diary_path.write_bytes(DAMAGED[name])
    with pytest.raises(CannotOpen):
        repository.refresh()
    for _ in range(2):
        with pytest.raises(CannotKeep, match=r"Nothing was changed\.$"):
            repository.add(pain(2))
    assert diary_path.read_bytes() == DAMAGED[name]
    assert [entry.severity for entry in repository.entries(Pain)] == [1]
    assert repository.read_only is None


def test_a_diary_that_was_mended_meanwhile_works_again(
    repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(pain(1))
    diary_path.write_bytes(DAMAGED["cut"])
    with pytest.raises(CannotKeep):
        repository.add(pain(2))
    diary_path.write_bytes(GOOD)
    repository.add(pain(3))
    assert {entry.severity for entry in repository.entries(Pain)} == {3, 4}


@pytest.mark.parametrize("content", [None, b"{}", b'{"_default": {}}'])
def test_no_file_and_one_without_documents_are_an_empty_diary(
    content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "diary.json"
    if content is not None:
        path.write_bytes(content)
    repository = open_repository(path)
    assert repository.entries(Pain) == ()
    assert path.exists() == (content is not None)
    repository.add(pain(1))
    assert len(open_repository(path).entries(Pain)) == 1


def test_a_number_that_nothing_can_hold_is_set_aside_and_kept_as_it_was(
    tmp_path: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "diary.json"
    strange = b'{"id":"s","severity":1e999}'
    path.write_bytes(GOOD.replace(b"}}}", b'},"2":' + strange + b"}}"))
    repository = open_repository(path, clock)
    assert [entry.severity for entry in repository.entries(Pain)] == [4]
    (trouble,) = repository.troubles
    assert (trouble.id, trouble.sentence[:22]) == ("s", 'severity: "1e999" is n')
    repository.add(pain(5))
    assert strange in path.read_bytes()


def test_a_byte_order_mark_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    repository = open_repository(path)
    repository.add(pain(1))
    assert {entry.severity for entry in open_repository(path).entries(Pain)} == {1, 4}


def test_a_diary_made_by_any_tinydb_opens(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    with TinyDB(path, indent=2, sort_keys=True) as database:
        database.table("pain").insert({**ENTRY, "note": "Rücken"})
    (entry,) = open_repository(path).entries(Pain)
    assert entry.note == "Rücken"


@posix
@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_only_the_person_can_read_the_diary(mode: int, tmp_path: Path, clock: FrozenClock) -> None:
    path = tmp_path / "new" / "diary.json"
    open_repository(path, clock).add(pain(1))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.with_name("diary.json.lock").stat().st_mode & 0o777 == 0o600
    path.chmod(mode)
    open_repository(path, clock).add(pain(2))
    assert path.stat().st_mode & 0o777 == 0o600


@posix
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_repository(tmp_path / "diary.json").add(pain(1))
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@posix
@pytest.mark.parametrize("is_there", [True, False])
def test_a_linked_diary_stays_a_link(tmp_path: Path, *, is_there: bool) -> None:
    target = tmp_path / "synced" / "diary.json"
    target.parent.mkdir()
    if is_there:
        target.write_bytes(GOOD)
    link = tmp_path / "diary.json"
    link.symlink_to(target)
    open_repository(link).add(pain(1))
    assert link.is_symlink()
    assert len(open_repository(target).entries(Pain)) == 1 + is_there
    assert sorted(p.name for p in tmp_path.iterdir()) == ["diary.json", "synced"]


@posix
def test_a_link_that_leads_to_itself_is_a_sentence(tmp_path: Path) -> None:
    link = tmp_path / "diary.json"
    link.symlink_to(link)
    with pytest.raises(CannotOpen, match="could not be read"):
        open_repository(link)


def test_a_folder_is_no_diary(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="is a folder, not a diary file"):
        open_repository(tmp_path)


def test_a_diary_below_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(CannotOpen, match="could not be read"):
        open_repository(tmp_path / "file" / "diary.json")


@posix
def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    repository = open_repository(tmp_path / "later" / "diary.json")
    (tmp_path / "later").write_text("a file, by now")
    with pytest.raises(CannotKeep, match=r"Nothing was changed\.$"):
        repository.add(pain(1))


def test_a_name_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises((CannotOpen, CannotKeep)):
        open_repository(tmp_path / ("d" * 300)).add(pain(1))


def test_a_relative_path_stays_where_it_was_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    repository = open_repository(Path("diary.json"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    repository.add(pain(1))
    assert (tmp_path / "diary.json").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


class TestPlaces:
    def test_the_stated_file_counts_before_the_variable(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BACKCARE_DIARY", "/variable.json")
        assert place_of_diary("stated.json") == Path("stated.json")
        assert place_of_diary() == Path("/variable.json")

    def test_a_tilde_is_the_home_folder(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        assert place_of_diary("~/diary.json") == tmp_path / "diary.json"

    def test_without_a_word_it_is_in_the_data_folder(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("BACKCARE_DIARY", raising=False)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        path = place_of_diary()
        assert path.name == "diary.json"
        assert "backcare" in path.parts
        if sys.platform == "linux":
            assert path == tmp_path / "data" / "backcare" / "diary.json"

    @posix
    @pytest.mark.parametrize("stated", [None, "~/diary.json", "~nobody-of-this-name/diary.json"])
    def test_without_a_home_folder_it_is_asked_for(
        self, stated: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        import pwd

        def nobody(of: object) -> None:
            raise KeyError(of)

        monkeypatch.chdir(tmp_path)
        for name in ("HOME", "XDG_DATA_HOME", "BACKCARE_DIARY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(pwd, "getpwuid", nobody)
        with pytest.raises(CannotOpen, match="Say where with --diary or BACKCARE_DIARY"):
            place_of_diary(stated)
        assert place_of_diary("here.json") == Path("here.json")
        assert list(tmp_path.iterdir()) == []


def test_a_diary_that_vanishes_is_not_taken_for_an_empty_one(
    diary_path: Path, clock: FrozenClock
) -> None:
    repository = open_repository(diary_path, clock)
    repository.add(Pain(at=MONDAY, severity=4))
    aside = diary_path.rename(diary_path.with_name("elsewhere.json"))
    with pytest.raises(CannotOpen, match=r"is not in .* any more"):
        repository.refresh()
    with pytest.raises(CannotKeep):
        repository.add(Pain(at=MONDAY, severity=5))
    assert not diary_path.exists()
    aside.rename(diary_path)
    repository.refresh()
    repository.add(Pain(at=MONDAY, severity=6))
    assert sorted(entry.severity for entry in repository.entries(Pain)) == [4, 6]
