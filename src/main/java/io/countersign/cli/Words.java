package io.countersign.cli;

import io.countersign.document.Fields;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An enumeration on the command line: its words in lower case, read strictly and completed. */
abstract class Words<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> constants;
  private final String noun;

  /**
   * @param noun what a constant is, for messages
   */
  Words(Class<E> type, String noun) {
    this.constants = List.of(type.getEnumConstants());
    this.noun = noun;
  }

  @Override
  public E convert(String text) {
    return constants.stream()
        .filter(constant -> Fields.wordFor(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(text)));
  }

  private String unknown(String text) {
    String[] known = constants.stream().map(Fields::wordFor).toArray(String[]::new);
    return "there is no " + noun + " '" + text + "'; one of " + String.join(", ", known);
  }

  @Override
  public Iterator<String> iterator() {
    return constants.stream().map(Fields::wordFor).iterator();
  }
}
