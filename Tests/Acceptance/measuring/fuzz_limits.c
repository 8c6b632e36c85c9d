// Preloaded into the fuzzer: makes its hang limit one of processor time, so that a process that was stopped does not
// count as hanging, and ends it where an input of 4096 bytes has more than 20 times its size and 64 MB allocated at
// once, or three times as much is alive in all. The fuzzer's own limit on allocations needs a sanitizer that sees them.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

#define LARGEST_INPUT 4096UL
// A few bytes are the array's own header.
#define LARGEST_ALLOCATION ((64UL << 20) + 20 * LARGEST_INPUT + 64)
#define MOST_ALIVE (3 * LARGEST_ALLOCATION)

static atomic_long alive;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static void end(const char *why, size_t length) {
  (void)!write(2, why, length);
  abort();
}

static void count(void *memory, size_t size) {
  static const char one[] = "fuzz_limits: one allocation beyond the bound\n", all[] = "fuzz_limits: too much alive\n";
  if (!memory) return;
  if (size > LARGEST_ALLOCATION) end(one, sizeof one - 1);
  if ((alive += malloc_usable_size(memory)) > (long)MOST_ALIVE) end(all, sizeof all - 1);
}

void *malloc(size_t size) {
  static void *(*real)(size_t);
  if (!real) real = next("malloc");
  void *memory = real(size);
  count(memory, size);
  return memory;
}

void free(void *memory) {
  static void (*real)(void *);
  if (!real) real = next("free");
  if (memory) alive -= malloc_usable_size(memory);
  real(memory);
}

void *realloc(void *memory, size_t size) {
  static void *(*real)(void *, size_t);
  if (!real) real = next("realloc");
  size_t before = memory ? malloc_usable_size(memory) : 0;
  void *moved = real(memory, size);
  if (moved || !size) {
    alive -= before;
    count(moved, size);
  }
  return moved;
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  static int (*real)(void **, size_t, size_t);
  if (!real) real = next("posix_memalign");
  int failure = real(memory, alignment, size);
  if (!failure) count(*memory, size);
  return failure;
}

int setitimer(__itimer_which_t which, const struct itimerval *value, struct itimerval *old) {
  static int (*real)(__itimer_which_t, const struct itimerval *, struct itimerval *);
  if (!real) real = next("setitimer");
  return real(which == ITIMER_REAL ? ITIMER_VIRTUAL : which, value, old);
}

int sigaction(int signal, const struct sigaction *action, struct sigaction *old) {
  static int (*real)(int, const struct sigaction *, struct sigaction *);
  if (!real) real = next("sigaction");
  return real(signal == SIGALRM ? SIGVTALRM : signal, action, old);
}
