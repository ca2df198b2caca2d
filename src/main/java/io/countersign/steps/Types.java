package io.countersign.steps;

import io.countersign.document.EnumWord;
import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.CredentialSpelling;
import io.countersign.scheme.Profile;
import io.countersign.suite.PathChange;
import io.countersign.suite.SignatureRewriting;
import io.countersign.suite.TimestampWriting;
import io.countersign.suite.Vocabulary;
import io.countersign.verify.Reason;
import io.cucumber.java.ParameterType;
import io.cucumber.plugin.event.Argument;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Turns the words of a step into the types of the suite. */
public final class Types {
  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final int LARGEST_COUNT = 1_000_000;
  private static final int LONGEST_COUNT = 9;

  /** Text in quotes, in which a backslash makes {@code \n \r \t \" \\ \037}. */
  @ParameterType(TEXT)
  public String text(String escaped) {
    try {
      return escaped.translateEscapes();
    } catch (IllegalArgumentException e) {
      throw InputException.of(
          '"' + escaped + "\" has a backslash that begins no escape", "write \\\\ for a backslash");
    }
  }

  /** Of the scheme, as the three that follow. */
  @ParameterType(TEXT)
  public String credential(String escaped) {
    return text(escaped);
  }

  @ParameterType(TEXT)
  public String field(String escaped) {
    return text(escaped);
  }

  @ParameterType(TEXT)
  public String resource(String escaped) {
    return text(escaped);
  }

  @ParameterType(TEXT)
  public String deviation(String escaped) {
    return text(escaped);
  }

  @ParameterType(TEXT)
  public RequestUrl url(String escaped) {
    return RequestUrl.parse(text(escaped));
  }

  /** Host and port. */
  @ParameterType(TEXT)
  public String host(String escaped) {
    String host = text(escaped);
    if (!RequestUrl.parse("http://" + host).authority().equals(host)) {
      throw InputException.of("'" + host + "' is no host", "write a name, and perhaps a port");
    }
    return host;
  }

  @ParameterType(TEXT)
  public String path(String escaped) {
    String path = text(escaped);
    if (!path.startsWith("/")) {
      throw InputException.of("the path '" + path + "' begins with no slash", "write /" + path);
    }
    RequestUrl.parse("http://h" + path);
    return path;
  }

  /** A query, or what is to stand in one. */
  @ParameterType(TEXT)
  public String query(String escaped) {
    String query = text(escaped);
    RequestUrl.parse("http://h/?" + query);
    return query;
  }

  /** A method. */
  @ParameterType(TEXT)
  public String verb(String escaped) {
    return HttpRequest.get("http://h/").withMethod(text(escaped)).method();
  }

  /** The name of a header. */
  @ParameterType(TEXT)
  public String header(String escaped) {
    return new Header(text(escaped), "").name();
  }

  /** What a header says. */
  @ParameterType(TEXT)
  public String value(String escaped) {
    return new Header("X", text(escaped)).value();
  }

  @ParameterType("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z")
  public Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw InputException.of("'" + text + "' is no time that exists", "name one that does");
    }
  }

  /** How often, or which: no more than can be meant, and than a machine has room for. */
  @ParameterType("\\d+")
  public int count(String digits) {
    if (digits.length() > LONGEST_COUNT || Integer.parseInt(digits) > LARGEST_COUNT) {
      throw InputException.of(digits + " is too large", "write a number up to " + LARGEST_COUNT);
    }
    return Integer.parseInt(digits);
  }

  /** Bytes as pairs of hexadecimal digits. */
  @ParameterType(TEXT)
  public Octets bytes(String escaped) {
    try {
      return Octets.of(HexFormat.of().parseHex(text(escaped)));
    } catch (IllegalArgumentException e) {
      throw InputException.of(
          "'" + escaped + "' is not hexadecimal", "write two digits for each byte, as in \"00ff\"");
    }
  }

  /** Minutes, seconds and perhaps milliseconds: {@code 30:01}, {@code 5:00.500}. */
  @ParameterType("\\d+:\\d\\d(?:\\.\\d{3})?")
  public Duration age(String text) {
    int colon = text.indexOf(':');
    if (text.charAt(colon + 1) > '5') {
      throw InputException.of("'" + text + "' has more than 59 seconds", "write m:ss");
    }
    return Duration.parse("PT" + text.substring(0, colon) + "M" + text.substring(colon + 1) + "S");
  }

  @ParameterType("[A-Z]+")
  public String method(String text) {
    return text;
  }

  @ParameterType("documented|deployed")
  public Profile profile(String text) {
    return find(Profile.values(), EnumWord::of, text);
  }

  @ParameterType("[a-z]+-[a-z]+")
  public Reason reason(String text) {
    return find(Reason.values(), Reason::toString, text);
  }

  @ParameterType("(?!changed to )[^\"]+")
  public SignatureRewriting rewriting(String text) {
    return find(SignatureRewriting.values(), SignatureRewriting::words, text);
  }

  @ParameterType("[^\"]+")
  public TimestampWriting writing(String text) {
    return find(TimestampWriting.values(), TimestampWriting::words, text);
  }

  @ParameterType(
      "in another letter case|cut to its first half|with another character behind it|in quotes"
          + "|changed in its last character|with a blank behind it")
  public CredentialSpelling credentialSpelling(String text) {
    return find(CredentialSpelling.values(), CredentialSpelling::words, text);
  }

  @ParameterType("extended|shortened|written in another case|ended with a slash")
  public PathChange pathChange(String text) {
    return find(PathChange.values(), PathChange::words, text);
  }

  /** What is wrong with a word in a step, if it is to be one of those that there are. */
  static Optional<String> problem(Argument argument, Vocabulary vocabulary) {
    Types types = new Types();
    String word = argument.getValue();
    try {
      switch (String.valueOf(argument.getParameterTypeName())) {
        case "text" -> types.text(unquoted(word));
        case "reason" -> types.reason(word);
        case "rewriting" -> types.rewriting(word);
        case "writing" -> types.writing(word);
        case "instant" -> types.instant(word);
        case "age" -> types.age(word);
        case "count" -> types.count(word);
        case "bytes" -> types.bytes(unquoted(word));
        case "field" -> vocabulary.field(types.field(unquoted(word)));
        case "credential" -> vocabulary.credential(types.credential(unquoted(word)));
        case "resource" -> vocabulary.resource(types.resource(unquoted(word)));
        case "deviation" -> vocabulary.deviation(types.deviation(unquoted(word)));
        case "url" -> types.url(unquoted(word));
        case "host" -> types.host(unquoted(word));
        case "path" -> types.path(unquoted(word));
        case "query" -> types.query(unquoted(word));
        case "verb" -> types.verb(unquoted(word));
        case "header" -> types.header(unquoted(word));
        case "value" -> types.value(unquoted(word));
        default -> {
          // Its pattern says all.
        }
      }
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  private static <T> T find(T[] all, Function<T, String> words, String text) {
    return Arrays.stream(all)
        .filter(one -> words.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.of(
                    "there is no '" + text + "'",
                    Suggestion.of(text, Arrays.stream(all).map(words).toArray(String[]::new))));
  }
}
