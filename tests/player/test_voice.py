"""Speech, with programs that write down what they were given."""

import os
import shutil
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backcare_tui.player.voice import LineVoice, SentenceVoice, Voice, find_voice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs programs that are scripts")

SENTENCE = f"""#!{sys.executable}
import os, signal, sys
def write(words):
    with open(sys.argv[0] + ".log", "a", encoding="utf-8") as log:
        log.write(words + "\\n")
def end(*_):
    write("ended")
    os._exit(0)
signal.signal(signal.SIGTERM, end)
text = sys.stdin.buffer.read().decode()
print("noise", text)
print("noise", text, file=sys.stderr)
write(" ".join([f"pid {{os.getpid()}}", *sys.argv[1:], "said", text]))
while "long" in text:
    signal.pause()
"""
LINES = f"""#!{sys.executable}
import os, sys
with open(sys.argv[0] + ".log", "a", encoding="utf-8", buffering=1) as log:
    print(f"pid {{os.getpid()}}", *sys.argv[1:], file=log)
    for line in sys.stdin:
        print("noise", line)
        log.write("line " + line)
    print("over", file=log)
"""


class Program:
    """A program that writes what it gets beside itself."""

    def __init__(self, folder: Path, name: str, text: str) -> None:
        self.path = folder / name
        self.path.write_text(text, encoding="utf-8")
        self.path.chmod(stat.S_IRWXU)

    @property
    def log(self) -> list[str]:
        file = self.path.with_name(self.path.name + ".log")
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def said(self) -> list[str]:
        return [line.partition("said ")[2] for line in self.log if "said " in line]


def until(condition: Callable[[], bool]) -> None:
    """Wait for another process; it fails after half a minute."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def is_running(pid: int) -> bool:
    """Whether there is still a trace of a process: also one that ended and was not waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def pid_of(line: str) -> int:
    return int(line.split()[1])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all there is to find programs in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.fixture
def espeak(folder: Path) -> Program:
    return Program(folder, "espeak-ng", SENTENCE)


@pytest.fixture
def spd_say(folder: Path) -> Program:
    return Program(folder, "spd-say", LINES)


def voice() -> Voice:
    found = find_voice()
    assert found
    return found


def test_a_system_without_a_voice_has_none(folder: Path) -> None:
    assert find_voice() is None


@pytest.mark.parametrize(
    ("platform", "program", "kind"),
    [
        ("linux", "spd-say", LineVoice),
        ("linux", "espeak-ng", SentenceVoice),
        ("linux", "espeak", SentenceVoice),
        ("freebsd14", "espeak-ng", SentenceVoice),
        ("darwin", "say", SentenceVoice),
        ("win32", "powershell", LineVoice),
    ],
)
def test_each_system_has_its_program(
    platform: str, program: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", {program: f"/bin/{program}"}.get)
    assert isinstance(find_voice(), kind)


def test_a_program_of_another_system_is_no_voice(folder: Path) -> None:
    Program(folder, "say", SENTENCE)
    assert find_voice() is None


@pytest.mark.parametrize(
    "text",
    [
        "Hold, 20 seconds.",
        "--version",
        "-f /etc/passwd",
        "$(touch hacked); `touch hacked` | rm -rf .",
        "\"quoted\" 'text' 100 %s %n",
        "Señora Nuñez, größer, 体",
    ],
)
def test_a_sentence_goes_in_whole_and_as_text_alone(text: str, espeak: Program) -> None:
    voice().say(text)
    until(lambda: bool(espeak.said))
    assert espeak.said == [text]
    assert espeak.log[0].split(" said ")[0].endswith(" --stdin")
    assert not list(espeak.path.parent.glob("hacked"))


def test_control_characters_are_not_said(espeak: Program) -> None:
    voice().say("a\x00b\x1b[2J\nc")
    until(lambda: bool(espeak.said))
    assert espeak.said == ["a\ufffdb\ufffd[2J c"]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_not_said(text: str, espeak: Program, spd_say: Program) -> None:
    for each in (SentenceVoice((str(espeak.path),)), LineVoice((str(spd_say.path),), "")):
        each.say(text)
        each.say("now")
    until(lambda: bool(espeak.said) and len(spd_say.log) == 3)
    assert espeak.said == ["now"]
    assert spd_say.log[1:] == ["line ", "line  now"]


def test_a_very_long_sentence_is_cut(espeak: Program) -> None:
    voice().say("word " * 1000)
    until(lambda: bool(espeak.said))
    assert len(espeak.said[0]) <= 400


def test_a_new_sentence_ends_the_one_before(espeak: Program) -> None:
    speaker = voice()
    speaker.say("a long sentence")
    until(lambda: len(espeak.said) == 1)
    speaker.say("3")
    until(lambda: "ended" in espeak.log and len(espeak.said) == 2)
    assert espeak.said == ["a long sentence", "3"]


def test_hush_ends_what_is_said(espeak: Program) -> None:
    speaker = voice()
    speaker.say("a long sentence")
    until(lambda: len(espeak.said) == 1)
    speaker.hush()
    until(lambda: espeak.log[-1] == "ended")
    speaker.hush()


def test_a_sentence_that_is_over_leaves_no_process(espeak: Program) -> None:
    voice().say("short")
    until(lambda: bool(espeak.said))
    until(lambda: not is_running(pid_of(espeak.log[0])))


def test_a_sentence_that_was_cut_leaves_no_process(espeak: Program) -> None:
    speaker = voice()
    speaker.say("a long sentence")
    until(lambda: len(espeak.said) == 1)
    speaker.hush()
    until(lambda: not is_running(pid_of(espeak.log[0])))


@pytest.mark.parametrize("program", ["espeak-ng", "spd-say"])
def test_nothing_reaches_the_terminal(
    program: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    fake = Program(folder, program, LINES if program == "spd-say" else SENTENCE)
    speaker = voice()
    speaker.say("hello")
    until(lambda: any("hello" in line for line in fake.log))
    speaker.hush()
    until(lambda: not is_running(pid_of(fake.log[0])))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("program", ["espeak-ng", "spd-say"])
def test_a_program_that_vanishes_leaves_silence(
    program: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    fake = Program(folder, program, SENTENCE)
    speaker = voice()
    fake.path.unlink()
    for _ in range(3):
        speaker.say("hello")
    speaker.hush()
    speaker.say("hello")
    speaker.hush()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("program", ["espeak-ng", "spd-say"])
@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 3\n", "not a program at all"])
def test_a_program_that_fails_leaves_silence(
    program: str, script: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Program(folder, program, script)
    speaker = voice()
    for number in range(50):
        speaker.say(f"{number} " * 90)
    speaker.hush()
    assert capfd.readouterr() == ("", "")


def test_a_line_voice_is_one_program_that_is_told_to_be_quiet(spd_say: Program) -> None:
    speaker = voice()
    speaker.say("Hold, 20 seconds.")
    speaker.say("!-!QUIT")
    until(lambda: len(spd_say.log) == 5)
    assert spd_say.log[0].endswith(" --pipe-mode")
    assert spd_say.log[1:] == [
        "line !-!CANCEL self",
        "line  Hold, 20 seconds.",
        "line !-!CANCEL self",
        "line  !-!QUIT",
    ]
    speaker.hush()
    until(lambda: spd_say.log[-1] == "over")
    assert spd_say.log[-2] == "line !-!CANCEL self"
    until(lambda: not is_running(pid_of(spd_say.log[0])))


def test_a_line_voice_speaks_again_after_it_was_hushed(spd_say: Program) -> None:
    speaker = voice()
    speaker.say("one")
    speaker.hush()
    until(lambda: "over" in spd_say.log)
    speaker.say("two")
    until(lambda: "line  two" in spd_say.log)
    speaker.hush()
    until(lambda: spd_say.log.count("over") == 2)


def test_hush_before_anything_was_said_starts_nothing(espeak: Program, spd_say: Program) -> None:
    for each in (SentenceVoice((str(espeak.path),)), LineVoice((str(spd_say.path),), "")):
        each.hush()
        each.say("now")
    until(lambda: bool(espeak.said) and bool(spd_say.log))
    assert len(espeak.log) == 1


def test_the_last_sentence_is_spoken_to_its_end(espeak: Program, spd_say: Program) -> None:
    lines, sentences = LineVoice((str(spd_say.path),), "quiet"), SentenceVoice((str(espeak.path),))
    for speaker in (lines, sentences):
        speaker.say("Done.")
        speaker.part()
        speaker.hush()
    until(lambda: "over" in spd_say.log)
    assert spd_say.log[1:] == ["line quiet", "line  Done.", "over"]
    until(lambda: espeak.said == ["Done."])
    assert "ended" not in espeak.log
