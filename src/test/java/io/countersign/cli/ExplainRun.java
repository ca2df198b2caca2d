package io.countersign.cli;

/** {@code countersign explain} in process, and requests for it. */
final class ExplainRun {
  static final String NOW = "2014-09-23T17:23:00Z";
  static final String PRINTED =
      "GET /v9/brokerages?page=1&per_page=1 HTTP/1.1\nHost: api.ticketevolution.com\nX-Token: abc\n"
          + "X-Signature: ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=\n\n";
  static final String UNSIGNED = "GET https://www.hoshinplan.com/companies HTTP/1.1\n\n";

  private ExplainRun() {}

  static Run of(String input, String scheme, String... options) {
    return Run.onInput(input, arguments(scheme, options));
  }

  static String[] arguments(String scheme, String... options) {
    String[] all = new String[options.length + 5];
    System.arraycopy(
        new String[] {"explain", scheme, "--request", "-", "--budget=20s"}, 0, all, 0, 5);
    System.arraycopy(options, 0, all, 5, options.length);
    return all;
  }
}
