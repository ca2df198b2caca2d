package io.countersign.cli;

import picocli.CommandLine;

/**
 * Makes what picocli asks for. Its own factory looks for Groovy as soon as there is one, in every
 * library of the class path, which takes longer than to sign a request: it is made when it is
 * needed.
 */
final class Factory implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    return CommandLine.defaultFactory().create(type);
  }
}
