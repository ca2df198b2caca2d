package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.ParameterSearch;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final FieldIndex index;
  private final QueryReader query;
  private final FieldPlace[] places;

  /** What is known again of queries; null where the signature does not stand at their end. */
  private final @Nullable Endings endings;

  FieldReader(SigningRules rules) {
    this.index = new FieldIndex(rules.sent());
    TrailingParameter signature = rules.signatureAtTheEnd().orElse(null);
    List<String> searched = new ArrayList<>();
    this.places =
        rules.sent().stream()
            .map(
                placement ->
                    FieldPlace.of(
                        Carrier.of(placement, signature, searched),
                        placement,
                        index,
                        rules.proof()))
            .toArray(FieldPlace[]::new);
    ParameterSearch search = new ParameterSearch(searched);
    this.query = new QueryReader(search, signature);
    this.endings =
        signature != null && isAllInQuery()
            ? new Endings(search, signature, index, index.of(SigningRules.SIGNATURE))
            : null;
  }

  /** Whether everything stands in the query, and the signature's value is all of its end. */
  private boolean isAllInQuery() {
    for (FieldPlace place : places) {
      boolean isSignature = place.carrier() instanceof Carrier.AtTheEnd && place.isBare();
      if (!isSignature && !(place.carrier() instanceof Carrier.Anywhere)) {
        return false;
      }
    }
    return true;
  }

  /** The index of a field in what is read; negative where no placement has it. */
  int index(String field) {
    return index.of(field);
  }

  /** Whether a field that is known again by the bytes around it is the same object each time. */
  boolean remembers(int field) {
    for (FieldPlace place : places) {
      if (place.template().remembers(field)) {
        return true;
      }
    }
    return endings != null;
  }

  /**
   * Reads a request of which enough is known already to accept it; one that is not accepted then
   * has to be read in full.
   */
  @Nullable SentFields readAgain(HttpRequest request) {
    return endings == null ? null : endings.read(request.url());
  }

  /** Takes what was read in full, and accepted, to know it again. */
  void remember(HttpRequest request, SentFields accepted) {
    if (endings != null) {
      endings.remember(request.url(), accepted);
    }
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
    for (FieldPlace place : places) {
      place.read(request, sent, fields);
    }
  }
}
