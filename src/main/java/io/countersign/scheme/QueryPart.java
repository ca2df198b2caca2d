package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.List;
import java.util.Set;

/**
 * The query, without its {@code ?}.
 *
 * @param order in which the parameters stand
 * @param form raw or decoded
 * @param omit names of parameters that are left out, such as the signature's own
 * @param equals what stands between a name and its value
 * @param separator what stands between two parameters
 * @param bodyInsteadFor the methods whose body, when there is one, stands in place of the query
 */
public record QueryPart(
    Order order,
    Part.Form form,
    Set<String> omit,
    String equals,
    String separator,
    Set<String> bodyInsteadFor)
    implements Part {

  /**
   * The orders of parameters. Sorting is by the bytes of the raw text and keeps equals in order.
   */
  public enum Order {
    AS_SENT,
    BY_NAME,
    /** By name and then by value. */
    BY_NAME_AND_VALUE
  }

  public QueryPart {
    omit = Set.copyOf(omit);
    bodyInsteadFor = Set.copyOf(bodyInsteadFor);
  }

  public QueryPart withOrder(Order other) {
    return new QueryPart(other, form, omit, equals, separator, bodyInsteadFor);
  }

  public QueryPart withEquals(String other) {
    return new QueryPart(order, form, omit, other, separator, bodyInsteadFor);
  }

  public QueryPart withSeparator(String other) {
    return new QueryPart(order, form, omit, equals, other, bodyInsteadFor);
  }

  public QueryPart withBodyInsteadFor(Set<String> methods) {
    return new QueryPart(order, form, omit, equals, separator, methods);
  }

  @Override
  public void appendTo(OctetBuffer out, SigningInput in) {
    HttpRequest request = in.request();
    if (signsBodyOf(request)) {
      out.append(request.body());
    } else {
      appendQuery(request.url().queryOctets(), out);
    }
  }

  /** Whether that body is signed in place of the query. */
  @Override
  public boolean signsBodyOf(HttpRequest request) {
    return !request.body().isEmpty() && bodyInsteadFor.contains(request.method());
  }

  /** Whether what this writes for a request is the query that it has, to the byte. */
  boolean isAsSent(HttpRequest request) {
    return form == Part.Form.RAW
        && request.url().hasQuery()
        && !signsBodyOf(request)
        && isPlain()
        && isInOrder(request.url().queryOctets());
  }

  private void appendQuery(Octets query, OctetBuffer out) {
    if (isPlain() && isInOrder(query)) {
      form.append(query, out);
      return;
    }
    List<QuerySpan> spans = QuerySpan.split(query);
    if (order != Order.AS_SENT) {
      spans.sort(new QuerySpan.Sorting(isByValue()));
    }
    String between = "";
    for (QuerySpan span : spans) {
      if (omit.isEmpty() || !omit.contains(span.name().text())) {
        out.append(between);
        span.append(form, equals, out);
        between = separator;
      }
    }
  }

  private boolean isInOrder(Octets query) {
    return order == Order.AS_SENT || QuerySpan.isSorted(query, isByValue());
  }

  private boolean isByValue() {
    return order == Order.BY_NAME_AND_VALUE;
  }

  /** Whether the parameters in their order make up a query as any other. */
  private boolean isPlain() {
    return omit.isEmpty() && equals.equals("=") && separator.equals("&");
  }

  @Override
  public Set<Aspect> covers() {
    Aspect query = Aspect.of(Aspect.Kind.QUERY);
    return bodyInsteadFor.isEmpty() ? Set.of(query) : Set.of(query, Aspect.of(Aspect.Kind.BODY));
  }
}
