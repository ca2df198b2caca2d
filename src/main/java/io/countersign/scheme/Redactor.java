package io.countersign.scheme;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.countersign.message.Percent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of whatever is about to be shown or written, in every form in which they could
 * stand there: plain, base64, hexadecimal, percent-encoded, as in an HTML form, inside a JSON
 * string, or as the password of a Basic header.
 */
public final class Redactor {
  /** Takes nothing out. */
  public static final Redactor NONE = new Redactor(List.of(), BasicPairs.of(List.of()));

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
  private static final String REPLACEMENT = "[redacted]";

  /** Fewer characters of a secret tell nothing, and would be found everywhere. */
  private static final int SHORTEST_PIECE = 4;

  /** A shorter piece of base64 would be found where no secret is. */
  private static final int SHORTEST_CORE = 8;

  /** Programs that encode base64 break its lines behind 60, 64 or 76 characters. */
  private static final int SHORTEST_LINE = 60;

  /** What passes through as many hands as encode it does not occur. */
  private static final int MOST_ENCODINGS = 3;

  private final List<String> forms;
  private final List<String> breakable;
  private final BasicPairs pairs;

  /** Blanks are written as plus signs in HTML forms. */
  private final boolean holdBlanks;

  private Redactor(Collection<String> forms, BasicPairs pairs) {
    this.pairs = pairs;
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort((one, other) -> Integer.compare(other.length(), one.length()));
    this.forms = longestFirst;
    this.breakable =
        longestFirst.stream()
            .filter(form -> form.length() > SHORTEST_LINE && form.indexOf(' ') < 0)
            .toList();
    this.holdBlanks = forms.stream().anyMatch(form -> form.indexOf(' ') >= 0);
  }

  /** A redactor for all secrets of the given credentials. */
  public static Redactor of(Collection<Credentials> all) {
    Set<String> forms = new LinkedHashSet<>();
    Set<String> users = new LinkedHashSet<>();
    for (Credentials credentials : all) {
      users.addAll(credentials.openFields().values());
      for (Secret secret : credentials.secrets()) {
        String text = secret.reveal();
        addForms(text, forms);
        credentials.openFields().values().forEach(user -> addBase64(user + ":" + text, forms));
      }
    }
    return new Redactor(forms, BasicPairs.of(users));
  }

  /**
   * A redactor for the credentials of each scheme that are not its published examples: those are no
   * secrets, and to take them out would only make texts unreadable, or wrong.
   */
  public static Redactor sparingExamples(Map<Scheme, Credentials> parties) {
    return of(
        parties.entrySet().stream()
            .filter(party -> !party.getValue().equals(Credentials.examples(party.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  /**
   * A redactor for those secrets of a party that stand nowhere by chance: long ones, of which no
   * open field tells what they are.
   */
  public static Redactor ofLong(Credentials credentials) {
    Set<String> forms = new LinkedHashSet<>();
    for (Secret secret : credentials.secrets()) {
      String text = secret.reveal();
      boolean open = credentials.openFields().values().stream().anyMatch(one -> one.contains(text));
      if (text.length() >= SHORTEST_CORE && !open) {
        addForms(text, forms);
      }
    }
    return new Redactor(forms, BasicPairs.of(List.of()));
  }

  private static void addForms(String text, Set<String> forms) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(text);
    addQuoted(text, forms);
    addEscaped(text, forms);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    addBase64(text, forms);
    addBase64Cores(bytes, forms);
  }

  /** As JSON strings hold it, and as a JSON string holds those: what an adapter is told is JSON. */
  private static void addQuoted(String text, Set<String> forms) {
    Set<String> once = quoted(text);
    forms.addAll(once);
    once.forEach(form -> forms.addAll(quoted(form)));
  }

  private static Set<String> quoted(String text) {
    String plain = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    StringBuilder ascii = new StringBuilder();
    plain.chars().forEach(c -> ascii.append(c < 0x7F ? (char) c : "\\u%04x".formatted(c)));
    return new LinkedHashSet<>(
        List.of(
            plain,
            ascii.toString(),
            ascii.toString().replace("/", "\\/"),
            // Between single quotes, as scripting languages show text.
            text.replace("\\", "\\\\")));
  }

  /** The characters that base64 of any longer text holds where the secret stands in it. */
  private static void addBase64Cores(byte[] bytes, Set<String> forms) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      if (to - from >= SHORTEST_CORE) {
        forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
        forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
      }
    }
  }

  private static void addBase64(String text, Set<String> forms) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    addEscaped(Base64.getEncoder().encodeToString(bytes), forms);
  }

  /** Escapes in upper case, as we write them, and in lower case, as others do. */
  private static void addEscaped(String text, Set<String> forms) {
    String escaped = Percent.encode(text);
    forms.add(escaped);
    forms.add(ESCAPE.matcher(escaped).replaceAll(hit -> hit.group().toLowerCase(Locale.ROOT)));
  }

  /** Whether a secret stands in a text. */
  public boolean finds(String text) {
    return !redact(text).equals(text);
  }

  public String redact(String text) {
    String redacted = text;
    for (String form : forms) {
      redacted = redacted.replace(form, REPLACEMENT);
    }
    redacted = withoutBroken(redacted);
    redacted = pairs.without(redacted, REPLACEMENT);
    return forms.isEmpty() ? redacted : withoutEscaped(redacted);
  }

  /** What was written in several lines, and perhaps put into one with blanks between. */
  private String withoutBroken(String text) {
    if (breakable.isEmpty()) {
      return text;
    }
    BitSet taken = new BitSet();
    Unescaped unbroken = Unescaped.of(text).unbroken();
    for (String form : breakable) {
      unbroken.mark(form, taken);
    }
    return taken.isEmpty() ? text : Unescaped.replaced(text, taken, REPLACEMENT);
  }

  /** Whatever of a form was percent-encoded, and however often; or as HTML forms are. */
  private String withoutEscaped(String text) {
    if (text.indexOf('%') < 0 && (!holdBlanks || text.indexOf('+') < 0)) {
      return text;
    }
    BitSet taken = new BitSet();
    Unescaped last = null;
    Unescaped next = Unescaped.of(text);
    for (int i = 0; i <= MOST_ENCODINGS && next != last; i++) {
      for (String form : forms) {
        next.mark(form, taken);
      }
      last = next;
      next = last.decoded();
    }
    return taken.isEmpty() ? text : Unescaped.replaced(text, taken, REPLACEMENT);
  }

  /** The same for a text that was cut out of a longer one, perhaps in the middle of a secret. */
  public String redactPiece(String text) {
    String redacted = redact(text);
    for (String form : forms) {
      if (text.length() >= SHORTEST_PIECE && form.contains(text)) {
        return REPLACEMENT;
      }
      redacted = withoutEndOf(form, withoutBeginningOf(form, redacted));
    }
    return redacted;
  }

  private static String withoutEndOf(String form, String text) {
    for (int i = Math.min(form.length() - 1, text.length()); i >= SHORTEST_PIECE; i--) {
      if (text.startsWith(form.substring(form.length() - i))) {
        return REPLACEMENT + text.substring(i);
      }
    }
    return text;
  }

  private static String withoutBeginningOf(String form, String text) {
    for (int i = Math.min(form.length() - 1, text.length()); i >= SHORTEST_PIECE; i--) {
      if (text.endsWith(form.substring(0, i))) {
        return text.substring(0, text.length() - i) + REPLACEMENT;
      }
    }
    return text;
  }
}
