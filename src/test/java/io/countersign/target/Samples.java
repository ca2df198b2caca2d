package io.countersign.target;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.target.vendor.Exchange;
import io.countersign.target.vendor.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;

/** Schemes, and requests signed under them with their example credentials. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  private Samples() {}

  public static Scheme scheme(String id) {
    return Schemes.in(List.of(TestSchemes.features())).scheme(id);
  }

  public static Registration registration(String id) {
    Scheme scheme = scheme(id);
    return new Registration(scheme, Profile.DOCUMENTED, Credentials.examples(scheme));
  }

  /** The first resource of a scheme, unsigned. */
  public static HttpRequest first(Scheme scheme) {
    Resource resource = scheme.service().resources().get(0);
    Credentials credentials = Credentials.examples(scheme);
    String target = resource.target().fill(credentials::text);
    return new HttpRequest(
        resource.method(),
        RequestUrl.parse(scheme.service().base() + target),
        Headers.NONE,
        Octets.of(resource.body()));
  }

  public static HttpRequest signed(Scheme scheme, HttpRequest request) {
    return Signer.of(scheme.rules(Profile.DOCUMENTED), Credentials.examples(scheme))
        .sign(request, NOW)
        .request();
  }

  public static HttpRequest signedFirst(String id) {
    Scheme scheme = scheme(id);
    return signed(scheme, first(scheme));
  }

  public static Call call(String id, HttpRequest request) {
    Scheme scheme = scheme(id);
    return new Call(scheme, Profile.DOCUMENTED, Credentials.examples(scheme), NOW, request);
  }

  /** For a mock vendor that answers as it would, and shows each exchange. */
  public static UnaryOperator<Exchange> seenBy(Queue<Exchange> observer) {
    return exchange -> {
      observer.add(exchange);
      return exchange;
    };
  }
}
