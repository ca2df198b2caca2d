package io.countersign.cli;

import picocli.CommandLine;

/** Makes what picocli makes by itself: the candidates for completion know where they are. */
final class Factory implements CommandLine.IFactory {
  private final Environment environment;
  private final CommandLine.IFactory otherwise = CommandLine.defaultFactory();

  Factory(Environment environment) {
    this.environment = environment;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == SchemeIds.class ? type.cast(new SchemeIds(environment)) : otherwise.create(type);
  }
}
