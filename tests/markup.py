"""HTML read back as a browser would: its tags in order, its text, its ids, and what is not well-formed about it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "link", "meta"}
SHAPES = {"circle", "path", "rect"}
INVISIBLE = {"script", "style"}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "dd", "dt", "caption", "figcaption", "tr", "div", "pre", "title", "desc", "text"}


@dataclass
class Read(HTMLParser):
    """What a piece of HTML holds."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    """Opening tags with their attributes, closing tags as /name, in order."""
    mistakes: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.filled: list[bool] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) < len(attrs):
            self.mistakes.append(f"<{tag}> has an attribute twice")
        if tag in BLOCKS:
            self.words.append("\n")
        if self.filled:
            self.filled[-1] = True
        if tag not in VOID:
            self.open.append(tag)
            self.filled.append(False)

    def handle_endtag(self, tag):
        self.tags.append((f"/{tag}", {}))
        if not self.open or self.open[-1] != tag:
            self.mistakes.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()
            if not self.filled.pop() and tag not in ("td", "th", "script", "div", "span", "a", "button", "input", *SHAPES):
                self.mistakes.append(f"<{tag}> is empty")
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data):
        if data.strip() and self.filled:
            self.filled[-1] = True
        if not self.open or self.open[-1] not in INVISIBLE:
            self.words.append(data)

    @property
    def text(self) -> str:
        """What a reader sees, one block a line."""
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        return "\n".join(line for line in lines if line)

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if attributes.get("id")]

    @property
    def links(self) -> list[str]:
        return [attributes[name] for _, attributes in self.tags for name in ("href", "src") if attributes.get(name) is not None]


def read(html: str) -> Read:
    found = Read()
    found.feed(html)
    found.close()
    found.mistakes.extend(f"<{tag}> is not closed" for tag in found.open)
    return found
