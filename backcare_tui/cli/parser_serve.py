"""The words of `serve`."""

from argparse import ArgumentParser

from backcare_tui.cli.parser_options import add_switch, whole

PORT = 8722
"""Where it is reached, if no port is stated."""


def add_serve(serve: ArgumentParser) -> None:
    """The full screen in a browser, on this machine or on a tablet beside the mat."""
    explained = f"the port, {PORT} if not stated"
    serve.add_argument("--port", type=whole(1024, 65535), default=PORT, metavar="N", help=explained)
    explained = "for other devices in this network, unencrypted; this machine's ADDRESS in it, if it has several"
    serve.add_argument("--share", nargs="?", const="", metavar="ADDRESS", help=explained)
    add_switch(serve, "--demo", "a made-up diary for each tab; the real one is not touched")
