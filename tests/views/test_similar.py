"""Similar methods: never itself, always with a reason, the rarer the shared trait the nearer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import FACET, FLOURS, TASKS, method, survey
from vitsurvey.views.similar import NEAREST, Likeness

METHODS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(TASKS), min_size=1, unique=True), st.lists(st.sampled_from(FLOURS), unique=True),
        st.lists(st.integers(0, 7), max_size=2, unique=True),
    ),
    min_size=1, max_size=8,
)


def made(drawn):
    return survey(
        method(
            f"m{i}", tasks=tasks, design={FACET: flours} if flours else {},
            builds_on=[{"method": f"m{parent}", "changes": ["Less salt."]} for parent in parents if parent < i],
        )
        for i, (tasks, flours, parents) in enumerate(drawn)
    )


@given(METHODS)
def test_no_method_is_similar_to_itself_and_every_one_has_a_reason(drawn):
    found = made(drawn)
    likeness = Likeness(found)

    for one in found.methods.values():
        similar = likeness.similar(one)
        assert one.id not in [other.method.id for other in similar]
        assert len({other.method.id for other in similar}) == len(similar) <= NEAREST
        assert all(other.reasons and all(other.reasons) for other in similar)
        assert all(0 < other.nearness <= 1 + 1e-9 for other in similar)
        assert all(first.nearness >= second.nearness for first, second in pairwise(similar))


@given(METHODS)
def test_likeness_goes_both_ways_and_needs_something_shared(drawn):
    found = made(drawn)
    likeness = Likeness(found)
    near = {one: {other.method.id: other.nearness for other in likeness.similar(found.methods[one])} for one in found.methods}

    def traits(one):
        record = found.methods[one]
        lineage = {one, *(step.method for step in record.builds_on)}
        return {*record.tasks, *(record.design.get(FACET) or ()), *lineage}

    for one, others in near.items():
        for other, nearness in others.items():
            assert traits(one) & traits(other)
            if one in near[other]:
                assert near[other][one] == pytest.approx(nearness)
        if len(others) < NEAREST:
            assert {other for other in found.methods if other != one and traits(one) & traits(other)} == set(others)


def test_a_rare_trait_weighs_more_than_a_common_one():
    common = [method(f"common{i}", tasks=["kneading"], design={FACET: ["wheat"]}) for i in range(6)]
    found = survey([method("me", tasks=["scoring"], design={FACET: ["wheat"]}), method("rare", tasks=["scoring"], design={FACET: ["rye"]}), *common])

    nearest, *others = Likeness(found).similar(found.methods["me"])

    assert (nearest.method.id, nearest.reasons) == ("rare", ("task in common: Scoring",))
    assert {other.reasons for other in others} == {("same flour: Wheat",)}


def test_reasons_are_said_in_words_lineage_first(survey):
    likeness = Likeness(survey)

    assert [(one.method.id, one.reasons) for one in likeness.similar(survey.methods["shared-oven"])] == [
        ("hearthling", ("Shared Oven builds on it", "same heat model: CrustNet-S", "same fuel: Wood", "both trained on Village Bakes")),
        ("listener", ("Shared Oven builds on it", "both trained on Simulated Crusts", "task in common: Loaf baking")),
        ("steam-keeper", ("builds on Shared Oven",)),
    ]


def test_siblings_build_on_the_same_and_many_tasks_are_counted():
    step = [{"method": "root", "changes": ["More."]}]
    found = survey([
        method("root", tasks=["scoring"]), method("one", tasks=["kneading", "proving"], builds_on=step),
        method("two", tasks=["proving", "kneading"], builds_on=step),
    ])

    nearest = Likeness(found).similar(found.methods["one"])[0]
    assert (nearest.method.id, nearest.reasons) == ("two", ("both build on Root", "2 tasks in common"))


def test_what_more_methods_share_than_are_walked_is_still_a_reason_among_candidates():
    crowd = [method(f"crowd{i}", tasks=["kneading"], design={FACET: ["wheat"]}) for i in range(80)]
    found = survey([method("me", tasks=["kneading"], design={FACET: ["rye"]}), method("kin", tasks=["kneading"], design={FACET: ["rye"]}), *crowd])
    likeness = Likeness(found)

    assert [(one.method.id, one.reasons) for one in likeness.similar(found.methods["me"])] == [("kin", ("same flour: Rye", "task in common: Kneading"))]
    assert likeness.similar(found.methods["crowd0"]) == ()
