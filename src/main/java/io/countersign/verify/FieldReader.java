package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final ParameterSearch parameters;
  private final Place[] places;
  private final List<String> names;

  /**
   * A place to look at.
   *
   * @param indices of its fields' names
   * @param malformed what is wrong with a text there that is not of the scheme's form
   */
  private record Place(
      Carrier carrier, Template template, int[] indices, Verdict.Rejected malformed) {
    static Place of(Carrier carrier, Placement placement, List<String> names, Proof proof) {
      String detail = carrier.name() + " is not of the form " + placement.value();
      return new Place(
          carrier,
          placement.value(),
          placement.value().fields().stream().mapToInt(names::indexOf).toArray(),
          new Verdict.Rejected(reason(placement, proof), detail));
    }

    private static Reason reason(Placement placement, Proof proof) {
      List<String> fields = placement.value().fields();
      if (proof instanceof Proof.Password || !fields.stream().allMatch(Place::isReserved)) {
        return Reason.MALFORMED_CREDENTIAL;
      }
      return fields.contains(SigningRules.TIMESTAMP)
          ? Reason.MALFORMED_TIMESTAMP
          : Reason.MALFORMED_SIGNATURE;
    }

    private static boolean isReserved(String field) {
      return field.equals(SigningRules.SIGNATURE) || field.equals(SigningRules.TIMESTAMP);
    }
  }

  FieldReader(SigningRules rules) {
    this.names =
        rules.sent().stream()
            .flatMap(placement -> placement.value().fields().stream())
            .distinct()
            .toList();
    List<String> searched = new ArrayList<>();
    this.places =
        rules.sent().stream()
            .map(
                placement ->
                    Place.of(Carrier.of(placement, searched), placement, names, rules.proof()))
            .toArray(Place[]::new);
    this.parameters = new ParameterSearch(searched);
  }

  /** The index of a field in what is read; negative where no placement has it. */
  int index(String field) {
    return names.indexOf(field);
  }

  SentFields read(HttpRequest request) {
    SentFields fields = new SentFields(names);
    try {
      read(request, fields);
    } catch (RejectedException e) {
      fields.note(e.verdict());
    }
    return fields;
  }

  private void read(HttpRequest request, SentFields fields) {
    ParameterSearch.Found inQuery = parameters.in(request.url().queryOctets());
    for (Place place : places) {
      Octets text = place.carrier().in(request, inQuery);
      // A header with nothing in it carries nothing.
      if (!text.isEmpty() && !place.template().read(text, fields.values(), place.indices())) {
        fields.note(place.malformed());
      }
    }
  }
}
