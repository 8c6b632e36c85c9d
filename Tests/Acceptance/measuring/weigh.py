"""Runs the words behind the first and writes to that file what they took: a small parent, so that its own memory is not counted.

Linux counts a parent's memory into the peak of the child that it starts: a script with arrays would weigh itself.
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    began = time.perf_counter()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    with open(sys.argv[1], "w") as file:
        json.dump({"seconds": seconds, "megabytes": usage.ru_maxrss / 1024, "processor": usage.ru_utime + usage.ru_stime}, file)
    code = os.waitstatus_to_exitcode(status)
    sys.exit(code if code >= 0 else 128 - code)
