"""Running a program as a child and noting everything it did: exit code, streams, time, peak memory."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    words: list
    code: int  # negative: ended by that signal
    out: str
    err: str
    seconds: float
    megabytes: float
    processor: float  # seconds of all cores: what a busy machine leaves nearly alone

    @property
    def json(self):
        """The result as JSON, or an empty dictionary where standard output holds none."""
        try:
            return json.loads(self.out)
        except ValueError:
            return {}

    @property
    def crashed(self):
        """Ended by a signal, directly or as a shell reports it."""
        return self.code < 0 or self.code >= 128

    def __str__(self):
        return f"$ {' '.join(map(str, self.words))}\nexit {self.code}\n{self.err.strip()[-1500:]}"


def run(words, folder=None, limit=300, environment=None):
    """Runs the words with no standard input and waits, at most `limit` seconds (then it is ended: code -9)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        child = subprocess.Popen([str(w) for w in words], stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder,
                                 env={**os.environ, **(environment or {})})
        timer = threading.Timer(limit, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    return Run([str(w) for w in words], child.returncode, *texts, seconds, usage.ru_maxrss / 1024,
               usage.ru_utime + usage.ru_stime)


def weighed(words):
    """Like `run`, with time and memory of the child alone (see weigh.py)."""
    with tempfile.NamedTemporaryFile("r") as file:
        done = run([sys.executable, "-S", Path(__file__).with_name("weigh.py"), file.name, *words])
        for name, value in json.load(file).items():
            setattr(done, name, value)
    return done
