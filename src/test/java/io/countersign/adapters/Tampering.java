package io.countersign.adapters;

import io.countersign.document.InputException;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Secret;
import io.countersign.target.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One change to a signed request, to the clock that it is judged by, or to what its judge knows.
 * Some changes are covered by the signature and some are not: which, the judges have to agree upon.
 */
final class Tampering {
  private static final String CHARACTERS = "aZ09%&=?+/.:, ~";

  private final Random random;

  private Tampering(Random random) {
    this.random = random;
  }

  /** The same seed and number make the same change. */
  static Call of(Call sent, long seed, int number) {
    Random random = new Random(seed * 2_000_003 + number);
    random.nextLong();
    return new Tampering(random).of(sent);
  }

  private Call of(Call sent) {
    return switch (random.nextInt(10)) {
      case 0 -> at(sent, random.nextInt(1_000_000_000));
      case 1 -> at(sent, (pick(300, 1800, -1) * 1_000_000_000L) + pick(-1, 0, 1));
      case 2 -> knowing(sent, credentials(sent));
      default -> with(sent, changed(sent.request()));
    };
  }

  private HttpRequest changed(HttpRequest request) {
    try {
      return switch (random.nextInt(7)) {
        case 0 -> request.withMethod(changed(request.method()));
        case 1, 2 -> request.withUrl(changed(request.url()));
        case 3 -> request.withBody(changed(request.body()));
        default -> request.withHeaders(changed(request.headers()));
      };
    } catch (InputException e) {
      // No request could be like that.
      return request;
    }
  }

  private RequestUrl changed(RequestUrl url) {
    return RequestUrl.parse(changed(url.toString()));
  }

  /** One character replaced, left out, or there twice. */
  private String changed(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    String other = "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    String middle =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> text.charAt(at) + other;
          default -> other;
        };
    return text.substring(0, at) + middle + text.substring(at + 1);
  }

  private Octets changed(Octets body) {
    byte[] bytes = body.toBytes();
    if (bytes.length == 0) {
      return Octets.of("x");
    }
    bytes[random.nextInt(bytes.length)] ^= 1;
    return Octets.of(bytes);
  }

  private Headers changed(Headers headers) {
    if (headers.all().isEmpty()) {
      return headers.with("X-Further", "1");
    }
    List<Header> all = new ArrayList<>(headers.all());
    int at = random.nextInt(all.size());
    Header one = all.get(at);
    switch (random.nextInt(5)) {
      case 0 -> all.remove(at);
      case 1 -> all.add(one);
      case 2 -> all.set(at, new Header(one.name().toUpperCase(Locale.ROOT), one.value()));
      default -> all.set(at, new Header(one.name(), changed(one.value())));
    }
    return new Headers(all);
  }

  private Credentials credentials(Call sent) {
    List<CredentialField> fields = sent.scheme().credentialFields();
    CredentialField field = fields.get(random.nextInt(fields.size()));
    return field.role() == CredentialRole.SECRET
        ? sent.credentials().withSecret(field.name(), Secret.of(field.name(), "quite another"))
        : sent.credentials().withText(field.name(), "another");
  }

  private static Call at(Call sent, long nanos) {
    return new Call(
        sent.scheme(),
        sent.profile(),
        sent.credentials(),
        sent.time().plus(Duration.ofNanos(nanos)),
        sent.request());
  }

  private static Call knowing(Call sent, Credentials known) {
    return new Call(sent.scheme(), sent.profile(), known, sent.time(), sent.request());
  }

  private static Call with(Call sent, HttpRequest request) {
    return new Call(sent.scheme(), sent.profile(), sent.credentials(), sent.time(), request);
  }

  private int pick(int... from) {
    return from[random.nextInt(from.length)];
  }
}
