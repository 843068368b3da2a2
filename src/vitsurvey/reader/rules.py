"""S: the rules of the shape of one record and of where its file lies."""

from vitsurvey.problems import Rule

UNKNOWN_KEY = Rule(
    "S101", "keys are known",
    what="Every key of a record is one that its kind has.",
    why="A misspelt key would otherwise be dropped in silence, and its value with it.",
    how="Take the suggested key, or look the record's keys up in the schema reference.",
    bad="yeer: 2023", good="year: 2023",
)
MISSING_KEY = Rule(
    "S102", "required keys are there",
    what="The keys without which a record says nothing are present.",
    why="Pages, tables and citations are built from them.",
    how="Add the key. If the source does not say, leave the whole record out until one does.",
    bad="authors: […]   # and no title", good='title: "First Steps in Sorting"\nauthors: […]',
)
TYPE = Rule(
    "S103", "values have their type",
    what="A value is of the type its key wants: text, a number, a list or a mapping.",
    why="A list read as text, or text read as a list, shows wrongly everywhere.",
    how="Write a list as lines that begin with a hyphen, a mapping as `key: value` lines; an empty value is left out together with its key.",
    bad="tasks: sorting", good="tasks: [sorting]",
)
QUOTES = Rule(
    "S104", "text that looks like a number is quoted",
    what="Text made of digits (an arXiv id, a version, a volume) stands in quotes.",
    why="YAML reads 2310.03740 as a number and drops its last zero.",
    how="Put quotes around the value.",
    bad="arxiv: 2310.03740", good='arxiv: "2310.03740"',
)
CHOICE = Rule(
    "S105", "words are from the list",
    what="Where a key allows a few words only, the value is one of them.",
    why="Two spellings of one thing are counted as two things.",
    how="Take one of the words that the message lists.",
    bad="setting: zeroshot", good="setting: zero-shot",
)
FORM = Rule(
    "S106", "values have their form",
    what="Ids, dates, addresses, sizes and lines of text have the form their key asks for.",
    why="They are put into addresses, sorted and compared.",
    how="The message says which form is wanted.",
    bad="released: April 2023", good="released: 2023-04",
)
BOUNDS = Rule(
    "S107", "values are within bounds",
    what="Lists that need an entry have one, and numbers are within sensible bounds.",
    why="An empty list of authors or a negative count is a slip of the pen.",
    how="The message says which bound was passed.",
    bad="authors: []", good="authors:\n  - {family: Liu, given: Haotian}",
)
PLACE = Rule(
    "S108", "files lie where their kind lies",
    what="The folder data/ holds survey.yaml, taxonomy.yaml and one folder for each kind, with files named <id>.yaml.",
    why="A file's name is its record's id, and its folder is its kind; anything else is never read.",
    how="Move or rename the file; ids are lower-case words joined by hyphens, a paper's id is its citation key.",
    bad="data/methods/Alpha 1.5.yml", good="data/methods/alpha-1.5.yaml",
)
RULES = (UNKNOWN_KEY, MISSING_KEY, TYPE, QUOTES, CHOICE, FORM, BOUNDS, PLACE)
