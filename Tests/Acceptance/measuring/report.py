"""What an item says: a line per measurement, PASS or FAIL with its numbers, and nothing hidden."""


class Report:
    def __init__(self):
        self.passed, self.failed, self.skipped, self.failures = 0, 0, 0, []
        self.item = ""

    def begin(self, item, title):
        self.item = item
        print(f"\n=== {item}. {title}", flush=True)

    def hold(self, sound, text, evidence=""):
        """Counts one check; the evidence is printed only where it failed."""
        if sound:
            self.passed += 1
        else:
            self.failed += 1
            self.failures.append(f"{self.item}: {text}")
        print(f"{'PASS' if sound else 'FAIL'}  {text}", flush=True)
        if not sound and evidence:
            print("      " + str(evidence).replace("\n", "\n      "), flush=True)
        return sound

    def note(self, text):
        print(f"      {text}", flush=True)

    def skip(self, text):
        self.skipped += 1
        print(f"SKIP  {text}", flush=True)

    def end(self):
        """Closing lines; true where everything held."""
        print()
        for line in self.failures:
            print(f"failed: {line}")
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        return not self.failed
