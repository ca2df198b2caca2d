package io.countersign.suite;

/** For tests of a case: what it writes down, of which a test keeps what it looks at. */
interface UnreadLog extends CaseLog {
  @Override
  default void attach(String name, String text) {}

  @Override
  default void settled(String sentence) {}

  @Override
  default void saw(String sentence) {}
}
