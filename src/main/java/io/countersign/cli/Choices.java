package io.countersign.cli;

import io.countersign.document.EnumWord;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** An enumeration on the command line: its words in lower case, read strictly and completed. */
abstract class Choices<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final Class<E> type;
  private final String noun;

  /**
   * @param noun what a constant is, for messages
   */
  Choices(Class<E> type, String noun) {
    this.type = type;
    this.noun = noun;
  }

  @Override
  public E convert(String text) {
    return EnumWord.constant(text, type)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no " + noun + " '" + text + "'; one of " + String.join(", ", this)));
  }

  /** An option whose value is one of the words. */
  OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(type)
        .converters(this)
        .completionCandidates(this)
        .description(description)
        .build();
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(type.getEnumConstants()).map(EnumWord::of).iterator();
  }
}
