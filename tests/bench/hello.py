"""The least that a full-screen Textual program can be; `bench_start` compares with it."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Label


class Hello(App[None]):
    """A header, a word, and a key that changes the word."""

    BINDINGS = [("n", "change", "Change")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield Label("hello, world")
        yield Footer()

    def action_change(self) -> None:
        self.query_one(Label).update("good night")


if __name__ == "__main__":
    Hello().run()
