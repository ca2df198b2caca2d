package io.countersign.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A mapping read strictly: only the keys that were announced may occur, and each is of the kind
 * that is asked for. Every complaint names file, line and field.
 */
public final class Fields {
  private final Node.Mapping mapping;
  private final String what;

  private Fields(Node.Mapping mapping, String what) {
    this.mapping = mapping;
    this.what = what;
  }

  /**
   * @param what what the mapping describes, with its article, for messages: {@code "a scheme"}
   * @param known every key that it may have
   * @throws InputException if the node is no mapping or has another key
   */
  public static Fields of(Node node, String what, String... known) {
    Fields fields = open(node, what);
    for (Map.Entry<String, Node.Mapping.Field> field : fields.mapping.fields().entrySet()) {
      if (!isAmong(known, field.getKey())) {
        throw InputException.at(
            field.getValue().nameMark(),
            "unknown key '" + field.getKey() + "' in " + what,
            suggestion(field.getKey(), known));
      }
    }
    return fields;
  }

  /** They are few: to look through them is quicker than to make a set of them. */
  private static boolean isAmong(String[] known, String name) {
    for (String candidate : known) {
      if (candidate.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A mapping whose keys are the writer's own, such as header names. */
  public static Fields open(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(mapping, what);
    }
    throw InputException.at(
        node.mark(), what + " is a mapping, and here is " + node.kind(), "write it as key: value");
  }

  public Mark mark() {
    return mapping.mark();
  }

  public boolean has(String name) {
    return mapping.fields().containsKey(name);
  }

  /** The names in the order written. */
  public List<String> names() {
    return List.copyOf(mapping.fields().keySet());
  }

  public Optional<Node> node(String name) {
    Node.Mapping.Field field = mapping.fields().get(name);
    return field == null ? Optional.empty() : Optional.of(field.value());
  }

  /**
   * @throws InputException if the field is missing
   */
  public Node required(String name) {
    Node.Mapping.Field field = mapping.fields().get(name);
    if (field == null) {
      throw InputException.at(
          mark(), what + " lacks the field '" + name + "'", "add '" + name + ":'");
    }
    return field.value();
  }

  public String text(String name) {
    return textOf(required(name), name);
  }

  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public boolean flag(String name, boolean otherwise) {
    return has(name) ? requiredFlag(name) : otherwise;
  }

  public boolean requiredFlag(String name) {
    return flagOf(required(name), name);
  }

  public List<Node> items(String name) {
    return itemsOf(required(name), name);
  }

  public List<Node> optionalItems(String name) {
    return has(name) ? items(name) : List.of();
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node item : optionalItems(name)) {
      texts.add(textOf(item, name));
    }
    return texts;
  }

  /** One of the words of an enumeration, written in lower case with hyphens. */
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    return wordOf(required(name), name, type);
  }

  public <E extends Enum<E>> E word(String name, E otherwise) {
    return has(name) ? word(name, otherwise.getDeclaringClass()) : otherwise;
  }

  /** The word for a constant: {@code HMAC_SHA256} is {@code hmac-sha256}. */
  public static String wordFor(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws InputException if the node is not text (a number where text is due is one: quote it)
   */
  public static String textOf(Node node, String name) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      requireUnicode(scalar, name);
      return scalar.text();
    }
    throw InputException.at(
        node.mark(), "'" + name + "' is text, and here is " + node.kind(), "put it in quotes");
  }

  /** Half a surrogate pair has no bytes in UTF-8, so that something else would be signed. */
  private static void requireUnicode(Node.Scalar scalar, String name) {
    String text = scalar.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw InputException.at(
              scalar.mark(),
              "'" + name + "' holds half a surrogate pair, which is no character",
              "write both halves, or the character itself");
        }
        i++;
      }
    }
  }

  public static List<Node> itemsOf(Node node, String name) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    throw InputException.at(
        node.mark(), "'" + name + "' is a list, and here is " + node.kind(), "write it as a list");
  }

  public static <E extends Enum<E>> E wordOf(Node node, String name, Class<E> type) {
    String text = textOf(node, name);
    Optional<E> constant = constant(text, type);
    if (constant.isEmpty()) {
      String[] words =
          Arrays.stream(type.getEnumConstants()).map(Fields::wordFor).toArray(String[]::new);
      throw InputException.at(
          node.mark(), "'" + name + "' cannot be '" + text + "'", suggestion(text, words));
    }
    return constant.get();
  }

  /** The constant for a word, as {@link #wordFor} writes it. */
  public static <E extends Enum<E>> Optional<E> constant(String word, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (isWordFor(word, constant.name())) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** Compares without writing the word: a vector file names millions of constants. */
  private static boolean isWordFor(String word, String name) {
    if (word.length() != name.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = name.charAt(i);
      char wanted = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
      if (word.charAt(i) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean flagOf(Node node, String name) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.BOOLEAN) {
      return scalar.text().equals("true");
    }
    throw InputException.at(
        node.mark(), "'" + name + "' is true or false, and here is " + node.kind(), "write one");
  }

  /** What to say of a word that is not known: the one it resembles, or all there are. */
  public static String suggestion(String word, String... known) {
    return nearest(word, known)
        .map(candidate -> "did you mean '" + candidate + "'?")
        .orElseGet(() -> "one of " + String.join(", ", new TreeSet<>(Arrays.asList(known))));
  }

  /** The known word that one resembles, if it resembles any. */
  public static Optional<String> nearest(String word, String... known) {
    return Arrays.stream(known)
        .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
        .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
  }

  /** Levenshtein distance, with letters alike in either case. */
  private static int distance(String word, String candidate) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
