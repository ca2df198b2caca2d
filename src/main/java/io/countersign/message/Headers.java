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
    List<String> values = new ArrayList<>(1);
    for (Header header : all) {
      if (header.isNamed(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    for (Header header : all) {
      if (header.isNamed(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  public Headers with(String name, String value) {
    List<Header> more = new ArrayList<>(all);
    more.add(new Header(name, value));
    return new Headers(more);
  }

  public Headers without(String name) {
    return has(name)
        ? new Headers(all.stream().filter(header -> !header.isNamed(name)).toList())
        : this;
  }
}
