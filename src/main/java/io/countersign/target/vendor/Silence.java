package io.countersign.target.vendor;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Says nothing: only the command line prints. */
final class Silence implements Notifier {
  @Override
  public void info(String message) {
    // Said to nobody.
  }

  @Override
  public void error(String message) {
    // Said to nobody.
  }

  @Override
  public void error(String message, Throwable cause) {
    // Said to nobody.
  }
}
