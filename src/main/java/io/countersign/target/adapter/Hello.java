package io.countersign.target.adapter;

import io.countersign.document.EnumWord;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an adapter introduces itself.
 *
 * @param name with version and language where it gives them, in a form that can be shown
 * @param schemes the ids of the schemes that it knows
 * @param ops what it can be asked; at least one that we know
 */
record Hello(String name, Set<String> schemes, Set<Op> ops) {
  Hello {
    schemes = Set.copyOf(schemes);
    ops = Set.copyOf(ops);
  }

  /**
   * @throws AdapterException if it refuses, offers nothing, or is not of the protocol's form
   */
  static Hello read(Fields answer, Quotes quotes) throws AdapterException {
    try {
      return of(answer, quotes);
    } catch (InputException e) {
      throw new AdapterException(
          "the adapter's hello is not of the protocol: " + quotes.words(e.getMessage()));
    }
  }

  private static Hello of(Fields answer, Quotes quotes) throws AdapterException {
    for (String refusal : new String[] {"error", "skipped"}) {
      if (answer.has(refusal)) {
        throw new AdapterException(
            "the adapter answered hello with '"
                + refusal
                + "': "
                + quotes.line(answer.text(refusal)));
      }
    }
    String name = answer.text("name").isBlank() ? "unnamed" : quotes.name(answer.text("name"));
    String version = given(answer, "version").map(text -> " " + quotes.name(text)).orElse("");
    String language =
        given(answer, "language").map(text -> " (" + quotes.name(text) + ")").orElse("");
    Set<Op> ops = EnumSet.noneOf(Op.class);
    texts(answer, "ops").forEach(word -> EnumWord.constant(word, Op.class).ifPresent(ops::add));
    if (ops.isEmpty()) {
      throw new AdapterException(
          "the adapter offers nothing: the ops of its hello name none of sign, verify and send");
    }
    return new Hello(name + version + language, texts(answer, "schemes"), ops);
  }

  /**
   * @throws AdapterException if it offers something else than it did before
   */
  void requireLike(Hello earlier) throws AdapterException {
    if (!ops.equals(earlier.ops) || !schemes.equals(earlier.schemes)) {
      throw new AdapterException(
          "the adapter was started again, and its hello offers something else than before");
    }
  }

  private static Optional<String> given(Fields answer, String field) {
    return answer.optionalText(field).filter(text -> !text.isBlank());
  }

  private static Set<String> texts(Fields answer, String name) {
    Set<String> texts = new TreeSet<>();
    answer.items(name).forEach(item -> texts.add(Fields.textOf(item, name)));
    return texts;
  }
}
