package io.countersign.cli;

import io.countersign.scheme.Schemes;
import java.util.Iterator;
import java.util.List;

/** The ids of the built-in schemes, for completion in a shell. */
final class SchemeIds implements Iterable<String> {
  private final Environment environment;

  SchemeIds(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Iterator<String> iterator() {
    return Schemes.in(List.of(environment.builtIn())).ids().iterator();
  }
}
