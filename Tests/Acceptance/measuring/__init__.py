"""Measurements of the program's output from outside: nothing here shares code with the program."""
