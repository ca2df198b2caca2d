package io.countersign.message;

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
    return all.stream().filter(header -> header.isNamed(name)).map(Header::value).toList();
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    int index = next(name, 0);
    return index < 0 ? Optional.empty() : Optional.of(all.get(index).value());
  }

  /** The value of the field at an index. */
  public String value(int index) {
    return all.get(index).value();
  }

  public boolean has(String name) {
    return next(name, 0) >= 0;
  }

  /** Where the next field of that name is, from an index on; negative where none is. */
  public int next(String name, int from) {
    for (int i = from; i < all.size(); i++) {
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
    return switch (all.size()) {
      case 0 -> new Headers(List.of(header));
      case 1 -> new Headers(List.of(all.get(0), header));
      default -> {
        Header[] more = all.toArray(new Header[all.size() + 1]);
        more[all.size()] = header;
        yield new Headers(List.of(more));
      }
    };
  }

  public Headers without(String name) {
    return has(name)
        ? new Headers(all.stream().filter(header -> !header.isNamed(name)).toList())
        : this;
  }
}
