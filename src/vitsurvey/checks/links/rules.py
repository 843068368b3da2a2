"""L: the rules of links between records and of placements in the taxonomy."""

from vitsurvey.problems import Rule

UNKNOWN_RECORD = Rule(
    "L201", "references lead to records",
    what="A paper, backbone, dataset, method or benchmark that a record names has a file of its own.",
    why="A name that leads nowhere is a broken link on the site and a hole in every table.",
    how="Correct the spelling, or add the missing record first.",
    bad="paper: doe2023frist", good="paper: doe2023first",
)
UNKNOWN_CATEGORY = Rule(
    "L202", "placements are in the taxonomy",
    what="Facets and categories are those of data/taxonomy.yaml; a component facet also takes backbones of that role.",
    why="The taxonomy is the survey's vocabulary: a word outside it cannot be counted, compared or browsed.",
    how="Take the suggested category. A new one needs a definition, an inclusion rule and three records.",
    bad="tasks: [sort]", good="tasks: [sorting]",
)
WRONG_KIND = Rule(
    "L203", "facets fit the kind",
    what="A facet is used only by the kinds of record it applies to.",
    why="A dataset has no connector; a value there would be counted in the wrong table.",
    how="Remove the facet, or extend `applies_to` in data/taxonomy.yaml if the question does arise.",
    bad="# datasets/shelf.yaml\ndesign: {engine: [simple]}", good="# datasets/shelf.yaml\ndesign: {purpose: [training]}",
)
FAMILY = Rule(
    "L204", "placements are leaves",
    what="Records are placed under the categories at the ends of the tree, not under families.",
    why="A family's page shows its children's records already; a record placed there would be in no child.",
    how="Choose one of the family's children.",
    bad="tasks: [sorting]", good="tasks: [sorting-numbers]",
)
VOCABULARY = Rule(
    "L205", "the vocabulary is unambiguous",
    what="Facet ids are unique, category ids and titles are unique inside their facet, and no backbone shares an id with a category of its role.",
    why="A placement must mean one thing. The tree itself cannot be wrong: children are written inside their parent.",
    how="Rename one of the two.",
    bad="- id: simple\n  title: Simple\n- id: simple\n  title: Plain", good="- id: simple\n  title: Simple",
)
VARIANT = Rule(
    "L206", "scores name a variant that exists",
    what="A score names method/variant with a variant of that method, or the method alone where it has no variants.",
    why="A number of the 13B model must not stand on the 7B row.",
    how="Take one of the method's variants, or add the variant to the method.",
    bad="model: alpha-1.5/70b", good="model: alpha-1.5/13b",
)
LOOP = Rule(
    "L207", "lineage has no loops",
    what="Following `builds_on` or `built_from` never leads back to the start.",
    why="Nothing was made from itself; lineage trees and overlap checks would never end.",
    how="Remove the reference that points the wrong way in time.",
    bad="# a.yaml: built_from: [b]\n# b.yaml: built_from: [a]", good="# b.yaml: built_from: [a]",
)
ALIAS = Rule(
    "L208", "ids are one record's alone",
    what="An alias is nobody's id and nobody else's alias.",
    why="Old addresses redirect to exactly one page, for ever.",
    how="Remove the alias from the record it does not belong to.",
    bad="aliases: [alpha]   # in alpha-1.5.yaml", good="aliases: [alpha-one-and-a-half]",
)
COMPONENT = Rule(
    "L209", "parts are component facets",
    what="A backbone's role, its category and the parts named in training stages are component facets of the taxonomy.",
    why="Recipes are drawn from them.",
    how="Name a facet that has `component: true`, and for a backbone one of its categories.",
    bad="components: {motor: trained}", good="components: {engine: trained}",
)
TWICE = Rule(
    "L210", "lists name a thing once",
    what="A list of references names each id once, and no two variants, metrics or splits of a record share an id.",
    why="The second mention would be counted again, and a score could mean either.",
    how="Remove the repetition, or rename one of the two.",
    bad="tasks: [sorting, sorting]", good="tasks: [sorting]",
)
RULES = (UNKNOWN_RECORD, UNKNOWN_CATEGORY, WRONG_KIND, FAMILY, VOCABULARY, VARIANT, LOOP, ALIAS, COMPONENT, TWICE)
