package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.List;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final List<Place> places;

  /**
   * A place to look at.
   *
   * @param malformed what is wrong with a text there that is not of the scheme's form
   */
  private record Place(Carrier carrier, Placement placement, Verdict.Rejected malformed) {
    static Place of(Placement placement, Proof proof) {
      Carrier carrier = Carrier.of(placement);
      String detail = carrier.name() + " is not of the form " + placement.value();
      return new Place(carrier, placement, new Verdict.Rejected(reason(placement, proof), detail));
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
    this.places =
        rules.sent().stream().map(placement -> Place.of(placement, rules.proof())).toList();
  }

  SentFields read(HttpRequest request) {
    SentFields fields = new SentFields();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      Carrier.Found found = place.carrier().in(request);
      if (found.times() > 1) {
        fields.note(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST,
                place.carrier().name() + " is there " + found.times() + " times"));
        return fields;
      }
      // A header with nothing in it carries nothing.
      if (!found.text().isEmpty() && !place.placement().value().read(found.text(), fields::found)) {
        fields.note(place.malformed());
      }
    }
    return fields;
  }
}
