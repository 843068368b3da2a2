"""R: scores belong to their benchmark, lie in its range, and a source gives one value for one cell."""

from collections.abc import Iterator

from vitsurvey.problems import Problem, Rule, suggest
from vitsurvey.schema import Metric
from vitsurvey.survey import Report, Survey

METRIC = Rule(
    "R301", "metrics belong to the benchmark",
    what="A score's metric is one that its benchmark declares.",
    why="Numbers of different metrics look alike and must never share a column.",
    how="Take one of the benchmark's metrics, or add the metric to the benchmark with its unit, range and direction.",
    bad="{benchmark: quick, metric: swaps, …}", good="{benchmark: quick, metric: accuracy, …}",
)
SPLIT = Rule(
    "R302", "splits belong to the benchmark",
    what="A score's split is one that its benchmark declares.",
    why="Validation and test numbers are not comparable.",
    how="Take one of the benchmark's splits, or add the split to the benchmark with its size.",
    bad="{benchmark: quick, split: testdev, …}", good="{benchmark: quick, split: test-dev, …}",
)
RANGE = Rule(
    "R303", "values lie in the metric's range",
    what="A score lies between the lowest and the highest value of its metric, and ranges run upwards.",
    why="0.62 where 62 is meant, or a score of another benchmark, is the commonest slip in tables of numbers.",
    how="Compare with the source: the unit and the column first.",
    bad="metric: accuracy, value: 620", good="metric: accuracy, value: 62.0",
)
CELL = Rule(
    "R304", "a source gives one value for one cell",
    what="In one results file, the same model, benchmark, split, metric, setting and harness stand once.",
    why="Of two values one is wrong, or they differ in something that is not written down.",
    how="Remove the repetition, or say what differs (split, setting, harness, shots).",
    bad="{…, value: 62.0}\n{…, value: 63.3}", good="{…, setting: zero-shot, value: 62.0}\n{…, setting: fine-tuned, value: 63.3}",
)
SHOTS = Rule(
    "R305", "shots go with few-shot",
    what="`shots` is given exactly when the setting is few-shot.",
    why="Four-shot and thirty-two-shot numbers belong to different classes.",
    how="Add `shots: <number of examples>`, or remove it.",
    bad="{setting: few-shot, …}", good="{setting: few-shot, shots: 4, …}",
)
RULES = (METRIC, SPLIT, RANGE, CELL, SHOTS)


def check(survey: Survey) -> Iterator[Problem]:
    """Apply every rule of this family."""
    for benchmark in survey.benchmarks.values():
        for i, metric in enumerate(benchmark.metrics):
            if _reversed(metric):
                low, high = metric.range
                yield Problem(RANGE, survey.where(benchmark, "metrics", i, "range"), f"the range runs from {low} to {high}", "write the lowest value first")
    cells: dict[tuple[object, ...], Report] = {}
    for report in survey.reports:
        yield from _shots(survey, report)
        if report.score.benchmark in survey.benchmarks:
            yield from _against_benchmark(survey, report)
        cell = (report.results.id, report.score.model, report.score_class)
        first = cells.setdefault(cell, report)
        if first is not report:
            line = survey.where(report.results, "scores", first.place).line
            same = "the same value" if first.score.value == report.score.value else f"{_text(first.score.value)} there and {_text(report.score.value)} here"
            yield Problem(CELL, survey.where(report.results, "scores", report.place), f"this cell stands already in line {line}, with {same}", CELL.how)


def _shots(survey: Survey, report: Report) -> Iterator[Problem]:
    score, path = report.score, ("scores", report.place)
    if score.setting == "few-shot" and score.shots is None:
        yield Problem(SHOTS, survey.where(report.results, *path), "a few-shot score does not say how many `shots`", "add `shots: <number of examples>`")
    elif score.setting != "few-shot" and score.shots is not None:
        yield Problem(SHOTS, survey.where(report.results, *path, "shots"), f"`shots` is given, but the setting is {score.setting}", "remove `shots`, or write `setting: few-shot`")


def _against_benchmark(survey: Survey, report: Report) -> Iterator[Problem]:
    benchmark, score = survey.benchmarks[report.score.benchmark], report.score
    path = ("scores", report.place)
    splits = [split.id for split in benchmark.splits]
    if score.split not in splits:
        hint = suggest(score.split, splits) or f"its splits are: {', '.join(splits)}"
        yield Problem(SPLIT, survey.where(report.results, *path, "split"), f"'{benchmark.id}' has no split '{score.split}'", hint)
    metric = next((metric for metric in benchmark.metrics if metric.id == score.metric), None)
    if metric is None:
        metrics = [metric.id for metric in benchmark.metrics]
        hint = suggest(score.metric, metrics) or f"its metrics are: {', '.join(metrics)}"
        yield Problem(METRIC, survey.where(report.results, *path, "metric"), f"'{benchmark.id}' has no metric '{score.metric}'", hint)
    elif not _inside(metric, score.value):
        low, high = ("…" if end is None else _text(end) for end in metric.range)
        yield Problem(RANGE, survey.where(report.results, *path, "value"), f"{_text(score.value)} is outside {low} to {high}, the range of '{metric.id}'", RANGE.how)


def _inside(metric: Metric, value: float) -> bool:
    low, high = metric.range
    if _reversed(metric):
        return True  # that is told once, at the benchmark
    return (low is None or value >= low) and (high is None or value <= high)


def _reversed(metric: Metric) -> bool:
    low, high = metric.range
    return low is not None and high is not None and low >= high


def _text(value: float) -> str:
    """All digits that were written, without the zero of a whole number."""
    return f"{value:.15g}"
