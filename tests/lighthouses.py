"""What the fabricated survey of tests/fabricate.py is made of: the duties and parts of lighthouses, and words to write with."""

TASKS = {
    "signalling": ("flash-timing", "fog-signalling", "colour-sectors", "radio-answering"),
    "watching": ("ship-spotting", "ice-watching", "storm-watching", "bird-counting"),
    "upkeep": ("lens-cleaning", "wick-trimming", "salt-removal", "clock-winding"),
    "supply": ("oil-rationing", "boat-landing", "coal-hoisting", "water-catching"),
    "guidance": ("harbour-leading", "reef-warning", "channel-marking", "rescue-calling"),
    "recording": ("log-writing", "tide-recording", "wind-recording", "visitor-counting"),
    "keeper-company": (),
}
FACETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "lens": ("methods", ("fresnel", "drum", "bullseye", "mirror", "open-flame")),
    "lamp": ("methods", ("wick-lamp", "arc-lamp", "mantle", "vapour-lamp")),
    "keeper-model": ("methods", ("rule-keeper", "tide-keeper", "graph-keeper", "memory-keeper", "swarm-keeper")),
    "rhythm": ("methods", ("fixed-rhythm", "adaptive-rhythm", "borrowed-rhythm")),
    "tuning": ("methods", ("whole", "lamp-only", "added-gear", "hand-set")),
    "objective": ("methods", ("least-oil", "far-sight", "few-errors", "quiet-nights")),
    "weather": ("methods, datasets, benchmarks", ("clear", "rain", "fog", "snow", "gale")),
    "provenance": ("datasets", ("keeper-log", "simulated-night", "ship-report", "drawn-chart")),
    "purpose": ("datasets", ("warm-up", "apprenticeship", "correction")),
    "scoring": ("benchmarks", ("counted", "timed", "judged-by-pilots")),
}
COMPONENTS = ("lens", "lamp", "keeper-model")
WORDS = (
    "steady", "amber", "distant", "patient", "silent", "drifting", "northern", "hollow", "bright", "narrow", "slow",
    "tidal", "copper", "salted", "winter", "twin", "early", "frozen", "lonely", "moving", "painted", "rising",
    "broken", "western", "sunken", "gentle", "hidden", "second", "polished", "roaming", "sheltered", "outer",
    "flooded", "iron", "listening", "wandering", "careful", "shallow", "grey", "learned", "guiding",
)
PLACES = (
    "Skerry", "Strait", "Haven", "Sound", "Firth", "Holm", "Bight", "Shoal", "Cape", "Ness", "Reef", "Isle",
    "Point", "Bay", "Ledge", "Spit", "Bank", "Cove", "Stack",
)
FAMILIES = [
    start + end
    for start in ("Bran", "Tor", "Lys", "Mar", "Hel", "Ost", "Fen", "Kal")
    for end in ("berg", "dal", "mund", "vik", "strand", "holm", "nes", "by")
][:61]
"""61 names, 41 words, 19 places and 11 years: primes, so that counting through all of them repeats no pair for long."""
GIVEN = (
    "Anna", "Bo", "Carla", "Dev", "Edda", "Femi", "Greta", "Hiro", "Ines", "Jon", "Kaya", "Leo", "Mina", "Nils",
    "Oda", "Piet", "Rosa", "Sven", "Tara", "Ulla",
)
ACTS = (
    "keeps", "trims", "turns", "watches", "dims", "records", "steers", "rests", "answers", "measures",
)
THINGS = (
    "the light of a rock station", "two lamps that share one tank", "the rhythm the pilots know", "a log that two keepers wrote by hand",
    "the hours before fog", "a mirror with salt on it", "the flash that a ship can read", "oil enough for a winter",
)
HOWS = (
    "without a keeper in the tower", "from what it saw the night before", "with half of the oil", "after one week of apprenticeship",
    "where the older rules gave up", "as long as the mirror is clean", "even when the clock runs late", "at stations it was not set up for",
)
VARIANTS = ("3b", "8b", "21b")
