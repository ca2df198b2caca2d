package io.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * Makes what picocli asks for. Its own factory looks for Groovy as soon as there is one, in every
 * library of the class path, and wakes it up where it is found, which takes longer than to sign a
 * request: it is made when it is needed.
 */
final class Factory implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    // For an option or argument that may be there more than once.
    return type == List.class
        ? type.cast(new ArrayList<>())
        : CommandLine.defaultFactory().create(type);
  }
}
