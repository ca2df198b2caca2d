package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.ParameterSearch;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final FieldIndex index;
  private final ParameterSearch parameters;
  private final Place[] places;

  FieldReader(SigningRules rules) {
    this.index = new FieldIndex(rules.sent());
    List<String> searched = new ArrayList<>();
    this.places =
        rules.sent().stream()
            .map(
                placement ->
                    Place.of(Carrier.of(placement, searched), placement, index, rules.proof()))
            .toArray(Place[]::new);
    this.parameters = new ParameterSearch(searched);
  }

  /** The index of a field in what is read; negative where no placement has it. */
  int index(String field) {
    return index.of(field);
  }

  SentFields read(HttpRequest request) {
    SentFields fields = new SentFields(index);
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
      place.read(request, inQuery, fields);
    }
  }
}
