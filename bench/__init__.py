"""Speed and memory on fabricated surveys, as ratios inside one run: `python -m bench`. A measurement, not a test."""
