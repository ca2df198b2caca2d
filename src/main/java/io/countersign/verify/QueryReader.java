package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.SignedTarget;
import io.countersign.scheme.TrailingParameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the queries of many requests carry. */
final class QueryReader {
  private final ParameterSearch search;
  private final @Nullable TrailingParameter signature;

  /** What every query carries for whom nothing is looked for in one. */
  private final @Nullable SentQuery nothing;

  /**
   * @param parameters looks for those that may stand anywhere
   * @param signature the signature's parameter where everything behind its last occurrence is its
   *     value
   */
  QueryReader(ParameterSearch parameters, @Nullable TrailingParameter signature) {
    this.search = parameters;
    this.signature = signature;
    this.nothing =
        parameters.isForNothing() && signature == null
            ? new SentQuery(search.in(Octets.EMPTY), Octets.EMPTY, Optional.empty())
            : null;
  }

  SentQuery read(RequestUrl url) {
    if (nothing != null) {
      return nothing;
    }
    ParameterSearch.Found found = search.in(url.queryOctets());
    if (signature == null) {
      return new SentQuery(found, Octets.EMPTY, Optional.empty());
    }
    Octets target = url.targetOctets();
    Octets front = signature.front(target);
    return new SentQuery(
        found,
        signature.value(target, front),
        Optional.of(new SignedTarget(signature, front, front.length(), Octets.EMPTY)));
  }
}
