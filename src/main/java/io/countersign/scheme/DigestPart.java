package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The hash of other parts, such as that of the body or of a canonical request. What is empty is
 * hashed as anything else.
 *
 * @param algorithm whose hash function it is; there is no key
 * @param encoding how the hash is written; absent where its bytes themselves are signed
 * @param parts what is hashed, in order
 */
public record DigestPart(Algorithm algorithm, Optional<Encoding> encoding, List<Part> parts)
    implements Part {

  public DigestPart {
    parts = List.copyOf(parts);
  }

  public DigestPart withAlgorithm(Algorithm other) {
    return new DigestPart(other, encoding, parts);
  }

  public DigestPart withEncoding(Optional<Encoding> other) {
    return new DigestPart(algorithm, other, parts);
  }

  public DigestPart withParts(List<Part> others) {
    return new DigestPart(algorithm, encoding, others);
  }

  /**
   * This with each of its parts changed; the same object where none is.
   *
   * @param change gives the same object for a part that it does not change
   */
  public DigestPart mapping(UnaryOperator<Part> change) {
    List<Part> changed = new ArrayList<>(parts);
    changed.replaceAll(change);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i) != parts.get(i)) {
        return withParts(changed);
      }
    }
    return this;
  }

  @Override
  public void appendTo(OctetBuffer out, SigningInput in) {
    OctetBuffer hashed = new OctetBuffer();
    for (Part part : parts) {
      part.appendTo(hashed, in);
    }
    append(hashed, out);
  }

  /** Appends the hash of what a buffer holds, as this writes hashes. */
  public void append(OctetBuffer hashed, OctetBuffer out) {
    MessageDigest digest = Hashes.OF_JAVA.of(algorithm);
    digest.update(hashed.array(), 0, hashed.length());
    byte[] hash = digest.digest();
    out.append(encoding.isPresent() ? encoding.get().letters(hash) : hash);
  }

  @Override
  public Set<Aspect> covers() {
    return SigningRules.covers(parts);
  }

  @Override
  public List<String> headers() {
    List<String> headers = new ArrayList<>();
    for (Part part : parts) {
      headers.addAll(part.headers());
    }
    return headers;
  }

  @Override
  public List<Part> leaves() {
    return SigningRules.leaves(parts);
  }

  @Override
  public boolean signsBodyOf(HttpRequest request) {
    for (Part part : parts) {
      if (part.signsBodyOf(request)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Part> readings() {
    List<Part> readings = new ArrayList<>();
    for (List<Part> reading : SigningRules.readings(parts)) {
      readings.add(withParts(reading));
    }
    return readings;
  }

  @Override
  public String reading() {
    return parts.stream()
        .map(Part::reading)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
