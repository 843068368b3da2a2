"""A survey into rows and cells. Views count, sort, group and join; they hold no markup and no addresses."""
