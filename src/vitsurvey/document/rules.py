"""Y: the rules of the text itself, before it means anything."""

from vitsurvey.problems import Rule

LARGEST_FILE = 1_048_576
"""Bytes. The largest hand-written record is a few kilobytes; beyond this it is a mistake, and would only slow the parser."""

ENCODING = Rule(
    "Y001", "text is UTF-8",
    what="A record file holds UTF-8 text without a byte order mark and without control characters.",
    why="Editors that save in another encoding turn names such as Müller into rubbish without saying so.",
    how="Save the file as UTF-8 (without BOM) and remove characters that cannot be seen.",
    bad="name: M\\xfcller   # saved as Latin-1", good="name: Müller     # saved as UTF-8",
)
SYNTAX = Rule(
    "Y002", "text is YAML",
    what="A record file is one well-formed YAML document.",
    why="A file that cannot be parsed holds no record, and everything that refers to it breaks.",
    how="Look at the named line and the one above it: text with a colon or with quotes inside needs quotes around the whole, lists need equal indentation.",
    bad="title: Alpha: a method", good='title: "Alpha: a method"',
)
PLAIN = Rule(
    "Y003", "no aliases, merge keys or tags",
    what="Anchors (&a), aliases (*a), merge keys (<<) and tags (!!str) are not used.",
    why="A value that is written in one place and used in another has no honest line to point at, and diffs mislead.",
    how="Write the value out in each place; put quotes around text that begins with & * or !.",
    bad="authors: &team [A]\neditors: *team", good="authors: [A]\neditors: [A]",
)
DUPLICATE = Rule(
    "Y004", "keys are unique",
    what="A key stands once in its mapping.",
    why="YAML readers keep the last value and drop the first without a word.",
    how="Remove one of the two, or join them.",
    bad="year: 2023\nyear: 2024", good="year: 2024",
)
SHAPE = Rule(
    "Y005", "a file is one mapping",
    what="A record file is one mapping of keys to values, and its keys are plain words.",
    why="An empty file, a list or a second document holds nothing that can be checked.",
    how="Begin with the record's keys, for example `name: …`; put a second record into a file of its own.",
    bad="- name: Alpha", good="name: Alpha",
)
SIZE = Rule(
    "Y006", "files can be read",
    what=f"A record file is a readable file of at most {LARGEST_FILE:,} bytes.",
    why="One record is one reviewable file; a larger one is a download or a log that got in by mistake.",
    how="Move what is not a record out of the data folder; split results by source.",
    bad="results/everything.yaml   # 40 MB", good="results/doe2024second.yaml",
)
TAB = Rule(
    "Y007", "indentation is spaces",
    what="Lines are indented with spaces, never with tabs.",
    why="YAML forbids tabs there, because editors disagree about their width.",
    how="Replace each tab by two spaces; most editors can do this on saving.",
    bad="links:\n\tcode: https://example.org", good="links:\n  code: https://example.org",
)
RULES = (ENCODING, SYNTAX, PLAIN, DUPLICATE, SHAPE, SIZE, TAB)
