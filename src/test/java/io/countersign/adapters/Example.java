package io.countersign.adapters;

import java.nio.file.Path;

/** The example adapters. */
enum Example {
  PYTHON("python/adapter.py", "python3"),
  RUBY("ruby/adapter.rb", "ruby"),
  PHP("php/adapter.php", "php"),
  NODE("node/adapter.mjs", "node"),
  BASH("bash/adapter.sh", "bash", "openssl", "jq");

  private final Path file;
  private final String[] programs;

  Example(String file, String... programs) {
    this.file = Programs.HOME.resolve("src/adapters").resolve(file);
    this.programs = programs;
  }

  Path file() {
    return file;
  }

  /** The command that runs it; skips the test where its language is missing. */
  String command() {
    return command(file);
  }

  /** The same for a changed copy. */
  String command(Path copy) {
    Programs.need(programs);
    return programs[0] + " " + Programs.quoted(copy);
  }
}
