"""The keyring of the system, for who wants it to open the diary: it is asked for nothing else."""

from typing import Any

from backcare_tui.extras import how_to_get
from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.keys import Key, key_of_secret

SERVICE = "backcare"


def keep_in_keyring(key: Key) -> None:
    """Have the keyring keep a key, and look whether it does.

    Raises:
        CannotLock: If there is no keyring, or it refuses.
    """
    keyring = _keyring()
    try:
        keyring.set_password(SERVICE, key.recipient, key.secret)
        is_kept = keyring.get_password(SERVICE, key.recipient) == key.secret
    except Exception as error:
        raise CannotLock(f"The keyring of this system refused the key ({_why(error)}).") from None
    if not is_kept:
        raise CannotLock("The keyring of this system did not keep the key.")


def key_in_keyring(recipient: str) -> Key | None:
    """The key that the keyring has; None where there is no keyring, or it has none or is closed."""
    try:
        secret = _keyring().get_password(SERVICE, recipient)
        key = key_of_secret(secret) if secret else None
    except Exception:  # each backend has errors of its own; the passphrase is asked then
        return None
    return key if key and key.recipient == recipient else None


def forget_in_keyring(recipient: str) -> None:
    """Have the keyring forget a key; one that it has not is forgotten.

    Raises:
        CannotLock: If there is no keyring, or it refuses.
    """
    keyring = _keyring()
    try:
        if keyring.get_password(SERVICE, recipient) is not None:
            keyring.delete_password(SERVICE, recipient)
    except Exception as error:
        raise CannotLock(f"The keyring of this system refused ({_why(error)}).") from None


def _keyring() -> Any:
    try:
        import keyring  # noqa: PLC0415 - 100 ms, for who wants it alone
    except ImportError:
        raise CannotLock(
            f"The keyring needs a library that is not installed here: {how_to_get('keyring')} brings it."
        ) from None
    return keyring


def _why(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
