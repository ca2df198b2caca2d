package io.countersign.target.http;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.Octets;
import java.util.Optional;

/** What came back for a request. */
public sealed interface Reply {
  /**
   * An answer in HTTP.
   *
   * @param status 200 and up
   * @param statusLine as sent
   * @param headers in order; those that are no headers left out
   * @param body its beginning, see {@link Limits#kept()}
   * @param cut whether the body went on
   */
  record Answer(int status, String statusLine, Headers headers, Octets body, boolean cut)
      implements Reply {

    public Optional<String> header(String name) {
      return headers.first(name);
    }

    /** The body as text, also where it is none. */
    public String text() {
      return ServerText.of(body, cut);
    }

    public Answer withBody(Octets other) {
      return new Answer(status, statusLine, headers, other, cut);
    }

    /** The answer as text, for people. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(statusLine).append('\n');
      for (Header header : headers.all()) {
        text.append(header.name()).append(": ").append(header.value()).append('\n');
      }
      return text.append('\n').append(text()).append(cut ? "…" : "").toString();
    }
  }

  /**
   * No answer.
   *
   * @param kind of trouble
   * @param what happened, in one sentence without a full stop
   */
  record Fault(Kind kind, String what) implements Reply {
    /** The kinds of trouble that a connection may be in. */
    public enum Kind {
      /** There is no such host, or no way to it. */
      UNREACHABLE,
      /** Nothing listens there. */
      REFUSED,
      /** The connection ended before the answer did. */
      RESET,
      TIME_OUT,
      /** The handshake failed, or the certificate is not to be trusted. */
      TLS,
      NOT_HTTP,
      TOO_BIG,
      OTHER
    }
  }
}
