"""A locked diary on the command line: what asks, what does without, and what is said of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backcare_tui.store.keys import BEGINNING
from backcare_tui.store.locked import LockedPlaces, places_of
from tests.house.source import modules
from tests.shell.conftest import Shell
from tests.store.locks import KEY, KEY_FILE, WORDS, locked, opened
from tests.store.test_locking import MARKER, holding

VARIABLE = "BACKCARE_PASSPHRASE_FILE"
posix = pytest.mark.skipif(sys.platform == "win32", reason="it needs a pseudo-terminal")


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the passphrase stands."""
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n")
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def places(shell: Shell) -> LockedPlaces:
    """A locked diary with one entry."""
    shell.says("log", "pain", "4", "--note", MARKER)
    return locked(shell.diary)


def put_key(shell: Shell) -> None:
    """A key from before, which costs no second to open."""
    shell.diary.parent.mkdir(exist_ok=True)
    places_of(shell.diary).key.write_bytes(KEY_FILE)


def test_it_is_locked_worked_with_and_unlocked_for_good(shell: Shell, words: Path) -> None:
    shell.says("log", "pain", "4", "--note", MARKER)
    put_key(shell)
    said = shell.says("encrypt", "--yes")
    assert "nobody can open it again" in said
    assert KEY.secret in said
    assert "age -d -i diary.key.age diary.json.age > diary.json" in said
    assert holding(shell.diary.parent) == []
    shell.says("log", "pain", "5", "--note", "later")
    assert "joins the diary" in shell.run("log", "water", "300").stdout
    assert MARKER in shell.run("list").stdout
    assert "Nothing is wrong." in shell.says("check")
    assert "Unlocked for good" in shell.says("decrypt", "--yes")
    assert sorted(each["severity"] for each in shell.documents("pain")) == [4, 5]
    assert places_of(shell.diary).key.exists()
    assert not places_of(shell.diary).inbox.exists()


def test_a_page_that_is_read_counts_in_a_locked_diary_too(
    shell: Shell, places: LockedPlaces, words: Path
) -> None:
    assert places.is_locked
    shell.says("learn", "scans")
    assert "✓ scans  " in shell.says("learn")


@pytest.mark.parametrize(
    "command",
    [
        ("today",),
        ("week", "--json"),
        ("export", "x.json"),
        ("import", "x.json"),
        ("report", "x.html"),
        ("check",),
    ],
)
def test_without_a_terminal_a_command_that_reads_is_a_sentence(
    command: tuple[str, ...], shell: Shell, places: LockedPlaces
) -> None:
    before = places.locked.read_bytes()
    done = shell.run(*command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The diary is locked. There is no terminal")
    assert done.stderr.count("\n") == 1
    assert places.locked.read_bytes() == before
    assert not Path(command[-1]).exists()


@pytest.mark.parametrize("given", ["another", "", "\n", "\xff", "x" * 9000])
def test_a_wrong_passphrase_is_a_sentence(
    given: str, shell: Shell, places: LockedPlaces, words: Path
) -> None:
    words.write_bytes(given.encode("latin-1"))
    done = shell.run("today")
    assert (done.returncode, done.stdout) == (1, "")
    assert "passphrase" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_a_sentence(
    shell: Shell, places: LockedPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "nowhere/at-all")
    assert "nowhere/at-all could not be read" in shell.run("today").stderr
    monkeypatch.setenv(VARIABLE, "~nobody-at-all/x")
    assert "~nobody-at-all/x could not be read" in shell.run("today").stderr


def test_log_needs_no_passphrase_and_says_where_it_went(
    shell: Shell, places: LockedPlaces, monkeypatch: pytest.MonkeyPatch, words: Path
) -> None:
    monkeypatch.delenv(VARIABLE)
    before = places.locked.read_bytes()
    said = shell.says("log", "pain", "3", "--note", MARKER)
    assert said.startswith("Kept in the locked inbox: pain 3 mild")
    assert "It joins the diary at the next unlock." in said
    shell.says("log", "massage", "30", "--by", "Ann Lee")
    shell.says("log", "sleep", "7h20")
    assert places.locked.read_bytes() == before
    assert "inbox" in shell.says("where")
    assert "3 entries wait" in shell.says("where")
    assert shell.says("today", "--short") == "diary locked · 3 logged since\n"
    assert holding(shell.diary.parent) == []
    monkeypatch.setenv(VARIABLE, str(words))
    done = shell.run("list", "--json")
    assert done.stderr == "3 entries came in from the locked inbox.\n"
    tables = sorted(each["table"] for each in json.loads(done.stdout))
    assert tables == ["pain", "pain", "sleep", "visit"]
    assert shell.run("list").stderr == ""


def test_what_a_logged_entry_asks_for_is_said_at_once(shell: Shell, places: LockedPlaces) -> None:
    assert "Kept in the locked inbox" in (said := shell.says("log", "check", "bladder-change"))
    assert "emergency" in said


def test_a_wrong_value_is_refused_as_always(shell: Shell, places: LockedPlaces) -> None:
    assert shell.run("log", "pain", "11").returncode == 2
    assert not places.inbox.exists()


@pytest.mark.parametrize("words", [("trial", "did"), ("session", "desk-break", "--did", "1")])
def test_log_of_a_trial_or_of_exercises_by_number_has_to_read_the_diary(
    shell: Shell, places: LockedPlaces, words: tuple[str, ...]
) -> None:
    done = shell.run("log", *words)
    assert done.returncode == 1
    assert done.stderr.startswith("The diary is locked.")


def test_a_full_or_closed_folder_keeps_nothing_and_says_so(
    shell: Shell, places: LockedPlaces
) -> None:
    places.inbox.write_text("in the way")
    done = shell.run("log", "pain", "3")
    assert done.returncode == 1
    assert "Nothing was kept." in done.stderr


def test_without_the_public_key_log_says_how_to_get_it_back(
    shell: Shell, places: LockedPlaces, words: Path
) -> None:
    places.public.unlink()
    assert "backcare check" in shell.run("log", "pain", "3").stderr
    shell.says("check")
    assert "Kept in" in shell.says("log", "pain", "3")


def test_the_sheet_goes_to_a_file_of_its_own(shell: Shell, words: Path, tmp_path: Path) -> None:
    shell.says("log", "pain", "4")
    put_key(shell)
    sheet = tmp_path / "sheet.txt"
    said = shell.says("encrypt", "--yes", "--sheet", str(sheet))
    assert BEGINNING not in said
    assert KEY.secret in sheet.read_text()
    if sys.platform != "win32":
        assert sheet.stat().st_mode & 0o777 == 0o600
    again = shell.run("encrypt", "--sheet", str(sheet))
    assert (again.returncode, again.stderr) == (
        1,
        f"{sheet} is there already; choose another file for the sheet.\n",
    )
    own = shell.run("encrypt", "--sheet", str(places_of(shell.diary).key))
    assert "is the key of the diary" in own.stderr


def test_nothing_is_locked_without_a_yes_a_passphrase_or_a_sound_diary(
    shell: Shell, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.says("log", "pain", "4")
    before = shell.diary.read_bytes()
    assert "--yes says yes" in shell.run("encrypt").stderr
    monkeypatch.delenv(VARIABLE)
    assert "no terminal to ask for the passphrase" in shell.run("encrypt", "--yes").stderr
    assert shell.diary.read_bytes() == before
    shell.put(b"{damaged")
    assert "cannot be read as a diary" in shell.run("encrypt", "--yes").stderr
    assert {path.name for path in shell.diary.parent.iterdir()} == {"diary.json", "diary.json.lock"}


def test_what_does_not_go_together_is_said(shell: Shell, places: LockedPlaces, words: Path) -> None:
    assert "is locked already" in shell.run("encrypt", "--yes").stderr
    assert shell.run("encrypt", "--keyring", "--no-keyring").returncode == 2
    shell.says("decrypt", "--yes")
    assert "is not locked" in shell.run("decrypt", "--yes").stderr
    assert "is not locked" in shell.run("encrypt", "--new-passphrase").stderr


def test_the_diary_and_its_key_are_never_written_over(
    shell: Shell, places: LockedPlaces, words: Path, tmp_path: Path
) -> None:
    link = tmp_path / "out.json"
    for own in (places.locked, places.key, places.public):
        link.unlink(missing_ok=True)
        link.symlink_to(own)
        done = shell.run("export", str(link), "--force")
        assert done.returncode == 1
        assert "choose another file" in done.stderr


def test_a_file_that_is_written_of_it_is_said_to_be_plain(
    shell: Shell, places: LockedPlaces, words: Path, tmp_path: Path
) -> None:
    for command in (("export", "x.json"), ("report", "x.html"), ("hand-over", "y.html")):
        done = shell.run(command[0], str(tmp_path / command[1]))
        assert (done.returncode, "is not locked" in done.stderr) == (0, True), command


def test_every_command_opens_the_diary_by_the_door_that_unlocks_it() -> None:
    allowed = {"backcare_tui.cli.full_screen", "backcare_tui.cli.locking"}  # a demo; not locked yet
    found = {
        module.name
        for module in modules()
        if module.name.startswith("backcare_tui.cli")
        and re.search(r"from backcare_tui\.store import [^\n]*\bopen_repository\b", module.text)
    }
    assert found == allowed


def test_what_is_exported_of_it_comes_in_again(
    shell: Shell, places: LockedPlaces, words: Path, tmp_path: Path
) -> None:
    shell.run("export", str(tmp_path / "x.json"))
    shell.says("log", "pain", "3")
    assert shell.run("undo", "--yes").returncode == 0
    done = shell.run("import", str(tmp_path / "x.json"))
    assert "1 known" in done.stdout, done
    assert holding(places.diary.parent) == []


def test_what_was_damaged_is_a_sentence_and_left(
    shell: Shell, places: LockedPlaces, words: Path
) -> None:
    places.locked.write_bytes(damaged := places.locked.read_bytes()[:-5])
    for command in (("today",), ("decrypt", "--yes"), ("check",)):
        done = shell.run(*command)
        assert (done.returncode, "damaged" in done.stderr) == (1, True)
    assert places.locked.read_bytes() == damaged
    places.key.write_bytes(KEY_FILE[:40])
    assert "recovery sheet" in shell.run("today").stderr


def test_the_keyring_opens_it_where_the_person_wants_that(
    shell: Shell, places: LockedPlaces, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[tuple[str, str], str] = {}

    class Keyring:
        set_password = staticmethod(
            lambda service, name, secret: kept.update({(service, name): secret})
        )
        get_password = staticmethod(lambda service, name: kept.get((service, name)))
        delete_password = staticmethod(lambda service, name: kept.pop((service, name)))

    monkeypatch.setitem(sys.modules, "keyring", None)
    if not shell.is_process:
        assert "backcare[keyring]" in shell.run("encrypt", "--keyring").stderr
        monkeypatch.setitem(sys.modules, "keyring", Keyring)
        assert "opens the diary from now on" in shell.says("encrypt", "--keyring")
        assert kept == {("backcare", KEY.recipient): KEY.secret}
        monkeypatch.delenv(VARIABLE)
        assert MARKER in shell.says("list")
        assert "Saved" in shell.says("log", "pain", "2")
        monkeypatch.setitem(sys.modules, "keyring", None)
        assert "is locked" in shell.run("list").stderr
        monkeypatch.setitem(sys.modules, "keyring", Keyring)
        shell.says("encrypt", "--no-keyring")
        assert kept == {}
        assert "is locked" in shell.run("list").stderr


def test_without_the_library_nothing_is_asked_and_it_is_said_what_to_install(
    shell: Shell, places: LockedPlaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyrage.py").write_text("raise ImportError\n")
    path = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{shell.env()['PYTHONPATH']}"}
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for command in (("today",), ("log", "pain", "3"), ("encrypt", "--yes"), ("decrypt",)):
        done = shell.run(*command, **path if shell.is_process else {})
        assert (done.returncode, "pip install 'backcare[lock]'" in done.stderr) == (1, True), (
            command
        )


def test_the_demo_and_the_library_ask_for_nothing(shell: Shell, places: LockedPlaces) -> None:
    assert shell.run("demo").stderr.startswith("The full screen needs a terminal")
    assert shell.says("exercises")


@pytest.mark.thorough
def test_a_plain_diary_imports_nothing_of_a_lock(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    code = (
        "import sys; from backcare_tui import cli; cli.run(['today']); "
        "print([name for name in ('pyrage', 'keyring', 'getpass') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=shell.env(), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def typed(command: list[str], env: dict[str, str], *answers: str) -> tuple[int, str]:
    """What a command said in a pseudo-terminal, where each answer waits for a prompt, and its status."""
    import pty

    pid, terminal = pty.fork()
    if not pid:
        os.execvpe(command[0], command, env)
    said, left = "", list(answers)
    while data := _read(terminal):
        said += data
        if left and re.search(
            r"(?i)(passphrase[^\n]*|once more|leaves it as it is\.\r\n|\"): ?$|leaves it as it is\.\s*$",
            said,
        ):
            os.write(terminal, f"{left.pop(0)}\n".encode())
            said += "\n"
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 65536).decode("utf-8", "replace")
    except OSError:
        return ""


@posix
@pytest.mark.thorough
def test_the_whole_way_on_a_terminal_and_with_the_stock_tool(shell: Shell, tmp_path: Path) -> None:
    shell.says("log", "pain", "4", "--note", MARKER)
    env, long = shell.env(TERM="xterm"), "Glad Zu\u0308rich otter 7"
    status, said = typed(shell.command("encrypt"), env, "no")
    assert (status, "is not locked." in said) == (1, True)
    status, said = typed(shell.command("encrypt"), env, "yes", "", long, "other", long, long)
    assert status == 0, said
    assert "at least one letter" in said
    assert "The two are not the same." in said
    assert long not in said
    assert holding(shell.diary.parent) == []
    status, said = typed(shell.command("list"), env, "wrong", "Glad Z\u00fcrich otter 7")
    assert (status, MARKER in said, "does not open" in said) == (0, True, True)
    secret = KEY.secret
    status, said = typed(
        shell.command("encrypt", "--new-passphrase"), env, long, "second", "second"
    )
    assert status == 0, said
    status, said = typed(shell.command("list"), env, "second")
    assert (status, secret in said) == (0, False)
    places = places_of(shell.diary)
    if age := shutil.which("age"):
        plain = tmp_path / "plain.json"
        command = [age, "-d", "-i", str(places.key), "-o", str(plain), str(places.locked)]
        status, said = typed(command, env, "second")
        assert status == 0, said
        assert MARKER in plain.read_text(encoding="utf-8")
    status, said = typed(shell.command("decrypt"), env, "second", "yes")
    assert status == 0, said
    assert [each["severity"] for each in shell.documents("pain")] == [4]


@posix
@pytest.mark.thorough
def test_no_plain_text_is_left_by_saves_and_kills(
    shell: Shell, places: LockedPlaces, words: Path
) -> None:
    folder = shell.diary.parent.parent
    for number in range(12):
        process = subprocess.Popen(
            shell.command("change", entry(shell), f"note={MARKER} {number}"), env=shell.env()
        )
        try:
            process.wait(0.15 + 0.03 * number)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shell.run("log", "pain", "3", "--note", MARKER)
        assert [name for name in holding(folder) if name != "device"] == []
    assert MARKER in opened(places.locked).decode()
    backups = [path.suffix for path in folder.rglob("diary-*.json.gz*")]
    assert backups
    assert set(backups) == {".age"}


def entry(shell: Shell) -> str:
    return str(json.loads(shell.run("list", "pain", "--json").stdout)[-1]["id"])


@pytest.fixture(autouse=True)
def nobody_is_asked() -> Iterator[None]:
    """No variable of whoever runs the tests answers for a person."""
    before = os.environ.pop(VARIABLE, None)
    yield
    if before is not None:
        os.environ[VARIABLE] = before
