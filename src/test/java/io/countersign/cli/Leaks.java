package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Percent;
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

/** Looks for a secret where none may be, in every form and also for a piece of it. */
public final class Leaks {
  /** So many characters of it in a row are a leak. */
  private static final int PIECE = 9;

  private static final Pattern EMBEDDED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

  private final String secret;
  private final List<String> users;

  /**
   * @param secret none of whose pieces stands anywhere by chance
   * @param users whose password it may be in a Basic header
   */
  public Leaks(String secret, String... users) {
    this.secret = secret;
    this.users = List.of(users);
  }

  /** How somebody may show the secret. */
  List<String> shown() {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(Percent.encode(secret));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    users.forEach(user -> forms.add("Basic " + pair(user)));
    return forms;
  }

  private String pair(String user) {
    byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  /** In lower case, so that fewer need to be looked for. */
  private List<String> forms() {
    List<String> forms = new ArrayList<>();
    shown().stream().filter(form -> !form.startsWith("Basic ")).forEach(forms::add);
    for (String user : users) {
      // What comes before is the user's.
      forms.add(pair(user).substring((user.length() + 1) * 4 / 3 + 2));
    }
    return forms.stream().map(form -> form.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  public void assertNone(String name, String text) {
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

  /**
   * Looks into the reports.
   *
   * @return what was looked at
   */
  public Map<String, String> assertNone(Path reports) throws IOException {
    Map<String, String> written = everything(reports);
    assertThat(written.keySet()).contains("summary.json", "index.html: all");
    written.forEach(this::assertNone);
    return written;
  }

  /** Every file, and whatever stands in the page in base64. */
  private static Map<String, String> everything(Path folder) throws IOException {
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
