"""`python -m vitsurvey` is the command line."""

from vitsurvey.cli import main

main()
