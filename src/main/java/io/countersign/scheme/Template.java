package io.countersign.scheme;

import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Text with fields in braces, such as <code>RMT {accesskey}:{signature}</code>: written by filling
 * the fields in, read by finding the text between them.
 */
public final class Template {
  private final String pattern;
  private final Slot[] slots;
  private final String tail;
  private final List<String> fields;

  /** The first word of the text before any field, with the blank behind it: an auth-scheme. */
  private final String word;

  /** What a text has to begin with to be read: that word, or where there is none all before it. */
  private final Octets beginning;

  private final Octets end;

  /** Whether there is one field and nothing around it, as usual for a header of its own. */
  private final boolean isBare;

  /**
   * A field and the text before it.
   *
   * @param mark what of that text a reader looks for
   */
  private record Slot(String before, Octets mark, String field) {}

  private Template(String pattern, List<Slot> slots, String tail) {
    this.pattern = pattern;
    this.slots = slots.toArray(new Slot[0]);
    this.tail = tail;
    List<String> names = new ArrayList<>();
    for (Slot slot : slots) {
      names.add(slot.field());
    }
    this.fields = List.copyOf(names);
    String lead = slots.isEmpty() ? tail : slots.get(0).before();
    this.word = firstWord(lead);
    this.beginning = Octets.of(word.isEmpty() ? lead : word);
    this.end = Octets.of(tail);
    this.isBare = slots.size() == 1 && lead.isEmpty() && tail.isEmpty();
  }

  private static String firstWord(String lead) {
    return lead.substring(0, lead.indexOf(' ') + 1);
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
      String before = pattern.substring(from, open);
      String mark = slots.isEmpty() ? before.substring(firstWord(before).length()) : before;
      slots.add(new Slot(before, Octets.of(mark), pattern.substring(open + 1, close)));
      from = close + 1;
    }
    return Optional.of(new Template(pattern, slots, pattern.substring(from)));
  }

  public List<String> fields() {
    return fields;
  }

  /** The text behind the last field. */
  public Octets end() {
    return end;
  }

  /** Whether there is one field and nothing around it. */
  public boolean isBare() {
    return isBare;
  }

  /**
   * Writes the text with each field's value.
   *
   * @param values gives the value of a field; null leaves the field out, with the text before it
   */
  public String fill(Function<String, @Nullable String> values) {
    Filled filled = new Filled(values, new StringBuilder(pattern.length() + 64));
    write(filled);
    return filled.text().toString();
  }

  /** Takes the text of a template, piece by piece. */
  public interface Writer {
    /** Whether a field is there; one that is not is left out, with the text before it. */
    boolean has(String field);

    void writeText(String text);

    /** Where the value of a field is to stand. */
    void writeField(String field);
  }

  private record Filled(Function<String, @Nullable String> values, StringBuilder text)
      implements Writer {
    @Override
    public boolean has(String field) {
      return values.apply(field) != null;
    }

    @Override
    public void writeText(String fixed) {
      text.append(fixed);
    }

    @Override
    public void writeField(String field) {
      text.append(values.apply(field));
    }
  }

  /** Writes the text piece by piece. */
  public void write(Writer writer) {
    for (Slot slot : slots) {
      if (writer.has(slot.field())) {
        writer.writeText(slot.before());
        writer.writeField(slot.field());
      } else if (slot == slots[0]) {
        writer.writeText(word);
      }
    }
    writer.writeText(tail);
  }

  /**
   * Reads a text. Where the text before a field is not found, that field is missing from the result
   * and the one before it extends further, so that what is missing can be told.
   *
   * @return the fields that are there, or nothing where the text does not begin or end as the
   *     template does
   */
  public Optional<Map<String, String>> read(String text) {
    Octets[] values = new Octets[slots.length];
    if (!read(Octets.of(text), values, IntStream.range(0, slots.length).toArray())) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        found.put(fields.get(i), values[i].text());
      }
    }
    return Optional.of(found);
  }

  /**
   * Reads a text as {@link #read(String)} does.
   *
   * @param values takes the value of each field that is there
   * @param indices where each field's value goes
   * @return whether the text begins and ends as the template does
   */
  public boolean read(Octets text, @Nullable Octets[] values, int[] indices) {
    if (isBare) {
      values[indices[0]] = text;
      return true;
    }
    if (slots.length == 0) {
      return text.equals(end);
    }
    int length = text.length() - end.length();
    if (!text.has(beginning, 0) || length < word.length() || !text.has(end, length)) {
      return false;
    }
    int open = -1;
    int position = word.length();
    for (int i = 0; i < slots.length; i++) {
      Octets mark = slots[i].mark();
      int at =
          text.indexOf(
              mark, position, i == 0 ? Math.min(position + mark.length(), length) : length);
      if (at >= 0) {
        if (open >= 0) {
          values[indices[open]] = text.slice(position, at);
        }
        open = i;
        position = at + mark.length();
      }
    }
    if (open >= 0) {
      values[indices[open]] = text.slice(position, length);
    }
    return true;
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
