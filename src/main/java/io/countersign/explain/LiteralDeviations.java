package io.countersign.explain;

import io.countersign.scheme.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fixed text in the string to sign: separators that are missing, other ones, or too many. */
final class LiteralDeviations {
  private static final Map<String, String> SEPARATORS =
      new TreeMap<>(
          Map.of(
              "newline",
              "\n",
              "space",
              " ",
              "colon",
              ":",
              "comma",
              ",",
              "ampersand",
              "&",
              "hyphen",
              "-",
              "dot",
              ".",
              "bar",
              "|",
              "semicolon",
              ";"));

  private LiteralDeviations() {}

  static Shelf<Rewrite> all() {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    missing(shelf);
    others(shelf);
    return shelf.addAll(ofWhole());
  }

  /** Of all separators and of the ends: what can be wrong with what is hashed as well. */
  static Shelf<Rewrite> ofWhole() {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    shelf.add(
        "separators-left-out",
        20,
        "Every separator of the string to sign was left out.",
        "Put the scheme's separators between the parts.",
        withoutSeparators());
    SEPARATORS.forEach(
        (name, text) ->
            shelf.add(
                "joined-with-" + name,
                name.equals("newline") || name.equals("colon") ? 30 : 44,
                "The parts were joined with " + withArticle(name) + " between them.",
                "Join the parts with exactly the separators that the scheme names.",
                joined(text)));
    ends(shelf);
    return shelf;
  }

  private static String withArticle(String name) {
    return (name.startsWith("a") ? "an " : "a ") + name;
  }

  private static void missing(Shelf<Rewrite> shelf) {
    shelf.add(
        "question-mark-left-out",
        6,
        "The question mark between path and query was left out.",
        "Put the ? into the string to sign, also when there is no query.",
        Rewrite.mappingText(text -> text.replace("?", "")));
    shelf.add(
        "question-mark-only-with-query",
        5,
        "The question mark was left out because there is no query.",
        "Put the ? into the string to sign, also when there is no query.",
        Rewrite.writing(
            part -> Rewrite.core(part) instanceof Part.Text text && text.text().equals("?"),
            (part, in, out) -> {
              if (in.request().query().isPresent()) {
                part.appendTo(out, in);
              }
            }));
    shelf.add(
        "newlines-left-out",
        18,
        "The newlines of the string to sign were left out.",
        "Put a newline (one byte, 0A) where the scheme has one.",
        Rewrite.mappingText(text -> text.replace("\n", "")));
    shelf.add(
        "spaces-left-out",
        19,
        "The spaces of the string to sign were left out.",
        "Put a space where the scheme has one.",
        Rewrite.mappingText(text -> text.replace(" ", "")));
  }

  private static void others(Shelf<Rewrite> shelf) {
    shelf.add(
        "newlines-as-crlf",
        5,
        "The lines of the string to sign end in carriage return and newline.",
        "End each line with a newline alone (\\n), whatever the platform's line end is.",
        Rewrite.mappingText(text -> text.replace("\n", "\r\n")));
    shelf.add(
        "newlines-escaped",
        12,
        "The string to sign holds a backslash and an n where a newline belongs.",
        "Write the newline as one byte; in many languages that needs double quotes.",
        Rewrite.mappingText(text -> text.replace("\n", "\\n")));
    shelf.add(
        "newlines-doubled",
        42,
        "Each newline of the string to sign stands there twice.",
        "Write one newline where the scheme has one; what prints a line may add its own.",
        Rewrite.mappingText(text -> text.replace("\n", "\n\n")));
    shelf.add(
        "newlines-as-spaces",
        40,
        "The string to sign has spaces where newlines belong.",
        "Separate the parts with newlines.",
        Rewrite.mappingText(text -> text.replace('\n', ' ')));
    shelf.add(
        "spaces-as-newlines",
        28,
        "The string to sign has newlines where spaces belong.",
        "Separate the parts as the scheme says, with a space.",
        Rewrite.mappingText(text -> text.replace(' ', '\n')));
    shelf.add(
        "spaces-as-plus",
        58,
        "The spaces of the string to sign were written as plus signs.",
        "Leave the separators as they are; only URLs are encoded.",
        Rewrite.mappingText(text -> text.replace(' ', '+')));
  }

  private static void ends(Shelf<Rewrite> shelf) {
    shelf.add(
        "final-newline-left-out",
        2,
        "The newline at the end of the string to sign was left out.",
        "End the string to sign with a newline: the last one counts.",
        LiteralDeviations::withoutFinalNewline);
    shelf.add(
        "final-newline-added",
        4,
        "A newline was added at the end of the string to sign.",
        "Sign exactly the string; a shell's echo adds a newline, printf does not.",
        Rewrite.behind(new Part.Text("\n")));
    shelf.add(
        "final-crlf-added",
        34,
        "A carriage return and a newline were added at the end of the string to sign.",
        "Sign exactly the string, without a line end behind it.",
        Rewrite.behind(new Part.Text("\r\n")));
    shelf.add(
        "final-space-added",
        50,
        "A space was added at the end of the string to sign.",
        "Sign exactly the string, without white space behind it.",
        Rewrite.behind(new Part.Text(" ")));
    shelf.add(
        "final-nul-added",
        46,
        "A zero byte was added at the end of the string to sign.",
        "Pass the string's length without the terminator.",
        Rewrite.behind(new Part.Text("\0")));
    shelf.add(
        "string-in-quotes",
        42,
        "The string to sign was put in double quotes.",
        "Sign the string itself, not its JSON or shell form.",
        Rewrite.around(List.of(new Part.Text("\"")), List.of(new Part.Text("\""))));
    shelf.add(
        "byte-order-mark",
        62,
        "The string to sign begins with a byte order mark.",
        "Encode the string as UTF-8 without a byte order mark.",
        Rewrite.before(new Part.Text("\uFEFF")));
  }

  private static Optional<List<Part>> withoutFinalNewline(List<Part> parts) {
    int last = parts.size() - 1;
    if (last < 1
        || !(Rewrite.core(parts.get(last)) instanceof Part.Text text)
        || !text.text().endsWith("\n")) {
      return Optional.empty();
    }
    List<Part> changed = new ArrayList<>(parts.subList(0, last));
    String rest = text.text().substring(0, text.text().length() - 1);
    if (!rest.isEmpty()) {
      changed.add(new Part.Text(rest));
    }
    return Optional.of(changed);
  }

  /** Only where there are several: a single kind has a deviation of its own. */
  private static Rewrite withoutSeparators() {
    Rewrite without = Rewrite.mappingOwnText(text -> "");
    return parts -> hasSeveralKinds(parts) ? without.apply(parts) : Optional.empty();
  }

  private static boolean hasSeveralKinds(List<Part> parts) {
    Part first = null;
    for (Part part : parts) {
      if (part instanceof Part.Text) {
        if (first != null && !part.equals(first)) {
          return true;
        }
        first = part;
      }
    }
    return false;
  }

  /** Between two parts that stand side by side; where none do, in place of each separator. */
  static Rewrite joined(String separator) {
    Part.Text between = new Part.Text(separator);
    Rewrite inPlace =
        separator.equals(" ")
            ? parts -> Optional.empty()
            : Rewrite.mappingOwnText(text -> text.equals("\n") ? separator : text);
    return parts -> {
      List<Part> changed = new ArrayList<>(parts.size() * 2);
      boolean touching = false;
      for (Part part : parts) {
        boolean isText = Rewrite.core(part) instanceof Part.Text;
        if (touching && !isText) {
          changed.add(between);
        }
        changed.add(part);
        touching = !isText;
      }
      return changed.size() == parts.size() ? inPlace.apply(parts) : Optional.of(changed);
    };
  }
}
