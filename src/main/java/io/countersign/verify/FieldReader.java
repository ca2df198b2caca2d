package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final FieldIndex index;
  private final QueryReader query;
  private final Place[] places;

  FieldReader(SigningRules rules) {
    this.index = new FieldIndex(rules.sent());
    TrailingParameter signature = rules.signatureAtTheEnd().orElse(null);
    List<String> searched = new ArrayList<>();
    this.places =
        rules.sent().stream()
            .map(
                placement ->
                    Place.of(
                        Carrier.of(placement, signature, searched),
                        placement,
                        index,
                        rules.proof()))
            .toArray(Place[]::new);
    this.query = new QueryReader(searched, signature);
  }

  /** The index of a field in what is read; negative where no placement has it. */
  int index(String field) {
    return index.of(field);
  }

  /** Whether a field that is known again by the bytes around it is the same object each time. */
  boolean remembers(int field) {
    for (Place place : places) {
      if (place.template().remembers(field)
          || query.remembers()
              && place.carrier() instanceof Carrier.Anywhere
              && place.isFor(field)) {
        return true;
      }
    }
    return false;
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
    SentQuery sent = query.read(request.url());
    fields.noteTarget(sent.target());
    for (Place place : places) {
      place.read(request, sent, fields);
    }
  }
}
