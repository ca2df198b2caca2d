package io.countersign.adapters;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Schemes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The example server, running. */
record IndependentServer(Process process, String url) implements AutoCloseable {
  /** With the credentials of the scheme's own examples. */
  static IndependentServer start(String scheme, Profile profile) throws IOException {
    return start(
        scheme,
        profile,
        Schemes.in(List.of(Programs.HOME.resolve("features")))
            .scheme(scheme)
            .credentialFields()
            .stream()
            .collect(
                Collectors.toMap(
                    field -> "COUNTERSIGN_" + field.name().toUpperCase(Locale.ROOT),
                    CredentialField::example)));
  }

  /** Skips the test where there is no Python. */
  static IndependentServer start(String scheme, Profile profile, Map<String, String> variables)
      throws IOException {
    Programs.need("python3");
    ProcessBuilder builder =
        new ProcessBuilder(
                "python3",
                Programs.HOME.resolve("src/adapters/server/server.py").toString(),
                scheme,
                "--profile",
                profile.name().toLowerCase(Locale.ROOT))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    Process process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = Objects.requireNonNull(lines.readLine(), "the server does not listen");
    return new IndependentServer(process, line.replace("listening on ", ""));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
