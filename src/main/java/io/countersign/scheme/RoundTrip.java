package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.message.Header;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Credentials travel in texts that a verifier takes apart again. Where a value does not come back
 * as it was sent, requests are signed that nobody can accept.
 *
 * <p>A value that is refused is not shown: what has a colon in it may be a key with its secret.
 */
public final class RoundTrip {
  /** What stands in the other fields. */
  private static final String OTHER = "0";

  private RoundTrip() {}

  /**
   * @throws InputException if a field that is no secret would arrive as something else, or the
   *     secret is not in the encoding of a key, by the rules of every profile
   */
  public static void require(Scheme scheme, Credentials credentials) {
    InputException problem = null;
    for (Profile profile : Profile.values()) {
      problem = problem(scheme.rules(profile), credentials);
      if (problem == null) {
        return;
      }
    }
    if (problem != null) {
      throw problem;
    }
  }

  private static @Nullable InputException problem(SigningRules rules, Credentials credentials) {
    try {
      if (rules.proof() instanceof Proof.Mac mac) {
        credentials.secret(mac.secretField()).key(mac.keyEncoding());
      }
      if (rules.proof() instanceof Proof.Password password) {
        requireUser(password.userField(), credentials.text(password.userField()));
      }
      for (Placement placement : rules.sent()) {
        require(placement, credentials);
      }
      return null;
    } catch (InputException e) {
      return e;
    }
  }

  /** A colon ends the user's name (RFC 7617, section 2). */
  private static void requireUser(String field, String user) {
    int colon = user.indexOf(':');
    if (colon >= 0) {
      throw refused(field, user.substring(0, colon), "Basic authentication");
    }
  }

  private static void require(Placement placement, Credentials credentials) {
    Template template = placement.value();
    int fields = template.fields().size();
    @Nullable Octets[] read = new Octets[fields];
    int[] indices = new int[fields];
    for (int i = 0; i < fields; i++) {
      indices[i] = i;
    }
    template.read(arrived(placement, template.fill(new Sent(credentials))), read, indices);
    for (int i = 0; i < fields; i++) {
      String field = template.fields().get(i);
      String arrived = read[i] == null ? "" : read[i].text();
      if (credentials.isOpen(field) && !arrived.equals(credentials.text(field))) {
        throw refused(field, arrived, carrier(placement));
      }
    }
  }

  private record Sent(Credentials credentials) implements Function<String, @Nullable String> {
    @Override
    public String apply(String field) {
      return credentials.isOpen(field) ? credentials.text(field) : OTHER;
    }
  }

  /** What a verifier has of a text to read the fields from. */
  private static Octets arrived(Placement placement, String text) {
    if (placement instanceof Placement.InHeader header) {
      return new Header(header.name(), text).octets();
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    String written = query.written() == Placement.Escaping.PERCENT ? Percent.encode(text) : text;
    Octets rest = sent(written, placement);
    Octets value = query.last() ? rest : rest.slice(0, rest.next('&', 0, rest.length()));
    return query.read() == Placement.Escaping.PERCENT ? Percent.decode(value) : value;
  }

  private static Octets sent(String written, Placement placement) {
    try {
      return RequestUrl.parse("http://localhost/?" + written).queryOctets();
    } catch (InputException e) {
      throw InputException.of(
          carrier(placement) + " is sent raw, and cannot carry the credentials that were given",
          "white space, control characters and # have no place in a URL");
    }
  }

  private static String carrier(Placement placement) {
    return placement instanceof Placement.InHeader header
        ? "the header " + header.name() + ": " + header.value()
        : "the parameter " + ((Placement.InQuery) placement).name() + "=" + placement.value();
  }

  private static InputException refused(String field, String arrived, String carrier) {
    return InputException.of(
        "the credential '" + field + "' is one that " + carrier + " cannot carry",
        arrived.isEmpty()
            ? "it would not arrive at all"
            : "it would arrive as '" + arrived + "': give it as the vendor issued it");
  }
}
