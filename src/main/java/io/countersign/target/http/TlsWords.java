package io.countersign.target.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why there is no TLS connection, in words to follow a colon. */
final class TlsWords {
  private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:: )?");

  private TlsWords() {}

  static String of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof CertPathBuilderException) {
        return "no authority that is known here vouches for its certificate (--cacert FILE adds"
            + " one)";
      }
      Optional<String> untimely =
          t instanceof CertPathValidatorException e ? untimely(e) : Optional.empty();
      if (untimely.isPresent()) {
        return untimely.get();
      }
    }
    String said = String.valueOf(thrown.getMessage());
    if (said.contains("SSL message")) {
      return "the port answers, and does not speak TLS: try http:// in place of https://";
    }
    // Java's own words are good enough, but for the names of its classes.
    String words = CLASS.matcher(said).replaceAll("").strip();
    return thrown.getMessage() == null || words.isEmpty() ? "the handshake failed" : words;
  }

  /** A certificate of the chain that the server sent, which is not valid at this time. */
  private static Optional<String> untimely(CertPathValidatorException invalid) {
    boolean expired = invalid.getReason() == BasicReason.EXPIRED;
    if (!expired && invalid.getReason() != BasicReason.NOT_YET_VALID) {
      return Optional.empty();
    }
    List<? extends Certificate> chain =
        invalid.getCertPath() == null ? List.of() : invalid.getCertPath().getCertificates();
    int index = invalid.getIndex();
    String whose = index > 0 ? "a certificate of the server's chain" : "the server's certificate";
    boolean known =
        index >= 0 && index < chain.size() && chain.get(index) instanceof X509Certificate;
    if (!known) {
      return Optional.of(whose + (expired ? " has expired" : " is not valid yet"));
    }
    X509Certificate certificate = (X509Certificate) chain.get(index);
    return Optional.of(
        whose
            + (expired
                ? " expired at " + certificate.getNotAfter().toInstant()
                : " is not valid before " + certificate.getNotBefore().toInstant()));
  }
}
