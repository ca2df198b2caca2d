package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.SignedTarget;
import io.countersign.scheme.TrailingParameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a query before a signature at its very end: the same in all requests of one party
 * and one second. It is remembered of requests that were accepted, and known by its bytes after
 * that.
 *
 * <p>Only an acceptance may rest on it. What else could stand behind the ending (a second
 * signature, another parameter) is then part of the signature's value, and makes it another; but
 * the reason for a refusal has to be read anew.
 */
final class Endings {
  private final ParameterSearch search;
  private final TrailingParameter signature;
  private final FieldIndex index;
  private final int signatureIndex;

  /** One that was accepted of late; any thread may put a newer one here. */
  private volatile @Nullable Ending last;

  private final EveryEighth remembered = new EveryEighth();

  /**
   * The parameters that are looked for, from the first on, up to the signature's value.
   *
   * @param raw with the signature's name
   * @param length without it: so much of this is signed
   * @param decoded what that stands for
   * @param values of all fields but the signature
   */
  private record Ending(Octets raw, int length, Octets decoded, @Nullable Octets[] values) {}

  /**
   * @param search for the other parameters, which may stand anywhere
   */
  Endings(
      ParameterSearch search, TrailingParameter signature, FieldIndex index, int signatureIndex) {
    this.search = search;
    this.signature = signature;
    this.index = index;
    this.signatureIndex = signatureIndex;
  }

  /** The fields of a request whose ending is known; null of any other. */
  @Nullable SentFields read(RequestUrl url) {
    Ending ending = last;
    if (ending == null) {
      return null;
    }
    Octets target = url.targetOctets();
    int from = start(ending, target, target.length() - url.queryOctets().length());
    if (from < 0) {
      return null;
    }
    SentFields fields = new SentFields(index, ending.values().clone());
    int value = from + ending.raw().length();
    fields.values()[signatureIndex] = target.slice(value, target.length());
    Octets signed = target.slice(0, from + ending.length());
    fields.noteTarget(Optional.of(new SignedTarget(signature, signed, from, ending.decoded())));
    return fields;
  }

  /**
   * Where the ending begins, with none of the parameters that are looked for before it; negative
   * where it is not.
   *
   * @param query where the query begins
   */
  private int start(Ending ending, Octets target, int query) {
    if (target.has(ending.raw(), query)) {
      return query;
    }
    int from = signature.front(target).length() - ending.length();
    return from > query
            && target.at(from - 1) == '&'
            && target.has(ending.raw(), from)
            && !search.isAnyIn(target, query, from)
        ? from
        : -1;
  }

  /** Takes the ending of a request that was accepted. */
  void remember(RequestUrl url, SentFields accepted) {
    if (!remembered.isNext()) {
      return;
    }
    Octets target = url.targetOctets();
    ParameterSearch.Found found = search.in(url.queryOctets());
    if (found.isEachOnce()) {
      int from = target.length() - url.queryOctets().length() + found.start();
      int length = signature.front(target).length() - from;
      int value = target.length() - accepted.raw(signatureIndex).length();
      Octets raw = copy(target.slice(from, value));
      Octets decoded = Percent.decode(raw.slice(0, length));
      last = new Ending(raw, length, decoded, copies(accepted.values()));
    }
  }

  private @Nullable Octets[] copies(@Nullable Octets[] values) {
    @Nullable Octets[] copies = new Octets[values.length];
    for (int i = 0; i < values.length; i++) {
      copies[i] = i == signatureIndex || values[i] == null ? null : copy(values[i]);
    }
    return copies;
  }

  /** So that what is remembered is not the whole request. */
  private static Octets copy(Octets part) {
    return Octets.of(part.toBytes());
  }
}
