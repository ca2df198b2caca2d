package io.countersign.scheme;

import io.countersign.message.Percent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of whatever is about to be shown or written, in every form in which they could
 * stand there: plain, base64, hexadecimal, percent-encoded, or as the password of a Basic header.
 */
public final class Redactor {
  /** Takes nothing out. */
  public static final Redactor NONE = new Redactor(List.of());

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
  private static final String REPLACEMENT = "[redacted]";

  private final List<String> forms;

  private Redactor(Collection<String> forms) {
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort(Comparator.comparing(String::length).reversed());
    this.forms = longestFirst;
  }

  /** A redactor for all secrets of the given credentials. */
  public static Redactor of(Collection<Credentials> all) {
    Set<String> forms = new LinkedHashSet<>();
    for (Credentials credentials : all) {
      for (Secret secret : credentials.secrets()) {
        String text = secret.reveal();
        addForms(text, forms);
        credentials
            .openFields()
            .values()
            .forEach(user -> addBase64(user + ":" + text, forms));
      }
    }
    return new Redactor(forms);
  }

  private static void addForms(String text, Set<String> forms) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(text);
    addEscaped(text, forms);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    addBase64(text, forms);
  }

  private static void addBase64(String text, Set<String> forms) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    addEscaped(Base64.getEncoder().encodeToString(bytes), forms);
  }

  /** Escapes in upper case, as we write them, and in lower case, as others do. */
  private static void addEscaped(String text, Set<String> forms) {
    String escaped = Percent.encode(text);
    forms.add(escaped);
    forms.add(
        ESCAPE.matcher(escaped).replaceAll(hit -> hit.group().toLowerCase(Locale.ROOT)));
  }

  public String redact(String text) {
    String redacted = text;
    for (String form : forms) {
      redacted = redacted.replace(form, REPLACEMENT);
    }
    return redacted;
  }
}
