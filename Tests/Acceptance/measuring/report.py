"""What a check says: a line per measurement, PASS or FAIL with its numbers, and nothing hidden."""

import re


class Report:
    """Counts and prints.

    A failure that a line of the known misses matches (a regular expression, searched in "topic check: text") is
    printed as MISS and does not decide; a known miss that no longer happens is named, so that its line is taken out.
    """

    def __init__(self, topic, known=()):
        self.passed, self.failed, self.missed, self.skipped, self.failures = 0, 0, 0, 0, []
        self.topic, self.check, self.checks = topic, "", set()
        self.known = {pattern: 0 for pattern in known}

    def begin(self, check, title):
        self.check = f"{self.topic} {check}"
        self.checks.add(self.check)
        print(f"\n=== {self.check}: {title}", flush=True)

    def hold(self, sound, text, evidence=""):
        """Counts one measurement; the evidence is printed only where it failed."""
        line = f"{self.check}: {text}"
        miss = next((pattern for pattern in self.known if not sound and re.search(pattern, line)), None)
        if sound:
            self.passed += 1
        elif miss:
            self.missed += 1
            self.known[miss] += 1
        else:
            self.failed += 1
            self.failures.append(line)
        print(f"{'PASS' if sound else 'MISS' if miss else 'FAIL'}  {text}", flush=True)
        if not sound and evidence:
            print("      " + str(evidence).replace("\n", "\n      "), flush=True)
        return sound

    def note(self, text):
        print(f"      {text}", flush=True)

    def skip(self, text):
        self.skipped += 1
        print(f"SKIP  {text}", flush=True)

    def end(self):
        """Closing lines; true where everything held that is not a known miss."""
        print()
        for pattern, times in self.known.items():
            if not times and pattern.split(":")[0].lstrip("^") in self.checks:
                print(f"no longer missed, take it out of the known misses: {pattern}")
        for line in self.failures:
            print(f"failed: {line}")
        if self.missed:
            print(f"{self.missed} known misses")
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        return not self.failed
