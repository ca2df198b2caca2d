package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A change of the parts of a string to sign. */
@FunctionalInterface
interface Rewrite {
  /** The changed parts, or nothing where there is nothing to change in these. */
  Optional<List<Part>> apply(List<Part> parts);

  /** The deviation that this is a form of, in words about the request that it was found in. */
  default Deviation seen(Deviation about, HttpRequest message) {
    return about;
  }

  /** Writes every part that covers an aspect in another way. */
  static Rewrite writing(Aspect.Kind kind, Part.Rewritten.Writer writer) {
    return writing(part -> covers(part, kind), writer);
  }

  static Rewrite writing(Predicate<Part> which, Part.Rewritten.Writer writer) {
    return mapping(part -> which.test(part) ? new Part.Rewritten(part, writer) : part);
  }

  /** The same of the scheme's own parts, before whatever deviations do to what they write. */
  static Rewrite writingCore(Predicate<Part> which, Part.Rewritten.Writer writer) {
    return mappingCore(part -> which.test(part) ? new Part.Rewritten(part, writer) : part);
  }

  /**
   * Replaces the scheme's own parts one by one, hashed ones too; those that deviations wrapped keep
   * their wrapping.
   */
  static Rewrite mappingCore(UnaryOperator<Part> change) {
    return mapping(part -> mappedCore(part, change));
  }

  /**
   * Replaces parts one by one, and in place of a digest those that it hashes.
   *
   * @param change gives the same object for a part that it does not change
   */
  static Rewrite mapping(UnaryOperator<Part> change) {
    return new EachPart(part -> mapped(part, change), false);
  }

  /** Replaces the parts of the string to sign one by one, a digest as one. */
  static Rewrite mappingOwn(UnaryOperator<Part> change) {
    return new EachPart(change, false);
  }

  /** The same with the digests themselves as well, after what they hash. */
  static Rewrite mappingAll(UnaryOperator<Part> change) {
    return new EachPart(part -> mappedAll(part, change), false);
  }

  /** Changes fixed text, hashed or not; what becomes empty goes. */
  static Rewrite mappingText(UnaryOperator<String> change) {
    UnaryOperator<Part> changed = text(change);
    return new EachPart(part -> mapped(part, leaf -> mappedCore(leaf, changed)), true);
  }

  /** The same of the string to sign alone, and not of what is hashed for it. */
  static Rewrite mappingOwnText(UnaryOperator<String> change) {
    UnaryOperator<Part> changed = text(change);
    return new EachPart(part -> mappedCore(part, changed), true);
  }

  private static UnaryOperator<Part> text(UnaryOperator<String> change) {
    return part -> part instanceof Part.Text text ? new Part.Text(change.apply(text.text())) : part;
  }

  /** Puts parts before all others, where there are others. */
  static Rewrite before(Part... more) {
    return around(List.of(more), List.of());
  }

  /** Puts parts behind all others, where there are others. */
  static Rewrite behind(Part... more) {
    return around(List.of(), List.of(more));
  }

  static Rewrite around(List<Part> first, List<Part> last) {
    return new Around(first, last);
  }

  static boolean covers(Part part, Aspect.Kind kind) {
    for (Aspect aspect : part.covers()) {
      if (aspect.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part covers an aspect and leaves its percent-escapes as they are sent. */
  static boolean coversRaw(Part part, Aspect.Kind kind) {
    Part core = core(part);
    boolean decoded =
        core instanceof Part.Target target && target.form() == Part.Form.DECODED
            || core instanceof QueryPart query && query.form() == Part.Form.DECODED;
    return covers(part, kind) && !decoded;
  }

  /** The part of the scheme that deviations wrapped. */
  static Part core(Part part) {
    Part core = part;
    while (core instanceof Part.Rewritten rewritten) {
      core = rewritten.part();
    }
    return core;
  }

  /** What becomes of a part, or in a digest of all that it hashes. */
  static Part mapped(Part part, UnaryOperator<Part> change) {
    return isDigest(part)
        ? mappedCore(part, digest -> ((DigestPart) digest).mapping(one -> mapped(one, change)))
        : change.apply(part);
  }

  private static Part mappedAll(Part part, UnaryOperator<Part> change) {
    return change.apply(
        isDigest(part)
            ? mappedCore(part, all -> ((DigestPart) all).mapping(one -> mappedAll(one, change)))
            : part);
  }

  static boolean isDigest(Part part) {
    return core(part) instanceof DigestPart;
  }

  /** A part with the scheme's own in it changed; the same object where that changes nothing. */
  static Part mappedCore(Part part, UnaryOperator<Part> change) {
    if (part instanceof Part.Rewritten rewritten) {
      Part inner = mappedCore(rewritten.part(), change);
      return inner == rewritten.part() ? part : new Part.Rewritten(inner, rewritten.writer());
    }
    Part changed = change.apply(part);
    return changed.equals(part) ? part : changed;
  }
}
