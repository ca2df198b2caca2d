package io.countersign.explain;

import io.countersign.message.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ways to write a raw query again. */
final class QueryTexts {
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private QueryTexts() {}

  /** Changes the percent-escapes of a text and nothing else; a run of them is one. */
  static String escapes(String text, UnaryOperator<String> change) {
    return ESCAPES.matcher(text).replaceAll(match -> change.apply(match.group()));
  }

  static UnaryOperator<String> sorted(Comparator<Parameter> order) {
    return query -> {
      List<Parameter> parameters = new ArrayList<>(Parameter.parse(query));
      parameters.sort(order);
      return join(parameters, "&");
    };
  }

  /** Changes each parameter as it stands, with its equals sign. */
  static UnaryOperator<String> each(UnaryOperator<String> change) {
    return query ->
        Parameter.parse(query).stream()
            .map(parameter -> change.apply(parameter.toString()))
            .collect(Collectors.joining("&"));
  }

  /** Changes each value and leaves names as they are. */
  static UnaryOperator<String> values(UnaryOperator<String> change) {
    return query ->
        Parameter.parse(query).stream()
            .map(one -> new Parameter(one.name(), one.value().map(change)).toString())
            .collect(Collectors.joining("&"));
  }

  static UnaryOperator<String> kept(Predicate<Parameter> which) {
    return query ->
        Parameter.parse(query).stream()
            .filter(which)
            .map(Parameter::toString)
            .collect(Collectors.joining("&"));
  }

  /** Changes what follows the first question mark of a target. */
  static UnaryOperator<String> afterQuestionMark(UnaryOperator<String> change) {
    return target -> {
      int at = target.indexOf('?') + 1;
      return at == 0 ? target : target.substring(0, at) + change.apply(target.substring(at));
    };
  }

  static String join(List<Parameter> parameters, String separator) {
    return parameters.stream().map(Parameter::toString).collect(Collectors.joining(separator));
  }

  static String firstOfName(String query) {
    Set<String> seen = new HashSet<>();
    return kept(one -> seen.add(one.name())).apply(query);
  }

  static String lastOfName(String query) {
    Map<String, String> last = new LinkedHashMap<>();
    Parameter.parse(query).forEach(one -> last.put(one.name(), one.toString()));
    return String.join("&", last.values());
  }
}
