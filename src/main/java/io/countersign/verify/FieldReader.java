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

/** Reads the fields of many requests from where one scheme's rules place them. */
final class FieldReader {
  private final List<Octets> parameters = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final String[] names;

  /**
   * A place to look at.
   *
   * @param first the index of the first of its fields among those of all places
   * @param malformed what is wrong with a text there that is not of the scheme's form
   */
  private record Place(Carrier carrier, Template template, int first, Verdict.Rejected malformed) {
    static Place of(Placement placement, int first, Proof proof, List<Octets> parameters) {
      Carrier carrier = Carrier.of(placement, parameters);
      String detail = carrier.name() + " is not of the form " + placement.value();
      return new Place(
          carrier,
          placement.value(),
          first,
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
    List<String> fields = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      places.add(Place.of(placement, fields.size(), rules.proof(), parameters));
      fields.addAll(placement.value().fields());
    }
    this.names = fields.toArray(new String[0]);
  }

  SentFields read(HttpRequest request) {
    SentFields fields = new SentFields(names);
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
      if (!found.text().isEmpty()
          && !place.template().read(found.text(), fields.values(), place.first())) {
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
