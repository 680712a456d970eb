package io.gistmill.benchmarks;

import picocli.CommandLine.Option;

/// How much a benchmark with generated posts does. Its fields are filled from the command line.
final class Scale {

  @Option(names = "--posts", description = "How many (default: ${DEFAULT-VALUE}).")
  long posts = 100_000;

  @Option(names = "--seed", description = "Of the posts (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--heap", description = "In MiB (default: ${DEFAULT-VALUE}).")
  int heap = 768;

  @Option(names = "--partitions", description = "Of each topic (default: ${DEFAULT-VALUE}).")
  int partitions = 4;
}
