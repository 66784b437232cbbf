"""`serve`: the full screen in a browser, on this machine or on a device in the same network."""

import asyncio
import errno
import ipaddress
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.cli.terminal import CannotDo, WrongWords, complain, say
from backcare_tui.diary.when import Clock
from backcare_tui.extras import how_to_get
from backcare_tui.files import why

if TYPE_CHECKING:
    from backcare_tui.serving.server import Server

HERE = "127.0.0.1"
NEEDS = (
    "The full screen in a browser needs libraries that are not installed here: {get} brings them."
)
UNENCRYPTED = (
    "It goes over this network unencrypted: whoever runs the network, or listens in it, can read along,",
    "what you type as well. Do this at home; not in a clinic, a hotel or a train.",
)
ELSEWHERE = "192.0.2.1"
"""An address for documentation, to which the way is asked; nothing is sent there."""


def serve(args: Namespace, path: Path, _clock: Clock) -> int:
    """Serve until ctrl+c, or until the code was wrong three times.

    Raises:
        CannotDo: If a library, a network or the port is not to be had.
        WrongWords: For an address that is none, or one of the open internet.
    """
    try:
        from backcare_tui.serving.gate import Gate
        from backcare_tui.serving.server import Server
    except ImportError as error:
        raise CannotDo(NEEDS.format(get=how_to_get("serve"))) from error
    address = HERE if args.share is None else _address(args.share)
    listening = _listen(address, args.port)
    words = ["demo"] if args.demo else ["--diary", str(path)]
    command = [sys.executable, "-m", "backcare_tui", *words]
    names = {address, "localhost"} if address == HERE else {address}
    gate = Gate()
    server = Server(command, frozenset(f"{name}:{args.port}" for name in names), gate)
    _tell(f"http://{address}:{args.port}/", gate.code, is_shared=address != HERE)
    with listening:
        asyncio.run(_until_told(server, listening))
    if not gate.left:
        raise CannotDo("A wrong code was entered three times, so it has ended.")
    complain("Ended. What was under way is kept.")
    return 0


def _tell(address: str, code: str, *, is_shared: bool) -> None:
    if is_shared:
        say(f"Open {address} on the other device, and enter the code {code} there.")
        say(*UNENCRYPTED, "Whoever enters the code first is in; nobody after. ctrl+c ends it.")
    else:
        say(f"Open {address}#{code} in a browser on this machine; it opens once.")
        say(f"Or open {address} and enter the code {code} there. ctrl+c ends it.")


def _address(stated: str) -> str:
    """This machine's address in the network.

    Raises:
        CannotDo: If it has none.
        WrongWords: If what was stated cannot be one.
    """
    found = stated or _way_out()
    try:
        address = ipaddress.IPv4Address(found)
    except ValueError:
        raise WrongWords(
            f'--share takes an address such as 192.168.1.20, not "{stated}".'
        ) from None
    if address.is_global or address.is_unspecified:
        raise WrongWords(
            f"{address} can be reached from the whole internet; --share is for a network at home."
        )
    if address.is_loopback:
        raise CannotDo("There is no network to share in; `backcare serve` does without one.")
    return str(address)


def _way_out() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((ELSEWHERE, 9))
        except OSError:
            return HERE
        return str(asking.getsockname()[0])


def _listen(address: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        CannotDo: If that cannot be, with what would help.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, *_manners())
    try:
        listening.bind((address, port))
        listening.listen()
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise CannotDo(
                f"Port {port} is taken by another program; --port takes another one."
            ) from error
        if error.errno == errno.EADDRNOTAVAIL:
            raise CannotDo(f"{address} is not an address of this machine.") from error
        raise CannotDo(f"Cannot listen on {address}:{port}: {why(error)}.") from error
    return listening


def _manners() -> tuple[int, int]:
    """How a port is taken: at once after an end; on Windows, where that would take it from others, alone."""
    if sys.platform == "win32":
        return socket.SO_EXCLUSIVEADDRUSE, 1
    return socket.SO_REUSEADDR, 1


async def _until_told(server: "Server", listening: socket.socket) -> None:
    """Serve until a signal; those that this system does not know are passed over."""
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if number := getattr(signal, name, None):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(server.ended.set))
    await server.serve(listening)


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"serve": serve}
