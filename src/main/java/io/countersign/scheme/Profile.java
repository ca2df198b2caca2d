package io.countersign.scheme;

/**
 * Which truth about a scheme: what its page says, read literally, or what the vendor's own public
 * code does.
 */
public enum Profile {
  DOCUMENTED,
  DEPLOYED;

  public Profile other() {
    return this == DOCUMENTED ? DEPLOYED : DOCUMENTED;
  }
}
