"""Opening a key, and closing one, in a process of its own, as the library that does it lets nothing else run meanwhile.

`python -m backcare_tui.store.unlock_apart` is that process: it reads a Request and writes an Answer.
"""

import asyncio
import os
import sys
from contextlib import suppress

import msgspec

from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.keys import Key, WrongPassphrase, key_of_secret, passphrase, unlocked_key
from backcare_tui.store.lock_whole import key_file_of


class _Request(msgspec.Struct, frozen=True):
    data: bytes | None
    words: str
    secret: str = ""
    """Of a key that is to be closed with the words; empty where one is to be opened."""


class _Answer(msgspec.Struct, frozen=True):
    secret: str = ""
    key_file: bytes = b""
    error: str = ""
    is_wrong: bool = False


async def unlocked_apart(data: bytes | None, words: str) -> Key:
    """As `unlocked_key`; whoever cancels it ends the process.

    Raises:
        BadValue: If it is no passphrase at all.
        WrongPassphrase: If it does not open the key.
        CannotLock: If the key is not there or damaged, or the process did not answer.
    """
    answer = await _answered(_Request(data, words))
    return key_of_secret(answer.secret)


async def key_file_apart(key: Key, words: str) -> bytes:
    """As `key_file_of`; whoever cancels it ends the process.

    Raises:
        BadValue: If the passphrase cannot be taken.
        CannotLock: If it could not be made, or the process did not answer.
    """
    return (await _answered(_Request(None, words, key.secret))).key_file


async def _answered(request: _Request) -> _Answer:
    passphrase(request.words)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    try:
        said, _ = await process.communicate(msgspec.json.encode(request))
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    try:
        answer = msgspec.json.decode(said, type=_Answer)
    except msgspec.DecodeError:
        raise CannotLock("It was cut short; please try again.") from None
    if answer.is_wrong:
        raise WrongPassphrase(answer.error)
    if answer.error:
        raise CannotLock(answer.error)
    return answer


def _answer(request: _Request) -> _Answer:
    if request.secret:
        return _Answer(key_file=key_file_of(key_of_secret(request.secret), request.words))
    return _Answer(secret=unlocked_key(request.data, request.words).secret)


def main() -> None:
    """Answer one request."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=_Request)
    try:
        answer = _answer(request)
    except WrongPassphrase as error:
        answer = _Answer(error=str(error), is_wrong=True)
    except CannotLock as error:
        answer = _Answer(error=str(error))
    sys.stdout.buffer.write(msgspec.json.encode(answer))


if __name__ == "__main__":
    main()
