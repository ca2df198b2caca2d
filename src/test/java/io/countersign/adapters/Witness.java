package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.Call;
import io.countersign.target.Signed;
import io.countersign.target.adapter.AdapterTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An example adapter that is asked whether it agrees. It shares no code with the product: neither
 * how a string to sign is composed, nor a MAC, nor a clock, nor even a language.
 *
 * @param name which, for messages
 * @param target the running program
 */
record Witness(String name, AdapterTarget target) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Starts it; skips the test where its language is missing. */
  static Witness of(Example example, Profile profile) {
    String command = example.command();
    AdapterTarget.Greeting greeting =
        AdapterTarget.start(
            profile == Profile.DEPLOYED ? "env ADAPTER_PROFILE=deployed " + command : command,
            PATIENCE,
            Clock.systemUTC());
    assertThat(greeting).isInstanceOf(AdapterTarget.Greeting.Ready.class);
    return new Witness(example.toString(), ((AdapterTarget.Greeting.Ready) greeting).target());
  }

  /** The request as it signs it, {@link #written}, or in words why it does not. */
  String sign(Call call) {
    Signed signed = target.signer().orElseThrow().sign(call);
    return signed instanceof Signed.Done done ? written(done.request()) : signed.toString();
  }

  /** {@code accepted}, or {@code rejected as} and the reason. */
  String verdict(Call call) {
    return target.verifier().orElseThrow().judge(call).words();
  }

  /**
   * A request in one text, so that those which are the same on the wire are equal: names of headers
   * have no case, and an empty path goes out as a slash.
   */
  static String written(HttpRequest request) {
    Map<String, List<String>> headers = new TreeMap<>();
    request
        .headers()
        .all()
        .forEach(
            header ->
                headers
                    .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(header.value()));
    return request.method()
        + " "
        + request.url().scheme()
        + "://"
        + request.url().authority()
        + request.target()
        + " "
        + headers
        + " "
        + (request.body().isText()
            ? request.body().text()
            : HexFormat.of().formatHex(request.body().toBytes()));
  }

  @Override
  public void close() {
    target.close();
  }
}
