package io.countersign.verify;

import io.countersign.scheme.Placement;
import io.countersign.scheme.Template;
import java.util.List;

/** The fields that requests carry by one scheme's rules, each with an index. */
final class FieldIndex {
  private final List<String> names;

  /** Of each field, whether it is percent-encoded as it is read, and decoded where it is used. */
  private final boolean[] encoded;

  FieldIndex(List<Placement> sent) {
    this.names =
        sent.stream().flatMap(placement -> placement.value().fields().stream()).distinct().toList();
    this.encoded = new boolean[names.size()];
    for (int i = 0; i < encoded.length; i++) {
      String name = names.get(i);
      List<Placement> carriers =
          sent.stream().filter(placement -> placement.value().fields().contains(name)).toList();
      encoded[i] =
          carriers.size() == 1 && carriers.get(0).value().isBare() && isEncoded(carriers.get(0));
    }
  }

  private static boolean isEncoded(Placement placement) {
    return placement instanceof Placement.InQuery query
        && query.read() == Placement.Escaping.PERCENT;
  }

  int size() {
    return encoded.length;
  }

  /** The index of a field; negative where no placement has it. */
  int of(String field) {
    return names.indexOf(field);
  }

  int[] of(Template template) {
    return template.fields().stream().mapToInt(this::of).toArray();
  }

  boolean isEncoded(int index) {
    return encoded[index];
  }

  /** Whether what such a carrier holds has to be decoded before its fields can be told. */
  boolean isDecodedFirst(Placement placement) {
    return isEncoded(placement)
        && (placement.value().fields().isEmpty()
            || !placement.value().fields().stream().allMatch(field -> encoded[of(field)]));
  }
}
