package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.cli.OutsideRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an adapter spreads what it was told, no report and no console shows a secret. */
class SecretsOfAdaptersTest {
  /** With characters that formats escape; none of its pieces stands anywhere by chance. */
  private static final String SECRET =
      "Qz7-vK2\"mX9/pL4\\wR8+tB5&nH3<jF6>yD1=gS0%cA_eU.oI~kW:rE|fZ";

  /** So many characters of it in a row are a leak. */
  private static final int PIECE = 9;

  private static final Pattern EMBEDDED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stderr",
        "error",
        "reason",
        "skipped",
        "no-protocol",
        "half-line",
        "header",
        "name"
      })
  void certify_keepsSecretsOut(String mode) throws IOException {
    Programs.need("python3");
    String command =
        "python3 %s %s %s"
            .formatted(
                Programs.quoted(Programs.resource("talkative.py")),
                Programs.quoted(Example.PYTHON.file()),
                mode);

    OutsideRun run =
        OutsideRun.of(
            Map.of(
                "COUNTERSIGN_ACCESSKEY", "open-key",
                "COUNTERSIGN_SECRETKEY", SECRET,
                "COUNTERSIGN_ACCOUNT", "club"),
            "rmtrack",
            "ticketmatic-basic",
            "--only",
            "rmtrack/covers-path,rmtrack/timestamp-form,ticketmatic-basic/leaves-path-open",
            "--adapter",
            command,
            "--reports",
            folder.toString());

    assertThat(run.status()).isIn(0, 1, 3);
    assertSilent("console", run.console());
    Map<String, String> written = everything();
    assertThat(written.keySet()).anyMatch(name -> name.startsWith("index.html: "));
    written.forEach(SecretsOfAdaptersTest::assertSilent);
    if (!mode.equals("name")) {
      // Else this would pass for reports that leave everything out.
      assertThat(written.get("summary.json") + written.get("index.html: all"))
          .contains("[redacted]");
    }
  }

  private static void assertSilent(String name, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String form : forms()) {
      for (int i = 0; i + PIECE <= form.length(); i++) {
        String piece = form.substring(i, i + PIECE);
        assertThat(lower.contains(piece))
            .as("%s holds '%s' of a form of the secret", name, piece)
            .isFalse();
      }
    }
  }

  /** In lower case, so that fewer need to be looked for. */
  private static List<String> forms() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(SECRET);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(Base64.getEncoder().encodeToString(bytes));
    for (String user : List.of("open-key", "somebody")) {
      byte[] both = (user + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
      String pair = Base64.getEncoder().encodeToString(both);
      // What comes before is the user's.
      forms.add(pair.substring((user.length() + 1) * 4 / 3 + 2));
    }
    return forms.stream().map(form -> form.toLowerCase(Locale.ROOT)).toList();
  }

  /** Every file, and whatever stands in the page in base64. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    StringBuilder decoded = new StringBuilder();
    Matcher matcher = EMBEDDED.matcher(all.remove("index.html"));
    while (matcher.find()) {
      decoded.append(decoded(matcher.group())).append('\n');
    }
    all.put("index.html: all", decoded.toString());
    return all;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }
}
