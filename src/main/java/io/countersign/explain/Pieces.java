package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What parts write for one request, and for the requests that deviations see in its place. */
final class Pieces {
  private final SigningInput input;
  private final Map<HttpRequest, Pieces> all;
  private final Map<Seeing, Pieces> views = new IdentityHashMap<>(8);
  private final Map<Part, Piece> cores = new HashMap<>(8);

  private Pieces(SigningInput input, Map<HttpRequest, Pieces> all) {
    this.input = input;
    this.all = all;
  }

  static Pieces of(SigningInput input) {
    Map<HttpRequest, Pieces> all = new HashMap<>();
    Pieces pieces = new Pieces(input, all);
    all.put(input.request(), pieces);
    return pieces;
  }

  SigningInput input() {
    return input;
  }

  /** Found by the identity of its wrappings: to hash all of a part costs more than to sign it. */
  Piece piece(Part part) {
    if (part instanceof Part.Rewritten rewritten) {
      return piece(rewritten.part()).rewritten(rewritten, this);
    }
    Piece known = cores.get(part);
    if (known == null) {
      known = part instanceof DigestPart digest ? hash(digest) : Piece.of(part, input);
      cores.put(part, known);
    }
    return known;
  }

  /** Of the pieces that are hashed, most are known: a deviation changes few of them. */
  private Piece hash(DigestPart digest) {
    OctetBuffer hashed = new OctetBuffer();
    for (Part part : digest.parts()) {
      hashed.append(piece(part).written());
    }
    OctetBuffer hash = new OctetBuffer();
    digest.append(hashed, hash);
    return Piece.of(digest, hash);
  }

  /** The pieces of the request as it is seen; different views often see the same. */
  Pieces seenBy(Seeing writer) {
    Pieces known = views.get(writer);
    if (known == null) {
      known = all.computeIfAbsent(writer.view(input.request()), this::of);
      views.put(writer, known);
    }
    return known;
  }

  private Pieces of(HttpRequest request) {
    return new Pieces(
        new SigningInput(request, input.credentials(), input.timestamp(), input.day()), all);
  }
}
