package io.countersign.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * JSON written again with its keys sorted. Names, strings and numbers are taken from the text, so
 * that no escape is undone and no digit lost.
 */
final class SortedJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String BEHIND_A_SCALAR = ",]} \t\r\n";

  private final JsonParser parser;
  private final String json;
  private final String comma;
  private final String colon;
  private final boolean isSorted;

  private record Member(String name, String text) {}

  private SortedJson(JsonParser parser, String json, String comma, String colon, boolean isSorted) {
    this.parser = parser;
    this.json = json;
    this.comma = comma;
    this.colon = colon;
    this.isSorted = isSorted;
  }

  /**
   * A text that is no JSON, or more than one, stays as it is.
   *
   * @param isSorted whether the keys are; of the same name, those stay in their order
   */
  static String write(String json, String comma, String colon, boolean isSorted) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        return json;
      }
      String text = new SortedJson(parser, json, comma, colon, isSorted).value();
      return parser.nextToken() == null ? text : json;
    } catch (IOException e) {
      return json;
    }
  }

  private String value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      default -> scalar();
    };
  }

  private String object() throws IOException {
    List<Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String raw = scalar();
      parser.nextToken();
      members.add(new Member(name, raw + colon + value()));
    }
    if (isSorted) {
      members.sort(Comparator.comparing(Member::name));
    }
    return "{" + String.join(comma, members.stream().map(Member::text).toList()) + "}";
  }

  private String array() throws IOException {
    List<String> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return "[" + String.join(comma, values) + "]";
  }

  /** The name, string, number or word that the parser is at, as it stands. */
  private String scalar() {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int end = start + 1;
    if (json.charAt(start) == '"') {
      while (json.charAt(end) != '"') {
        end += json.charAt(end) == '\\' ? 2 : 1;
      }
      return json.substring(start, end + 1);
    }
    while (end < json.length() && BEHIND_A_SCALAR.indexOf(json.charAt(end)) < 0) {
      end++;
    }
    return json.substring(start, end);
  }
}
