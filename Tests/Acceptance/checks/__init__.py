"""What the topics check: a folder per topic, a file per thing looked at. A check is a function of the bench and the report; its name
is the word by which the topic's script runs it, its first line the heading."""
