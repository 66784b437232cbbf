"""A passphrase of any letters opens its key, no other does, and the sheet is the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.values import BadValue
from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.keys import (
    WrongPassphrase,
    locked_key,
    new_key,
    passphrase,
    say_strength,
    unlocked_key,
)
from tests.store.locks import KEY, KEY_FILE, WORDS


def test_the_passphrase_opens_the_key() -> None:
    assert unlocked_key(KEY_FILE, WORDS) == KEY


@pytest.mark.parametrize("words", ["Correct horse", "correct horse ", "x", "correct", "кот"])
def test_another_one_does_not(words: str) -> None:
    with pytest.raises(WrongPassphrase, match="does not open the diary"):
        unlocked_key(KEY_FILE, words)


def with_work(factor: int) -> bytes:
    """The key as if it took so much work to open; that is looked at before anything else."""
    header, rest = KEY_FILE.split(b" 1\n", 1)
    return header + b" %d\n" % factor + rest


def test_a_machine_that_was_busy_when_it_was_measured_is_measured_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pyrage

    decrypt, busy = pyrage.passphrase.decrypt, [with_work(40), with_work(40)]

    def measured(data: bytes, words: str) -> bytes:
        opened: bytes = decrypt(busy.pop() if busy else data, words)
        return opened

    monkeypatch.setattr(pyrage.passphrase, "decrypt", measured)
    assert unlocked_key(KEY_FILE, WORDS) == KEY


def test_a_key_that_takes_too_long_is_not_said_to_be_damaged() -> None:
    with pytest.raises(CannotLock, match="too busy or too slow"):
        unlocked_key(with_work(40), WORDS)


@pytest.mark.parametrize("words", ["", " ", "\t", "a\nb", "a\x00", "\udcff", "x" * 1001])
def test_what_is_no_passphrase_is_refused(words: str) -> None:
    with pytest.raises(BadValue):
        unlocked_key(KEY_FILE, words)


def test_the_same_letters_are_the_same_from_every_keyboard() -> None:
    assert passphrase("Zu\u0308rich") == passphrase("Z\u00fcrich")
    assert passphrase(" two  spaces ") == " two  spaces "


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["Zu\u0308rich 🐎", "日本語の長い文", "'; \"$(x)` \\", " lead"])
def test_any_letters_lock_a_key_and_open_it(words: str) -> None:
    key = new_key()
    assert unlocked_key(locked_key(key, words), words) == key


@pytest.mark.parametrize(
    "typed",
    [KEY.secret, KEY.secret.lower(), f"  {KEY.secret}\n", f"{KEY.secret[:30]} {KEY.secret[30:]}"],
)
@pytest.mark.parametrize("data", [KEY_FILE, None, b"damaged"])
def test_the_key_of_the_sheet_opens_it_whatever_became_of_the_file(
    typed: str, data: bytes | None
) -> None:
    assert unlocked_key(data, typed) == KEY


def test_a_slip_in_the_key_of_the_sheet_is_told() -> None:
    with pytest.raises(WrongPassphrase, match="a letter too many, too few, or another one"):
        unlocked_key(KEY_FILE, KEY.secret[:-1] + "Q")


@pytest.mark.parametrize("data", [None, b"", KEY_FILE[:-1], KEY_FILE[:60], KEY.cipher.closed(b"x")])
def test_a_key_that_is_gone_or_damaged_leads_to_the_sheet(data: bytes | None) -> None:
    with pytest.raises(CannotLock, match="recovery sheet"):
        unlocked_key(data, WORDS)


@given(st.integers(KEY_FILE.index(b" 1\n") + 2, len(KEY_FILE) - 1), st.integers(0, 7))
def test_no_flipped_bit_of_the_key_gives_another_key(at: int, bit: int) -> None:
    data = bytearray(KEY_FILE)
    data[at] ^= 1 << bit
    with pytest.raises(CannotLock):
        unlocked_key(bytes(data), WORDS)


def test_the_strength_is_said_by_length() -> None:
    assert "short" in say_strength("hunter2")
    assert "middling" in say_strength("hunter2hunter")
    assert "middling" in say_strength("a" * 40)
    assert "strong, unless" in say_strength("glad otter nine bricks plum")


def test_a_key_does_not_show_its_secret() -> None:
    assert KEY.secret not in f"{KEY!r} {KEY}"
