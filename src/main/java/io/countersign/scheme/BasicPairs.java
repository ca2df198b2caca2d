package io.countersign.scheme;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base64 of a user, a colon and whatever stands behind it, as Basic headers have it. Cases send
 * them with a password that is cut, changed in a letter or written in other letters, of which each
 * tells nearly all of the right one.
 */
final class BasicPairs {
  private static final String REST = "(?:[A-Za-z0-9+/=_-]|%(?:2B|2F|3D))+";

  /** Fewer characters of base64 would be found where no user is: the word has to stand there. */
  private static final int SHORTEST_USER = 8;

  private static final String WORD = "(?<=Basic[ +]|Basic%20)";

  private final List<Pattern> pairs;

  private BasicPairs(List<Pattern> pairs) {
    this.pairs = pairs;
  }

  static BasicPairs of(Collection<String> users) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (String user : users) {
      byte[] bytes = (user + ":").getBytes(StandardCharsets.UTF_8);
      int certain = bytes.length * 8 / 6;
      beginnings.add(Base64.getEncoder().encodeToString(bytes).substring(0, certain));
      beginnings.add(Base64.getUrlEncoder().encodeToString(bytes).substring(0, certain));
    }
    List<Pattern> pairs = new ArrayList<>();
    for (String beginning : beginnings) {
      String word = beginning.length() < SHORTEST_USER ? WORD : "";
      pairs.add(Pattern.compile(word + Pattern.quote(beginning) + REST, CASE_INSENSITIVE));
    }
    return new BasicPairs(pairs);
  }

  /** The text with each pair replaced. */
  String without(String text, String replacement) {
    String left = text;
    for (Pattern pair : pairs) {
      left = pair.matcher(left).replaceAll(Matcher.quoteReplacement(replacement));
    }
    return left;
  }
}
