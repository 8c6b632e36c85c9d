#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// One call: code written directly here is compiled without its optimisations.
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
