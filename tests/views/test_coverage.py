"""Coverage: a pair is reported exactly when a source has a score for it; the fullest come first."""

from hypothesis import given
from hypothesis import strategies as st

from small import benchmark, method, results, score, survey
from vitsurvey.views.coverage import BENCHMARKS, METHODS, coverage

NAMES = [f"m{i}" for i in range(6)]
BENCHES = [f"b{i}" for i in range(4)]


def made(pairs, names, benches):
    base = survey(map(method, names), [results("src", [score(name, 1, benchmark=bench) for name, bench in pairs])])
    return type(base)(**{**vars(base), "benchmarks": {bench: benchmark().model_copy(update={"id": bench, "name": bench}) for bench in benches}})


@given(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(BENCHES)), min_size=1))
def test_a_pair_is_reported_exactly_when_there_is_a_score(pairs):
    found = coverage(made(sorted(pairs), NAMES, BENCHES))

    shown = {
        (line.method.id, bench.id): reported
        for line in found.lines for bench, reported in zip(found.benchmarks, line.reported, strict=True)
    }
    assert {pair for pair, reported in shown.items() if reported} == pairs
    assert (found.filled, found.size) == (len(pairs), len(shown))
    assert [line.filled for line in found.lines] == sorted((line.filled for line in found.lines), reverse=True)
    assert all(line.filled for line in found.lines)


def test_only_the_most_scored_and_the_most_used_are_shown():
    names, benches = [f"m{i:02}" for i in range(METHODS + 5)], [f"b{i:02}" for i in range(BENCHMARKS + 5)]
    pairs = [(name, bench) for i, name in enumerate(names) for bench in benches[: 1 + i % len(benches)]]
    found = coverage(made(pairs, names, benches))

    assert (len(found.lines), len(found.benchmarks)) == (METHODS, BENCHMARKS)
    assert {bench.id for bench in found.benchmarks} == set(benches[:BENCHMARKS])
    assert "m00" not in {line.method.id for line in found.lines}


def test_without_scores_there_is_nothing_to_cover():
    found = coverage(survey([method("ash")]))

    assert (found.lines, found.benchmarks, found.filled, found.size) == ((), (), 0, 0)
