package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final List<Octets> parameters = new ArrayList<>();
  private final List<Place> places;

  /**
   * A place to look at.
   *
   * @param malformed what is wrong with a text there that is not of the scheme's form
   */
  private record Place(Carrier carrier, Template template, Verdict.Rejected malformed) {
    static Place of(Placement placement, Proof proof, List<Octets> parameters) {
      Carrier carrier = Carrier.of(placement, parameters);
      String detail = carrier.name() + " is not of the form " + placement.value();
      return new Place(
          carrier, placement.value(), new Verdict.Rejected(reason(placement, proof), detail));
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
        rules.sent().stream()
            .map(placement -> Place.of(placement, rules.proof(), parameters))
            .toList();
  }

  SentFields read(HttpRequest request) {
    SentFields fields = new SentFields();
    BiConsumer<String, Octets> into = fields::found;
    Carrier.Found[] inQuery = parametersIn(request);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      Carrier.Found found = place.carrier().in(request, inQuery);
      if (found.times() > 1) {
        fields.note(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST,
                place.carrier().name() + " is there " + found.times() + " times"));
        return fields;
      }
      // A header with nothing in it carries nothing.
      if (!found.text().isEmpty() && !place.template().read(found.text(), into)) {
        fields.note(place.malformed());
      }
    }
    return fields;
  }

  /** All parameters that are looked for, in one pass over the query. */
  private Carrier.Found[] parametersIn(HttpRequest request) {
    Carrier.Found[] found = new Carrier.Found[parameters.size()];
    if (found.length == 0) {
      return found;
    }
    Arrays.fill(found, Carrier.Found.NONE);
    Octets query = request.url().queryOctets();
    for (int from = 0; from < query.length(); ) {
      int to = query.next('&', from, query.length());
      for (int i = 0; i < found.length; i++) {
        Octets name = parameters.get(i);
        if (Parameter.isNamed(query, from, to, name)) {
          int value = Math.min(from + name.length() + 1, to);
          found[i] = found[i].plus(query.slice(value, to));
        }
      }
      from = to + 1;
    }
    return found;
  }
}
