package io.countersign.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Text with fields in braces, such as <code>RMT {accesskey}:{signature}</code>: written by filling
 * the fields in, read by finding the text between them.
 */
public final class Template {
  private final String pattern;
  private final List<Slot> slots;
  private final String tail;

  /** A field and the text before it. */
  private record Slot(String before, String field) {}

  private Template(String pattern, List<Slot> slots, String tail) {
    this.pattern = pattern;
    this.slots = List.copyOf(slots);
    this.tail = tail;
  }

  /**
   * @return the template, or nothing where the braces do not pair or two fields touch
   */
  public static Optional<Template> parse(String pattern) {
    List<Slot> slots = new ArrayList<>();
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      boolean touching = !slots.isEmpty() && open == from;
      if (close < open + 2 || touching) {
        return Optional.empty();
      }
      slots.add(new Slot(pattern.substring(from, open), pattern.substring(open + 1, close)));
      from = close + 1;
    }
    return Optional.of(new Template(pattern, slots, pattern.substring(from)));
  }

  public List<String> fields() {
    return slots.stream().map(Slot::field).toList();
  }

  /**
   * Writes the text with each field's value.
   *
   * @param values gives the value of a field; null leaves the field out, with the text before it
   */
  public String fill(Function<String, @Nullable String> values) {
    StringBuilder text = new StringBuilder(pattern.length() + 64);
    for (Slot slot : slots) {
      String value = values.apply(slot.field());
      if (value != null) {
        text.append(slot.before()).append(value);
      } else if (slot == slots.get(0)) {
        text.append(authScheme());
      }
    }
    return text.append(tail).toString();
  }

  /** The first word with the blank behind it, where the text begins with one before any field. */
  private String authScheme() {
    String lead = slots.isEmpty() ? tail : slots.get(0).before();
    return lead.substring(0, lead.indexOf(' ') + 1);
  }

  /**
   * Reads a text. Where the text before a field is not found, that field is missing from the result
   * and the one before it extends further, so that what is missing can be told.
   *
   * @return the fields that are there, or nothing where the text does not begin or end as the
   *     template does
   */
  public Optional<Map<String, String>> read(String text) {
    String lead = slots.isEmpty() ? tail : slots.get(0).before();
    String word = authScheme();
    if (!text.startsWith(word.isEmpty() ? lead : word)
        || !text.endsWith(tail)
        || text.length() < word.length() + tail.length()) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    String open = "";
    int position = word.length();
    for (Slot slot : slots) {
      boolean first = slot == slots.get(0);
      String before = first ? slot.before().substring(word.length()) : slot.before();
      int at = text.indexOf(before, position);
      if (at < 0 || first && at != position) {
        continue;
      }
      if (!open.isEmpty()) {
        found.put(open, text.substring(position, at));
      }
      open = slot.field();
      position = at + before.length();
    }
    if (!open.isEmpty()) {
      found.put(open, text.substring(position, text.length() - tail.length()));
    }
    return Optional.of(found);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && pattern.equals(template.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /** The template as written. */
  @Override
  public String toString() {
    return pattern;
  }
}
