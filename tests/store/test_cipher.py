"""What is locked opens again to the byte, for its key alone, and not at all where it was touched."""

import gzip
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.store import cipher
from backcare_tui.store.cipher import PLAIN, AgeCipher, CannotLock, pyrage
from backcare_tui.store.keys import new_key
from tests.store.locks import KEY

DATA = b'{"meta":{"1":{"id":"m"}}}' * 40
LOCKED = KEY.cipher.closed(DATA)
OTHERWISE = (b"\x1f\x8b", b"age-encryption.org/")
"""What begins as gzip does is unpacked, and as age does refused; no diary begins so."""


@given(st.binary(max_size=3000).filter(lambda data: not data.startswith(OTHERWISE)))
def test_what_is_locked_opens_to_the_byte(data: bytes) -> None:
    assert KEY.cipher.opened(KEY.cipher.closed(data)) == data
    assert PLAIN.opened(bytes(PLAIN.closed(data))) == data


@given(st.data())
def test_a_changed_bit_and_a_lost_end_are_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(LOCKED) - 1))
    flipped = bytearray(LOCKED)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    for wrong in (bytes(flipped), LOCKED[:at]):
        with pytest.raises(CannotOpen):
            KEY.cipher.opened(wrong)


def test_damage_is_told_from_another_key() -> None:
    with pytest.raises(CannotLock, match=r"^x\.age was locked with another key"):
        new_key().cipher.opened(KEY.cipher.closed(DATA), "x.age")
    with pytest.raises(
        CannotOpen, match=r"^x\.age is a locked file and damaged.*left as it is\. backcare recover"
    ):
        KEY.cipher.opened(KEY.cipher.closed(DATA)[:-1], "x.age")


def test_what_somebody_locked_by_hand_opens_with_gzip_and_without() -> None:
    age = pyrage()
    recipient = age.x25519.Recipient.from_str(KEY.recipient)
    for packed in (DATA, gzip.compress(DATA)):
        assert KEY.cipher.opened(age.encrypt(packed, [recipient])) == DATA


def test_a_file_that_swells_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "MOST_BYTES", 1000)
    with pytest.raises(CannotOpen, match="more than any diary"):
        KEY.cipher.opened(KEY.cipher.closed(gzip.compress(bytes(1001))))
    assert KEY.cipher.opened(KEY.cipher.closed(gzip.compress(bytes(1000)))) == bytes(1000)


def test_the_public_key_opens_nothing() -> None:
    with pytest.raises(CannotLock, match="not known here"):
        AgeCipher(KEY.recipient).opened(AgeCipher(KEY.recipient).closed(DATA))


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for use in (lambda: KEY.cipher.closed(DATA), lambda: KEY.cipher.opened(DATA), new_key):
        with pytest.raises(CannotLock, match=r"pip install 'backcare\[lock\]'"):
            use()


def test_the_extra_that_is_named_is_there() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert 'lock = ["pyrage>=1.4,<2"]' in text
