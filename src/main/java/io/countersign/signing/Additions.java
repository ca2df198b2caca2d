package io.countersign.signing;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers and parameters that are added to a request, worked out once for all requests but for
 * the blanks in them.
 */
final class Additions {
  private final List<PreparedHeader> headers;
  private final @Nullable PreparedTemplate query;

  /**
   * A header.
   *
   * @param first the header as it is where nothing is left blank, else one of the same name
   */
  private record PreparedHeader(Header first, PreparedTemplate value) {
    PreparedHeader(String name, PreparedTemplate value) {
      this(new Header(name, value.fill(Octets.EMPTY).text()), value);
    }

    Header fill(Octets signature) {
      return value.hasBlanks() ? first.withValue(value.fill(signature)) : first;
    }

    PreparedHeader at(Octets timestamp, Octets day, Octets digest) {
      PreparedTemplate filled = value.at(timestamp, day, digest);
      return filled.hasBlanks() || filled == value
          ? new PreparedHeader(first, filled)
          : new PreparedHeader(first.withValue(filled.fill(Octets.EMPTY)), filled);
    }
  }

  private Additions(List<PreparedHeader> headers, @Nullable PreparedTemplate query) {
    this.headers = headers;
    this.query = query;
  }

  /**
   * @param values gives the value of a field; null leaves the field out
   */
  static Additions of(List<Placement> placements, Function<String, @Nullable String> values) {
    return of(placements, values, List.of());
  }

  /** With blanks for all that is no credential. */
  static Additions withBlanks(List<Placement> placements, Function<String, String> values) {
    return of(
        placements,
        values,
        List.of(
            SigningRules.TIMESTAMP, SigningRules.DAY, SigningRules.DIGEST, SigningRules.SIGNATURE));
  }

  private static Additions of(
      List<Placement> placements, Function<String, @Nullable String> values, List<String> blanks) {
    List<PreparedHeader> headers = new ArrayList<>();
    PreparedTemplate.Draft query = new PreparedTemplate.Draft();
    for (Placement placement : placements) {
      if (placement instanceof Placement.InHeader header) {
        PreparedTemplate.Draft value = new PreparedTemplate.Draft();
        placement.value().write(new TemplateFiller(values, blanks, false, value));
        headers.add(new PreparedHeader(header.name(), value.finished()));
      } else {
        Placement.InQuery parameter = (Placement.InQuery) placement;
        query.text(query.isEmpty() ? "" : "&").text(parameter.name()).text("=");
        boolean encoded = parameter.written() == Placement.Escaping.PERCENT;
        placement.value().write(new TemplateFiller(values, blanks, encoded, query));
      }
    }
    return new Additions(List.copyOf(headers), query.isEmpty() ? null : query.finished());
  }

  /**
   * Prepares a template.
   *
   * @param values gives the value of a field; null leaves the field out
   * @param blanks the fields that are left blank
   * @param encoded whether everything is percent-encoded
   */
  private record TemplateFiller(
      Function<String, @Nullable String> values,
      List<String> blanks,
      boolean encoded,
      PreparedTemplate.Draft out)
      implements Template.Writer {
    @Override
    public boolean has(String field) {
      return blanks.contains(field) || values.apply(field) != null;
    }

    @Override
    public void writeText(String text) {
      out.text(encoded ? Percent.encode(text) : text);
    }

    @Override
    public void writeField(String field) {
      if (blanks.contains(field)) {
        out.blank(field, encoded);
      } else {
        writeText(values.apply(field));
      }
    }
  }

  /** The same with a timestamp, its day and a digest filled in. */
  Additions at(String timestamp, String dayOfIt, Octets digest) {
    Octets octets = Octets.of(timestamp);
    Octets day = Octets.of(dayOfIt);
    List<PreparedHeader> filled = new ArrayList<>();
    for (PreparedHeader header : headers) {
      filled.add(header.at(octets, day, digest));
    }
    return new Additions(filled, query == null ? null : query.at(octets, day, digest));
  }

  /** The parameters, where nothing is left blank in them. */
  Octets parameters() {
    return query == null ? Octets.EMPTY : query.fill(Octets.EMPTY);
  }

  /** Adds them, where nothing is left blank, behind those that are there. */
  HttpRequest addTo(HttpRequest request) {
    return addTo(request, request.url().growing(room(0)), Octets.EMPTY);
  }

  /** How much longer a URL becomes at most, with a signature of so many letters. */
  int room(int letters) {
    return query == null ? 0 : 1 + query.room(letters);
  }

  /**
   * Adds them, where only the signature is left blank, behind those that are there.
   *
   * @param url the request's
   */
  HttpRequest addTo(HttpRequest request, RequestUrl.Growing url, Octets signature) {
    Headers all = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      all = all.with(headers.get(i).fill(signature));
    }
    HttpRequest message = all == request.headers() ? request : request.withHeaders(all);
    return query == null ? message : message.withUrl(url.plus(out -> query.append(signature, out)));
  }
}
