package io.countersign.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            Suggestion.of(field.getKey(), known));
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
    Optional<E> constant = EnumWord.constant(text, type);
    if (constant.isEmpty()) {
      String[] words =
          Arrays.stream(type.getEnumConstants()).map(EnumWord::of).toArray(String[]::new);
      throw InputException.at(
          node.mark(), "'" + name + "' cannot be '" + text + "'", Suggestion.of(text, words));
    }
    return constant.get();
  }

  private static boolean flagOf(Node node, String name) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.BOOLEAN) {
      return scalar.text().equals("true");
    }
    throw InputException.at(
        node.mark(), "'" + name + "' is true or false, and here is " + node.kind(), "write one");
  }
}
