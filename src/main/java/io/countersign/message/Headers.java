package io.countersign.message;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Header fields in the order of the message, with their repetitions. */
public final class Headers {
  public static final Headers NONE = new Headers(List.of());

  private final Header[] all;

  public Headers(List<Header> all) {
    this(all.toArray(new Header[0]));
  }

  private Headers(Header[] all) {
    this.all = all;
  }

  public List<Header> all() {
    return Collections.unmodifiableList(Arrays.asList(all));
  }

  /** The values of every field of that name, in order. */
  public List<String> values(String name) {
    return all().stream().filter(header -> header.isNamed(name)).map(Header::value).toList();
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    int index = next(name, 0);
    return index < 0 ? Optional.empty() : Optional.of(all[index].value());
  }

  /** The bytes of the value of the field at an index. */
  public Octets octets(int index) {
    return all[index].octets();
  }

  /** The bytes of the value of the first field of that name; none where there is no such field. */
  public Octets octets(String name) {
    int index = next(name, 0);
    return index < 0 ? Octets.EMPTY : octets(index);
  }

  public boolean isEmpty() {
    return all.length == 0;
  }

  public boolean has(String name) {
    return next(name, 0) >= 0;
  }

  /** Where the next field of that name is, from an index on; negative where none is. */
  public int next(String name, int from) {
    for (int i = from; i < all.length; i++) {
      if (all[i].isNamed(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether there is more than one of that name. */
  public boolean repeats(String name) {
    int first = next(name, 0);
    return first >= 0 && next(name, first + 1) >= 0;
  }

  public Headers with(String name, String value) {
    return with(new Header(name, value));
  }

  /** The same with one more, behind the others. */
  public Headers with(Header header) {
    Header[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = header;
    return new Headers(more);
  }

  public Headers without(String name) {
    return has(name)
        ? new Headers(all().stream().filter(header -> !header.isNamed(name)).toList())
        : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers headers && Arrays.equals(all, headers.all);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(all);
  }

  /** Their names. */
  @Override
  public String toString() {
    return all().toString();
  }
}
