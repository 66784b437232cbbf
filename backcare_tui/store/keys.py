"""The key of a locked diary: an age identity, itself in an age file that a passphrase opens."""

import re
import unicodedata
from typing import Any

import msgspec

from backcare_tui.diary.values import BadValue
from backcare_tui.store.cipher import AgeCipher, CannotLock, pyrage

BEGINNING = "AGE-SECRET-KEY-1"
"""What a secret key begins with; a passphrase that does is taken for the key itself."""
SHORT, LONG = 10, 16
"""Characters of a passphrase below which it is called short, and from which on long (our own rule)."""
MOST_CHARACTERS = 1000
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_WRONG = "Decryption failed"
_TOO_MUCH = "Excessive work"
_MEASURED = 5
"""How often a machine is measured before it is said to be too slow."""


class WrongPassphrase(CannotLock):
    """The passphrase does not open the key; one may try again."""


class Key(msgspec.Struct, frozen=True):
    """What opens a locked diary; its secret is not shown by accident."""

    secret: str
    recipient: str
    """The public half, by which anything is locked for it."""

    def __repr__(self) -> str:
        return f"Key({self.recipient})"

    @property
    def cipher(self) -> AgeCipher:
        """What locks for this key and opens with it."""
        return AgeCipher(self.recipient, self.secret)


def new_key() -> Key:
    """A key that nobody has.

    Raises:
        CannotLock: If the library is not installed.
    """
    identity = pyrage().x25519.Identity.generate()
    return Key(str(identity), str(identity.to_public()))


def key_of_secret(secret: str) -> Key:
    """The key of a secret, as a recovery sheet has it.

    Raises:
        WrongPassphrase: If it is not whole.
    """
    age = pyrage()
    try:
        identity = age.x25519.Identity.from_str("".join(secret.split()).upper())
    except age.IdentityError:
        raise WrongPassphrase(
            f"What begins with {BEGINNING} is read as the secret key of a recovery sheet, and this one "
            "has a letter too many, too few, or another one."
        ) from None
    return Key(str(identity), str(identity.to_public()))


def passphrase(text: str) -> str:
    """A passphrase as it is used: any letters, composed (NFC), so that every keyboard gives the same.

    >>> passphrase("cafe\N{COMBINING ACUTE ACCENT}") == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"
    True

    Raises:
        BadValue: If it is empty, endless, or no text.
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed.strip():
        raise BadValue("passphrase", "", "at least one letter; an empty one would lock nothing")
    if len(composed) > MOST_CHARACTERS:
        raise BadValue("passphrase", "…", f"at most {MOST_CHARACTERS} characters long")
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in composed):
        raise BadValue("passphrase", "…", "text in one line")
    return composed


def say_strength(text: str) -> str:
    """How strong a passphrase is, as far as its length tells."""
    length = len(text)
    if length < SHORT:
        return (
            f"This passphrase is short ({length} characters). It keeps out who looks in passing; whoever takes "
            "the files home can have a computer try every one as short. Five or six words drawn by lot are strong."
        )
    if length < LONG or len(set(text)) < SHORT:
        return (
            f"This passphrase is of middling strength, by its {length} characters: good if no word, name or "
            "date of yours is in it. Five or six words drawn by lot are stronger."
        )
    return (
        f"This passphrase is long ({length} characters). That makes it strong, unless it is a line of a song, "
        "a saying, or known to others."
    )


def locked_key(key: Key, words: str) -> bytes:
    """The key in an age file that a passphrase opens; it takes one to five seconds, on purpose.

    Raises:
        BadValue: If the passphrase cannot be taken.
    """
    age, words = pyrage(), passphrase(words)
    identity = f"# public key: {key.recipient}\n{key.secret}\n"
    locked: bytes = age.passphrase.encrypt(identity.encode(), words)
    return locked


def unlocked_key(data: bytes | None, words: str) -> Key:
    """The key that a passphrase opens, or that was typed whole from the recovery sheet.

    Args:
        data: The file of the key; None where it is not there.
        words: What was typed. With a passphrase it takes one to five seconds.

    Raises:
        BadValue: If it is no passphrase at all.
        WrongPassphrase: If it does not open the key.
        CannotLock: If the file of the key is not there or damaged.
    """
    if words.strip().upper().startswith(BEGINNING):
        return key_of_secret(words)
    if data is None:
        raise CannotLock(f"The key of the locked diary is not there. {BY_SHEET}")
    age, words = pyrage(), passphrase(words)
    try:
        text = _opened(age, data, words).decode()
    except age.DecryptError as error:
        if _WRONG in str(error):
            raise WrongPassphrase("This passphrase does not open the diary.") from None
        if _TOO_MUCH in str(error):
            raise CannotLock(
                "This machine is too busy or too slow now to open the key. Try once more in a moment; or type "
                f"the secret key of the recovery sheet ({BEGINNING}…) in the place of the passphrase."
            ) from None
        raise CannotLock(f"The key of the locked diary is damaged. {BY_SHEET}") from None
    except UnicodeDecodeError:
        raise CannotLock(f"The key of the locked diary is damaged. {BY_SHEET}") from None
    secret = next((line for line in text.splitlines() if line.startswith(BEGINNING)), "")
    return key_of_secret(secret)


def _opened(age: Any, data: bytes, words: str) -> bytes:
    """The key in the clear. How fast the machine is, age measures in an instant, so a busy one is asked again."""
    for _ in range(_MEASURED - 1):
        try:
            text: bytes = age.passphrase.decrypt(data, words)
        except age.DecryptError as error:
            if _TOO_MUCH not in str(error):
                raise
        else:
            return text
    last: bytes = age.passphrase.decrypt(data, words)
    return last


BY_SHEET = (
    "Put it back from a copy of the folder; or type the secret key of the recovery sheet "
    f"({BEGINNING}…) in the place of the passphrase."
)


def is_recipient(text: str) -> bool:
    """Whether a text has the form of a public key."""
    return bool(_RECIPIENT.fullmatch(text))
