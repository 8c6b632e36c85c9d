Benchmarks.run(Array(CommandLine.arguments.dropFirst()))
