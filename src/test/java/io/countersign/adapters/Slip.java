package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One slip of the pen in an example adapter.
 *
 * @param what it does wrong
 * @param example whose
 * @param right the text as it is
 * @param wrong what stands there instead
 * @param requirement that must fail because of it, its scheme in front
 * @param environment variables to run it with, as {@code env} takes them
 */
record Slip(
    String what,
    Example example,
    String right,
    String wrong,
    String requirement,
    String environment) {

  Slip(String what, Example example, String right, String wrong, String requirement) {
    this(what, example, right, wrong, requirement, "");
  }

  String scheme() {
    return requirement.substring(0, requirement.indexOf('/'));
  }

  /** Writes the adapter with the slip into a folder, and gives the command that runs it. */
  String in(Path folder) throws IOException {
    String text = Files.readString(example.file(), StandardCharsets.UTF_8);
    assertThat(text).containsOnlyOnce(right);
    Path copy = folder.resolve(example.file().getFileName());
    Files.writeString(copy, text.replace(right, wrong), StandardCharsets.UTF_8);
    String command = example.command(copy);
    return environment.isEmpty() ? command : "env " + environment + " " + command;
  }

  @Override
  public String toString() {
    return what + " (" + example + ", " + requirement + ")";
  }
}
