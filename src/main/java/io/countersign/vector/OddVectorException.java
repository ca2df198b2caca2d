package io.countersign.vector;

/**
 * A vector is not as {@link VectorParser} expects it. It does not say what is wrong: {@link
 * VectorReader} does.
 */
final class OddVectorException extends Exception {
  private static final long serialVersionUID = 1L;

  OddVectorException() {
    super("not a plain vector", null, false, false);
  }
}
