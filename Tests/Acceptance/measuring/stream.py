"""The library judges in a process of their own, asked while the next solid is made."""

import json
import subprocess
import threading

from .script import HOME


class Stream:
    """The library judges, answering while the next design is made."""

    def __init__(self, python, names=()):
        self.child = subprocess.Popen([python, "-m", "measuring.verdict_stream", *names], cwd=HOME, text=True,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answers = []
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.child.stdout:
            self.answers.append(json.loads(line))

    def ask(self, path):
        self.child.stdin.write(f"{path}\n")
        self.child.stdin.flush()

    def end(self):
        self.child.stdin.close()
        self.reader.join()
        self.child.wait()
        return self.answers
