package io.countersign.target.http;

import java.io.IOException;

/** A body that goes on and on. */
final class TooBigException extends IOException {
  private static final long serialVersionUID = 1L;

  TooBigException(int most) {
    super("the answer is longer than " + most + " bytes");
  }
}
