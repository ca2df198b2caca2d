package io.countersign.steps;

import io.countersign.target.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a scenario comes from. A feature runs once in each role that the target has, and says so in
 * its URI: {@code file:/…/query-order.feature?scheme=…&role=verifier}.
 */
record Source(String scheme, Role role) {
  private static final String DERIVED = "derived";

  /** The URI of what the suite derives from a scheme. */
  static URI derived(String scheme) {
    return URI.create(DERIVED + ":/" + scheme + ".feature");
  }

  URI in(URI file) {
    return URI.create(file + "?scheme=" + scheme + "&role=" + role.name().toLowerCase(Locale.ROOT));
  }

  static Source of(URI uri) {
    String text = uri.toString();
    int scheme = text.lastIndexOf("?scheme=");
    int role = text.lastIndexOf("&role=");
    return new Source(
        text.substring(scheme + "?scheme=".length(), role),
        Role.valueOf(text.substring(role + "&role=".length()).toUpperCase(Locale.ROOT)));
  }

  /** The file without what we added to its URI. */
  static String file(URI uri) {
    String text = uri.toString();
    return text.substring(0, text.lastIndexOf("?scheme="));
  }

  /** Whether the suite wrote the feature itself, and no person did. */
  static boolean isDerived(URI uri) {
    return uri.getScheme().equals(DERIVED);
  }

  /** The same as a person writes it. */
  static String path(URI uri) {
    String file = file(uri);
    return file.startsWith("file:") ? Path.of(URI.create(file)).toString() : file;
  }
}
