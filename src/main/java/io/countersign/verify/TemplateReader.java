package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.scheme.Template;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads many texts by one template. What stands before the last field, which is mostly the
 * signature, is the same in all requests of one party and one second: it is read once, and known by
 * its bytes after that.
 */
final class TemplateReader {
  private final Template template;
  private final int[] indices;

  /** One that was read of late; any thread may put a newer one here. */
  private volatile @Nullable Lead last;

  private final EveryEighth remembered = new EveryEighth();

  /**
   * All before the value of the last field.
   *
   * @param fields the values of the others
   */
  private record Lead(Octets raw, Octets[] fields) {}

  /**
   * @param indices where the value of each field goes
   */
  TemplateReader(Template template, int[] indices) {
    this.template = template;
    this.indices = indices;
  }

  boolean isBare() {
    return template.isBare();
  }

  /** Whether the field is one of those before the last, which are remembered. */
  boolean remembers(int field) {
    for (int i = 0; i < indices.length - 1; i++) {
      if (indices[i] == field) {
        return true;
      }
    }
    return false;
  }

  /** Reads a text as {@link Template#read} does. */
  boolean read(Octets text, @Nullable Octets[] values) {
    return indices.length > 1 ? readAgain(text, values) : template.read(text, values, indices);
  }

  private boolean readAgain(Octets text, @Nullable Octets[] values) {
    Lead lead = last;
    int end = text.length() - template.end().length();
    if (lead != null
        && end >= lead.raw().length()
        && text.has(lead.raw(), 0)
        && text.has(template.end(), end)) {
      Octets[] others = lead.fields();
      for (int i = 0; i < others.length; i++) {
        values[indices[i]] = others[i];
      }
      values[indices[others.length]] = text.slice(lead.raw().length(), end);
      return true;
    }
    boolean isRead = template.read(text, values, indices);
    if (isRead && remembered.isNext()) {
      remember(text);
    }
    return isRead;
  }

  private void remember(Octets text) {
    @Nullable Octets[] values = new Octets[indices.length];
    template.read(text, values, IntStream.range(0, values.length).toArray());
    Octets[] others = new Octets[values.length - 1];
    for (int i = 0; i < others.length; i++) {
      if (values[i] == null) {
        return;
      }
      others[i] = copy(values[i]);
    }
    Octets signature = values[others.length];
    if (signature != null) {
      int length = text.length() - template.end().length() - signature.length();
      last = new Lead(copy(text.slice(0, length)), others);
    }
  }

  /** So that what is remembered is neither the whole request nor its signature. */
  private static Octets copy(Octets part) {
    return Octets.of(part.toBytes());
  }
}
