// glibc's settings of malloc, which Swift's Glibc module leaves out; nothing on other systems.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
