/// Whether the tests were compiled with optimisation: what is slow without it is skipped there, visibly.
#if DEBUG
  let isOptimised = false
#else
  let isOptimised = true
#endif
