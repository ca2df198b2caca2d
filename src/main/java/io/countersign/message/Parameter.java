package io.countersign.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of a query or a form, raw.
 *
 * @param name what stands before the first {@code =}
 * @param value what stands after it; absent where there is no {@code =}
 */
public record Parameter(String name, Optional<String> value) {
  /** Cuts a raw query at each {@code &}; an empty query has no parameters. */
  public static List<Parameter> parse(String rawQuery) {
    List<Parameter> parameters = new ArrayList<>();
    int from = 0;
    while (from <= rawQuery.length() && !rawQuery.isEmpty()) {
      int end = rawQuery.indexOf('&', from);
      int to = end < 0 ? rawQuery.length() : end;
      parameters.add(one(rawQuery.substring(from, to)));
      if (end < 0) {
        break;
      }
      from = end + 1;
    }
    return parameters;
  }

  /** The raw values of every parameter of that name; one without {@code =} has an empty value. */
  public static List<String> values(String rawQuery, String name) {
    List<String> values = List.of();
    for (int at = indexOf(rawQuery, name, 0); at >= 0; at = indexOf(rawQuery, name, at + 1)) {
      int end = rawQuery.indexOf('&', at);
      int to = end < 0 ? rawQuery.length() : end;
      String value = rawQuery.substring(Math.min(to, at + name.length() + 1), to);
      values = values.isEmpty() ? List.of(value) : longer(values, value);
    }
    return values;
  }

  public static boolean isThere(String rawQuery, String name) {
    return indexOf(rawQuery, name, 0) >= 0;
  }

  private static List<String> longer(List<String> values, String value) {
    List<String> more = new ArrayList<>(values);
    more.add(value);
    return more;
  }

  /** Where the next parameter of that name begins; negative where there is none. */
  private static int indexOf(String rawQuery, String name, int from) {
    int at = rawQuery.indexOf(name, from);
    while (at >= 0 && at < rawQuery.length() && !isWhole(rawQuery, at, at + name.length())) {
      at = rawQuery.indexOf(name, at + 1);
    }
    return at < rawQuery.length() ? at : -1;
  }

  /** Whether what stands there is all of a parameter's name. */
  private static boolean isWhole(String rawQuery, int from, int to) {
    boolean begins = from == 0 || rawQuery.charAt(from - 1) == '&';
    return begins
        && (to == rawQuery.length() || rawQuery.charAt(to) == '=' || rawQuery.charAt(to) == '&');
  }

  private static Parameter one(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new Parameter(pair, Optional.empty())
        : new Parameter(pair.substring(0, equals), Optional.of(pair.substring(equals + 1)));
  }

  @Override
  public String toString() {
    return value.map(text -> name + "=" + text).orElse(name);
  }
}
