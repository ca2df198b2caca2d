package io.countersign.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in the order of the message, with their repetitions. */
public record Headers(List<Header> all) {
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    all = List.copyOf(all);
  }

  /** The values of every field of that name, in order. */
  public List<String> values(String name) {
    List<String> values = List.of();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isNamed(name)) {
        values = longer(values, all.get(i).value());
      }
    }
    return values;
  }

  private static List<String> longer(List<String> values, String value) {
    // Nearly always there is one at most.
    if (values.isEmpty()) {
      return List.of(value);
    }
    List<String> more = new ArrayList<>(values);
    more.add(value);
    return more;
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    int index = indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(all.get(index).value());
  }

  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  private int indexOf(String name) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isNamed(name)) {
        return i;
      }
    }
    return -1;
  }

  public Headers with(String name, String value) {
    return with(new Header(name, value));
  }

  /** The same with one more, behind the others. */
  public Headers with(Header header) {
    Header[] more = all.toArray(new Header[all.size() + 1]);
    more[all.size()] = header;
    return new Headers(List.of(more));
  }

  public Headers without(String name) {
    return has(name)
        ? new Headers(all.stream().filter(header -> !header.isNamed(name)).toList())
        : this;
  }
}
