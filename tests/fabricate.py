"""A fabricated survey of any size, for tests and measurements: lighthouses that keep themselves.

Run as a program it writes one: `python tests/fabricate.py FOLDER RECORDS [SEED]`. The same arguments give the same bytes.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lighthouses import ACTS, COMPONENTS, FACETS, FAMILIES, GIVEN, HOWS, PLACES, TASKS, THINGS, VARIANTS, WORDS

SMALLEST = 40
"""Records. Below this there are not enough papers for one of every kind."""
SHARES = {"methods": 0.20, "datasets": 0.16, "benchmarks": 0.08, "backbones": 0.06, "results": 0.10}
"""Part of the records that each kind has in a grown survey; the papers are the rest."""

_FIRST_YEAR, _YEARS = 2013, 11
_NAV = """\
nav:
  - Home: index.md
  - Methods: methods/index.md
  - Datasets: datasets/index.md
  - Benchmarks: benchmarks/index.md
  - Matrix: matrix/index.md
  - Taxonomy: taxonomy/index.md
  - Papers: papers/index.md
  - Backbones: backbones/index.md
  - Contribute:
      - contribute/index.md
      - Placements: contribute/placements.md
      - Schema: contribute/schema/index.md
      - Rules: contribute/rules/index.md
      - Commands: contribute/commands/index.md
  - About: about.md
"""
_PROSE = {
    "about.md": "About", "contribute/index.md": "Contribute", "contribute/placements.md": "How a placement is decided",
}


def fabricate(folder: Path, records: int, seed: int = 0) -> None:
    """Write a whole valid survey below a folder: `records` record files, survey.yaml, taxonomy.yaml, mkdocs.yml and docs/.

    Raises:
        ValueError: fewer records than `SMALLEST` are asked for.
    """
    if records < SMALLEST:
        raise ValueError(f"a fabricated survey has at least {SMALLEST} records, not {records}")
    counts = {kind: round(records * share) for kind, share in SHARES.items()}
    counts["backbones"] = max(counts["backbones"], len(COMPONENTS))
    survey = _Fabrication(Random(seed), records - sum(counts.values()), **counts)  # noqa: S311 - nothing is kept secret by it
    data = folder / "data"
    for kind in ("papers", *SHARES):
        (data / kind).mkdir(parents=True, exist_ok=True)
    _write(data / "survey.yaml", survey.about())
    _write(data / "taxonomy.yaml", _taxonomy())
    for i in range(survey.papers):
        _write(data / f"papers/{survey.key(i)}.yaml", survey.paper(i))
    for i in range(survey.backbones):
        _write(data / f"backbones/{survey.backbone_id(i)}.yaml", survey.backbone(i))
    for i in range(survey.methods):
        _write(data / f"methods/{_slug(i, 'keeper')}.yaml", survey.method(i))
    for i in range(survey.datasets):
        _write(data / f"datasets/{_slug(i, 'logs')}.yaml", survey.dataset(i))
    for i in range(survey.benchmarks):
        _write(data / f"benchmarks/{_slug(i, 'trial')}.yaml", survey.benchmark(i))
    for i in range(survey.results):
        _write(data / f"results/{survey.key(i)}{'-readme' if i % 4 == 3 else ''}.yaml", survey.result(i))
    _write(folder / "mkdocs.yml", _mkdocs())
    for path, title in _PROSE.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        _write(folder / "docs" / path, f"# {title}\n\nThis survey and everything in it is fabricated.\n")


@dataclass(frozen=True)
class _Fabrication:
    """How many records of each kind there are, and the text of each. Records refer to each other by number."""

    random: Random
    papers: int
    methods: int
    datasets: int
    benchmarks: int
    backbones: int
    results: int

    # --- who is introduced by which paper: methods by the first, then benchmarks, backbones and some datasets; the last is the survey

    @property
    def _with_own_paper(self) -> int:
        """Datasets with a paper of their own; the others come with a method."""
        return self.papers - self.methods - self.benchmarks - self.backbones - 1

    def key(self, i: int) -> str:
        """The citation key of a paper: numbers without a common divisor make it unique, a letter goes on from there."""
        again = i // (len(FAMILIES) * len(WORDS) * _YEARS)
        return f"{_family(i).lower()}{_year(i)}{WORDS[i % len(WORDS)]}{chr(ord('a') + again) if again else ''}"

    def backbone_id(self, i: int) -> str:
        return _slug(i, ("glass", "burner", "mind")[i % 3])

    def _model(self, i: int, variant: int) -> str:
        found = _variants(i)
        return f"{_slug(i, 'keeper')}/{found[variant % len(found)]}" if found else _slug(i, "keeper")

    # --- words -------------------------------------------------------------------------------------------------------

    def _early(self, n: int) -> int:
        """A number below n, more often a small one: a few records are what most others build on."""
        return int(n * self.random.random() ** 2)

    def _sentence(self) -> str:
        pick = self.random.choice
        return f"{pick(WORDS).capitalize()} gear {pick(ACTS)} {pick(THINGS)} {pick(HOWS)}, and {pick(ACTS)} {pick(THINGS)}."

    def _some(self, values: tuple[str, ...]) -> str:
        first = self.random.randrange(len(values))
        return f"[{', '.join(dict.fromkeys((values[first], values[first - self.random.randrange(2)])))}]"

    def _tasks(self, i: int) -> str:
        leaves = [leaf for family, children in TASKS.items() for leaf in children or (family,)]
        return f"[{leaves[i % len(leaves)]}, {leaves[(i + 1 + self.random.randrange(len(leaves) - 1)) % len(leaves)]}]"

    def _day(self, i: int) -> str:
        return f"{_year(i)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"

    def _evidence(self, entries: int, paper: int, supports: str) -> str:
        parts = []
        for n in range(entries):
            kind, place = ("paper", f"https://arxiv.org/abs/{_arxiv(paper)}") if n == 0 else ("repository", f"https://code.example.org/stations/{paper}-{n}/blob/{paper:040x}/README.md")
            parts.append(
                f"  - kind: {kind}\n    url: {place}\n    version: {'v2' if n == 0 else f'{paper:040x}'}\n"
                f'    where: "section {n + 2}, table {n + 1}; {self.random.choice(HOWS)}"\n    supports: [{supports}]\n    read: 2024-0{n + 1}-1{paper % 10}\n',
            )
        return "evidence:\n" + "".join(parts)

    # --- records -----------------------------------------------------------------------------------------------------

    def about(self) -> str:
        return (
            'name: "lighthouses"\ntitle: "Lighthouses That Keep Themselves: A Survey"\n'
            'tagline: "Keepers of lighthouses, what they were trained on and how far they are seen."\ntopic: "self-keeping lighthouses"\n'
            'authors:\n  - {family: Torvik, given: Edda}\n  - {family: "van der Bank", given: Leo}\n'
            f"papers: [{self.key(self.papers - 1)}]\nsite: https://lighthouses.example.org/\nrepository: example/lighthouses\nlicence: CC-BY-4.0\n"
            "shows:\n  matrix: lens\n  columns:\n    methods: [lens, lamp, keeper-model, rhythm, weather]\n"
            "    datasets: [purpose, provenance]\n    benchmarks: [scoring, weather]\n"
        )

    def paper(self, i: int) -> str:
        authors = "".join(
            f"  - {{family: {_family(i + 7 * n)}, given: {GIVEN[(i + 3 * n) % len(GIVEN)]}}}\n" for n in range(2 + i % 6)
        )
        venue = (
            f'venue:\n  name: "Proceedings of the Conference on Coastal Lights"\n  acronym: CCL\n  kind: conference\n  pages: "{i % 900 + 1}-{i % 900 + 12}"\n'
            f"doi: 10.5555/ccl.{_year(i)}.{i}\n" if i % 3 else ""
        )
        return (
            f'title: "{WORDS[i % len(WORDS)].capitalize()} {PLACES[i % len(PLACES)]} Light {i}: A Study of {self.random.choice(THINGS).title()}"\n'
            f'authors:\n{authors}year: {_year(i)}\n{venue}arxiv: "{_arxiv(i)}"\narxiv_class: cs.RO\n'
            + self._evidence(2, i, "title, authors, year, venue, arxiv")
        )

    def backbone(self, i: int) -> str:
        role = COMPONENTS[i % 3]
        categories = FACETS[role][1]
        paper = self.methods + self.benchmarks + i
        parent = f"builds_on: [{self.backbone_id(i - 3)}]\n" if i >= 3 and i % 2 else ""
        return (
            f'name: "{_title(self.backbone_id(i))}"\nrole: {role}\ncategory: {categories[i // 3 % len(categories)]}\npaper: {self.key(paper)}\n'
            f'parameters: {i % 70 + 1}B\nreleased: {self._day(paper)}\n{parent}licence: Apache-2.0\n'
            f"links:\n  code: https://code.example.org/{self.backbone_id(i)}\n  weights: https://weights.example.org/{self.backbone_id(i)}\n"
            + self._evidence(2, paper, "name, released, parameters, links, role, category")
        )

    def method(self, i: int) -> str:
        slug, parts = _slug(i, "keeper"), [self._part(role, i) for role in range(3)]
        used = [self._early(self.datasets) for _ in range(6)]
        facets = "".join(f"  {facet}: {self._some(FACETS[facet][1])}\n" for facet in ("rhythm", "tuning", "objective", "weather"))
        stages = "".join(
            f'  - name: "Stage {n + 1}: {self.random.choice(HOWS)}"\n'
            f"    components: {{lens: {('frozen', 'trained')[n % 2]}, lamp: trained, keeper-model: {('frozen', 'adapted', 'trained')[n]}}}\n"
            f"    datasets: [{', '.join(_slug(d, 'logs') for d in dict.fromkeys(used[2 * n:2 * n + 2]))}]\n"
            f'    samples: {1_000 * (i % 900 + 1)}\n    how: "{self._sentence()}"\n' for n in range(2 + i % 2)
        )
        variants = "".join(
            f'  - id: {size}\n    name: "{_title(slug)} {size.upper()}"\n    parameters: {size.upper()}\n    backbones: [{", ".join(parts)}]\n'
            f"    weights: https://weights.example.org/{slug}-{size}\n" for size in _variants(i)
        )
        earlier = f'builds_on:\n  - method: {_slug(self._early(i), "keeper")}\n    changes:\n      - "{self._sentence()}"\n      - "{self._sentence()}"\n' if i else ""
        design = "".join(f"  {role}: [{part}]\n" for role, part in zip(COMPONENTS, parts, strict=True))
        return (
            f'name: "{_title(slug)}"\npaper: {self.key(i)}\nreleased: {self._day(i)}\ntasks: {self._tasks(i)}\n'
            f"design:\n{design}{facets}training:\n{stages}" + (f"variants:\n{variants}" if variants else "") + earlier
            + f'contribution: "{self._sentence()}"\nstrengths:\n  - "{self._sentence()}"\n  - "{self._sentence()}"\nshortcomings:\n  - "{self._sentence()}"\n'
            f"links:\n  code: https://code.example.org/{slug}\n  project: https://{slug}.example.org/\nlicences: {{code: MIT, weights: CC-BY-NC-4.0}}\n"
            + self._evidence(2 + i % 3, i, "name, paper, tasks, design, training, variants, contribution")
        )

    def _part(self, role: int, i: int) -> str:
        """A backbone of a role; the first methods take one after the other, so that each is part of something."""
        several = len(range(role, self.backbones, 3))
        return self.backbone_id(role + 3 * (i if i < several else self._early(several)))

    def dataset(self, i: int) -> str:
        own = self._with_own_paper
        paper = self.methods + self.benchmarks + self.backbones + i if i < own else (i - own) % self.methods
        sources = dict.fromkeys(_slug(self._early(i), "logs") for _ in range(2)) if i else ()
        return (
            f'name: "{_title(_slug(i, "logs"))}"\npaper: {self.key(paper)}\nreleased: {self._day(paper)}\ntasks: {self._tasks(i)}\n'
            f"design:\n  purpose: {self._some(FACETS['purpose'][1])}\n  provenance: {self._some(FACETS['provenance'][1])}\n  weather: {self._some(FACETS['weather'][1])}\n"
            f'samples: {1_000 * (i % 700 + 1)}\ncounts: {{nights: {i % 400 + 1}}}\nannotators: "{self._sentence()}"\nbuilt_from: [{", ".join(sources)}]\n'
            f'summary: "{self._sentence()}"\nlicence: CC-BY-4.0\nlinks:\n  data: https://data.example.org/{_slug(i, "logs")}\n'
            + self._evidence(2 + i % 2, paper, "name, paper, tasks, design, samples, built_from, summary")
        )

    def benchmark(self, i: int) -> str:
        paper = self.methods + i
        return (
            f'name: "{_title(_slug(i, "trial"))}"\npaper: {self.key(paper)}\nreleased: {self._day(paper)}\ntasks: {self._tasks(i)}\n'
            f"design:\n  scoring: {self._some(FACETS['scoring'][1])}\n  weather: {self._some(FACETS['weather'][1])}\n"
            f'measures: "{self._sentence()}"\nmetrics:\n  - {{id: sight, name: "Ships that saw it", unit: "%", range: [0, 100], direction: higher}}\n'
            '  - {id: drift, name: "Clock drift", unit: s, range: [0, null], direction: lower}\n'
            f'splits:\n  - {{id: test, name: "Nights held back", size: {i % 300 + 50}}}\n  - {{id: validation, size: {i % 90 + 10}}}\n'
            f"image_sources: [{_slug(self._early(self.datasets), 'logs')}]\nlinks:\n  project: https://trials.example.org/{i}\n"
            + self._evidence(3, paper, "name, paper, tasks, design, measures, metrics, splits")
        )

    def result(self, i: int) -> str:
        """About twenty scores: the source's own method and three others, each on five benchmarks."""
        rivals = (m for m in self.random.sample(range(self.methods), 4) if m != i)
        models = [self._model(i, 0), *(self._model(m, i) for m in rivals)][:4]
        first = self._early(self.benchmarks)
        tests = [(first + n) % self.benchmarks for n in range(min(5, self.benchmarks))]
        scores = "".join(
            f"  - {{model: {model}, benchmark: {_slug(test, 'trial')}, split: {('test', 'validation')[test % 2]}, metric: {('sight', 'sight', 'drift')[test % 3]},"
            f' value: {self.random.randrange(200, 1000) / 10}, setting: {("zero-shot", "trained")[test % 2]}, harness: not-reported, where: "table {n + 1}"}}\n'
            for n, model in enumerate(models) for test in tests
        )
        return f"paper: {self.key(i)}\nsource:\n  kind: paper\n  url: https://arxiv.org/abs/{_arxiv(i)}\n  version: v1\n  read: 2024-02-01\nscores:\n{scores}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _slug(i: int, noun: str) -> str:
    return f"{WORDS[i % len(WORDS)]}-{PLACES[i % len(PLACES)].lower()}-{noun}-{i // (len(WORDS) * len(PLACES)) + 1}"


def _title(slug: str) -> str:
    return slug.replace("-", " ").title()


def _variants(i: int) -> tuple[str, ...]:
    """Every fifth method has none."""
    return VARIANTS[: 2 + i % 2] if i % 5 else ()


def _family(i: int) -> str:
    return FAMILIES[i % len(FAMILIES)]


def _year(i: int) -> int:
    return _FIRST_YEAR + i % _YEARS


def _arxiv(i: int) -> str:
    return f"{_year(i) % 100}{i % 12 + 1:02}.{i % 100_000:05}"


def _taxonomy() -> str:
    def category(name: str, indent: str, children: tuple[str, ...] = ()) -> str:
        inner = "".join(category(child, f"{indent}    ") for child in children)
        return (
            f'{indent}- id: {name}\n{indent}  title: "{_title(name)}"\n{indent}  definition: "Whatever is called {_title(name).lower()} along the coast."\n'
            f'{indent}  includes: "Place a record here when nothing nearer fits."\n{indent}  origin: survey\n' + (f"{indent}  categories:\n{inner}" if inner else "")
        )

    tasks = "".join(category(family, "    ", children) for family, children in TASKS.items())
    design = "".join(
        f'  - id: {facet}\n    title: "{_title(facet)}"\n    definition: "Which {_title(facet).lower()} a station has."\n    applies_to: [{kinds}]\n'
        + ("    component: true\n" if facet in COMPONENTS else "")
        + "    categories:\n" + "".join(category(name, "      ") for name in categories)
        for facet, (kinds, categories) in FACETS.items()
    )
    head = '  id: task\n  title: "Duty"\n  definition: "What a keeper is asked to do."\n  applies_to: [methods, datasets, benchmarks]\n'
    return f"task:\n{head}  categories:\n{tasks}design:\n{design}"


def _mkdocs() -> str:
    """The repository's own theme and plugins, so that what is measured is what is published, with a navigation of its own."""
    text = (Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"^site_name:.*$", "site_name: Fabricated", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^nav:\n(?:[ -].*\n)+", _NAV, text, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    fabricate(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
