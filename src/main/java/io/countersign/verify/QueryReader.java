package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.SignedTarget;
import io.countersign.scheme.TrailingParameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the queries of many requests carry. Where the signature stands at the very end, what
 * one party adds before it is the same in all requests of one second: it is read once, and known by
 * its bytes after that.
 */
final class QueryReader {
  private final ParameterSearch search;
  private final @Nullable TrailingParameter signature;

  /** What every query carries for whom nothing is looked for in one. */
  private final @Nullable SentQuery nothing;

  /** One that was read of late; any thread may put a newer one here. */
  private volatile @Nullable Ending last;

  private final EveryEighth remembered = new EveryEighth();

  /**
   * What stands before the signature.
   *
   * @param raw whole parameters
   * @param decoded what they stand for
   * @param parameters what they hold of those that are looked for
   */
  private record Ending(Octets raw, Octets decoded, ParameterSearch.Found parameters) {}

  /**
   * @param parameters the names of those that may stand anywhere
   * @param signature the signature's parameter where everything behind its last occurrence is its
   *     value
   */
  QueryReader(List<String> parameters, @Nullable TrailingParameter signature) {
    this.search = new ParameterSearch(parameters);
    this.signature = signature;
    this.nothing =
        parameters.isEmpty() && signature == null
            ? new SentQuery(search.in(Octets.EMPTY), Octets.EMPTY, Optional.empty())
            : null;
  }

  /** Whether what stands before the signature is known again. */
  boolean remembers() {
    return signature != null;
  }

  SentQuery read(RequestUrl url) {
    if (nothing != null) {
      return nothing;
    }
    return signature == null
        ? new SentQuery(search.in(url.queryOctets()), Octets.EMPTY, Optional.empty())
        : read(url, signature);
  }

  private SentQuery read(RequestUrl url, TrailingParameter trailing) {
    Octets target = url.targetOctets();
    Octets front = trailing.front(target);
    Octets value = trailing.value(target, front);
    Octets query = url.queryOctets();
    int start = target.length() - query.length();
    Ending ending = last;
    if (ending != null && isThere(ending.raw(), target, start, front.length())) {
      int from = front.length() - ending.raw().length();
      return new SentQuery(
          ending.parameters(),
          value,
          Optional.of(new SignedTarget(trailing, front, from, ending.decoded())));
    }
    ParameterSearch.Found found = search.in(query);
    if (found.isEachOnce() && start + found.start() < front.length() && remembered.isNext()) {
      remember(front.slice(start + found.start(), front.length()));
    }
    return new SentQuery(
        found, value, Optional.of(new SignedTarget(trailing, front, front.length(), Octets.EMPTY)));
  }

  /**
   * Whether these whole parameters stand before the signature, and none of those that are looked
   * for stands elsewhere.
   *
   * @param start where the query begins
   * @param end where the signature's separator is
   */
  private boolean isThere(Octets ending, Octets target, int start, int end) {
    int from = end - ending.length();
    return from >= start
        && end < target.length()
        && target.at(end) == '&'
        && target.has(ending, from)
        && (from == start || target.at(from - 1) == '&')
        && !search.isAnyIn(target, start, from)
        && target.next('&', end + 1, target.length()) == target.length();
  }

  private void remember(Octets ending) {
    // A copy, so that what is remembered is not the whole request.
    Octets copy = Octets.of(ending.toBytes());
    ParameterSearch.Found found = search.in(copy);
    if (found.isEachOnce()) {
      last = new Ending(copy, Percent.decode(copy), found);
    }
  }
}
