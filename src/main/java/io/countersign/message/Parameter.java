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

  public static boolean isThere(String rawQuery, String name) {
    return parse(rawQuery).stream().anyMatch(parameter -> parameter.name().equals(name));
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
