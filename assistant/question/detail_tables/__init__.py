"""The kinds of detail that people ask for, a table each: how it is asked, how a sentence says it."""
