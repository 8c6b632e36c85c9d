#!/usr/bin/env python3
"""The house in numbers: `python3 Tests/Acceptance/house.py [CHECKOUT]`, `--walks` for the three walks as well.

Sizes of files and folders, public declarations, documentation per line of code, circles between folders, and how many
files a reader opens who follows one value through the program (house_walks.txt holds the rule and the steps). It reads
any checkout, so that two commits can be set side by side. Only Python's own library is needed.
"""
import argparse
import pathlib
import re
import statistics

HERE = pathlib.Path(__file__).resolve().parent
DECLARED = re.compile(r"\b(?:struct|enum|class|actor|protocol|typealias)\s+([A-Z]\w*)")
EXTENDED = re.compile(r"\bextension\s+([A-Z][\w.]*)")
PUBLIC = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:private\(set\)\s+|internal\(set\)\s+|package\(set\)\s+)?"
    r"(?:static\s+|mutating\s+|final\s+|indirect\s+)*"
    r"(?:struct|enum|class|actor|protocol|typealias|func|init|var|let|subscript|extension)\b", re.M)


def bare(text):
    """Code without comments and the text of strings; interpolations go with the strings."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r'"""(?:\\.|[^\\])*?"""', '""', text, flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"//[^\n]*", " ", text)


class House:
    def __init__(self, root, folder):
        self.root = root / folder
        self.files = {
            path.relative_to(self.root): path.read_text()
            for path in sorted(self.root.rglob("*.swift")) if ".docc" not in str(path)
        }
        self.code = {path: bare(text) for path, text in self.files.items()}

    def sizes(self):
        lengths = {path: len(text.splitlines()) for path, text in self.files.items()}
        folders = {}
        for path in self.files:
            folders[path.parent] = folders.get(path.parent, 0) + 1
        largest = sorted(folders.items(), key=lambda item: -item[1])[:3]
        longest = max(lengths, key=lengths.get)
        documented = sum(line.lstrip().startswith("///") for text in self.files.values() for line in text.splitlines())
        coded = sum(1 for code in self.code.values() for line in code.splitlines() if line.strip())
        yield "files", len(self.files)
        yield "folders", len(folders)
        yield "folders of more than 15 files", sum(count > 15 for count in folders.values())
        yield "largest folders", ", ".join(f"{folder} {count}" for folder, count in largest)
        yield "median file, lines", statistics.median(lengths.values())
        yield "longest file, lines", f"{lengths[longest]} ({longest})"
        yield "files of more than 300 lines", sum(length > 300 for length in lengths.values())
        yield "public declarations", sum(len(PUBLIC.findall(code)) for code in self.code.values())
        yield "lines of code", coded
        yield "documentation per line of code", f"{documented / max(coded, 1):.2f}"

    def circles(self, below, depth):
        """Groups of folders below one folder that name each other's types in a circle; members are not looked at."""
        files = {path: code for path, code in self.code.items() if path.parts[:1] == (below,) and len(path.parts) > 2}
        homes, ambiguous = {}, set()
        place = {path: "/".join(path.parts[1:-1][:depth]) for path in files}
        for path, code in files.items():
            for words, name in re.findall(
                    r"^((?:\w+\s+)*)(?:struct|enum|class|actor|protocol|typealias)\s+([A-Z]\w*)", code, re.M):
                if "private" not in words and homes.setdefault(name, place[path]) != place[path]:
                    ambiguous.add(name)
        # A nested type hides another of its name in all files that may extend its owner.
        own = {folder: set() for folder in place.values()}
        for path, code in files.items():
            own[place[path]].update(DECLARED.findall(code))
        arrows = {folder: set() for folder in place.values()}
        for path, code in files.items():
            for name in set(re.findall(r"(?<![.\w])[A-Z]\w*", code)) - ambiguous:
                if name in homes and homes[name] != place[path] and name not in own[place[path]]:
                    arrows[place[path]].add(homes[name])
        reached = {}
        for start in arrows:
            seen, due = set(), [start]
            while due:
                for next_folder in arrows[due.pop()] - seen:
                    seen.add(next_folder)
                    due.append(next_folder)
            reached[start] = seen
        groups = {
            tuple(sorted({other for other in reached[folder] if folder in reached[other]}))
            for folder in arrows if folder in reached[folder]
        }
        return sorted(groups)

    def home(self, step):
        """The file that declares one of `Type`, `Type.member` or `.member` (a top-level function), or None."""
        for spelling in step.split("|"):
            name, _, member = spelling.strip().partition(".")
            found = []
            for path, code in self.code.items():
                if not name:
                    hit = re.search(rf"^(?:\w+\s+)*func\s+{member}\b", code, re.M)
                elif not member:
                    hit = re.search(rf"\b(?:struct|enum|class|actor|protocol)\s+{name}\b", code)
                else:
                    parts = name.split("/")
                    owner = rf"\b(?:struct|enum|class|actor|protocol|extension)\s+(?:\w+\.)*{parts[-1]}\b"
                    declared = (
                        r"\binit\b[?]?\s*[(<]\s*" + member[5:] if member.startswith("init ")
                        # A member stands at the first or second level of a file, a local variable deeper.
                        else rf"(?m)^  (?:  )?(?:[@\w()]+\s+)*(?:func|case|static let)\s+{member}\b|^  (?:[\w()]+\s+)*(?:let|var)\s+{member}\b")
                    hit = re.search(owner, code) and re.search(declared, code)
                if hit:
                    found.append(path)
            if found:
                named = [path for path in found if path.stem.split("+")[0] == (name or member)]
                return min(named or found, key=lambda path: len(path.stem))
        return None


def walks(path):
    name, steps = None, []
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            if name:
                yield name, steps
            name, steps = line.strip("[]"), []
        elif line:
            steps.append(line)
    if name:
        yield name, steps


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", nargs="?", default=str(HERE.parent.parent), type=pathlib.Path)
    parser.add_argument("--walks", action="store_true", help="count the three walks too")
    parser.add_argument("--steps", action="store_true", help="and print each step's file")
    given = parser.parse_args()
    root = pathlib.Path(given.checkout)
    for folder in ["Sources", "Sources/OrthoticCore", "Tests"]:
        print(f"{folder}")
        for name, value in House(root, folder).sizes():
            print(f"  {name:32} {value}")
    sources = House(root, "Sources")
    for depth, what in [(1, "top folders"), (9, "all folders")]:
        circles = sources.circles("OrthoticCore", depth)
        print(f"circles between the core's {what}: {len(circles)}")
        for circle in circles:
            print("  " + " <-> ".join(circle))
    if not (given.walks or given.steps):
        return
    for name, steps in walks(HERE / "house_walks.txt"):
        opened, changes, top, last, missing = [], 0, 0, None, []
        for step in steps:
            home = sources.home(step)
            if home is None:
                missing.append(step)
                continue
            if given.steps:
                print(f"  {step:60} {home}")
            if home not in opened:
                opened.append(home)
            changes += last is not None and home.parent != last
            top += last is not None and home.parts[:-1][:2] != last.parts[:2]
            last = home.parent
        folders = {home.parent for home in opened}
        listed = sum(path.parent in folders for path in sources.files)
        print(f"walk of {name}: {len(steps)} steps, {len(opened)} files of {len(folders)} folders that list {listed} "
              f"files, {changes} changes of folder, {top} of them to another top folder"
              + (f"; not declared here: {', '.join(missing)}" if missing else ""))


if __name__ == "__main__":
    main()
