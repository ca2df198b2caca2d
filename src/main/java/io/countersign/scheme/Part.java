package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the string to sign. A scheme lists its parts in order; each writes its own bytes. A
 * behaviour that no part has yet is one more record here.
 */
public sealed interface Part
    permits Part.Text,
        Part.Fixed,
        Part.Credential,
        Part.Timestamp,
        Part.Method,
        Part.Host,
        Part.Path,
        Part.Target,
        Part.HeaderValue,
        Part.Body,
        Part.Rewritten,
        QueryPart,
        DayPart,
        PathAndQuery,
        DigestPart,
        SentDigest {

  /** Appends the bytes of this part for one request. */
  void appendTo(OctetBuffer out, SigningInput in);

  /** The text of a part that is the same for every request of one party; null of any other. */
  default @Nullable String fixed(Credentials credentials) {
    return null;
  }

  /** What a signature with this part in it covers. */
  default Set<Aspect> covers() {
    return Set.of();
  }

  /** The names of the headers that are read for this part. */
  default List<String> headers() {
    return List.of();
  }

  /** This part, or in place of a digest those that it hashes. */
  default List<Part> leaves() {
    return List.of(this);
  }

  /** Whether this is the body of that request, or has it in it. */
  default boolean signsBodyOf(HttpRequest request) {
    return covers().contains(Aspect.of(Aspect.Kind.BODY));
  }

  /**
   * The ways in which a verifier may read this part where the documentation leaves more than one
   * open; the first is the one that a signer writes.
   */
  default List<Part> readings() {
    return List.of(this);
  }

  /** What sets this reading apart from others, in words; empty where there are no others. */
  default String reading() {
    return "";
  }

  /** Raw as sent, or with its percent-escapes decoded. */
  enum Form {
    RAW,
    DECODED;

    void append(Octets octets, OctetBuffer out) {
      if (this == RAW) {
        out.append(octets);
      } else {
        Percent.appendDecoded(octets, out);
      }
    }
  }

  /** Fixed text: a separator, a version. */
  record Text(String text) implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(text);
    }

    @Override
    public String fixed(Credentials credentials) {
      return text;
    }
  }

  /** Fixed bytes. No scheme file names it: neighbours that are fixed texts are joined to it. */
  record Fixed(Octets octets) implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(octets);
    }
  }

  /** A credential field that is no secret. */
  record Credential(String field) implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.credentials().text(field));
    }

    @Override
    public String fixed(Credentials credentials) {
      return credentials.text(field);
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(new Aspect(Aspect.Kind.CREDENTIAL, field));
    }
  }

  /** The timestamp as the message carries it. */
  record Timestamp() implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.timestamp());
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.TIMESTAMP));
    }
  }

  /** The method, as sent. */
  record Method() implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.request().method());
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.METHOD));
    }
  }

  /** The host, with its port or without. */
  record Host(Port port) implements Part {
    /** What happens to a port that stands behind the host. */
    public enum Port {
      OMITTED,
      AS_SENT,
      /** The documentation is silent: a signer leaves it out, a verifier takes both. */
      EITHER
    }

    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      HttpRequest request = in.request();
      out.append(port == Port.AS_SENT ? request.authorityOctets() : request.hostOctets());
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.HOST));
    }

    @Override
    public List<String> headers() {
      return List.of("Host");
    }

    @Override
    public String reading() {
      return port == Port.AS_SENT ? "the host with its port" : "the host without its port";
    }

    @Override
    public List<Part> readings() {
      return port == Port.EITHER
          ? List.of(new Host(Port.OMITTED), new Host(Port.AS_SENT))
          : List.of(this);
    }
  }

  /** The path, as sent. */
  record Path() implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.request().url().pathOctets());
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.PATH));
    }
  }

  /**
   * Path and query in one, up to the parameter that carries the signature.
   *
   * @param form raw or decoded
   * @param before the signature's parameter; absent where the whole target is signed
   */
  record Target(Form form, Optional<TrailingParameter> before) implements Part {
    public Target(Form form, String before) {
      this(form, Optional.of(TrailingParameter.named(before)));
    }

    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      Octets target = in.request().url().targetOctets();
      if (before.isEmpty()) {
        form.append(target, out);
      } else if (in.target().isPresent() && isBefore(in.target().get().before())) {
        in.target().get().append(form, out);
      } else {
        form.append(before.get().front(target), out);
      }
    }

    /** Whether what is signed ends where that parameter begins. */
    public boolean isBefore(TrailingParameter parameter) {
      return before.isPresent() && before.get().equals(parameter);
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.PATH), Aspect.of(Aspect.Kind.QUERY));
    }
  }

  /** The value of the first header of that name; nothing where the request has none. */
  record HeaderValue(String name) implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.request().headers().octets(name));
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(new Aspect(Aspect.Kind.HEADER, name));
    }

    @Override
    public List<String> headers() {
      return List.of(name);
    }
  }

  /** The body's bytes. */
  record Body() implements Part {
    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      out.append(in.request().body());
    }

    @Override
    public Set<Aspect> covers() {
      return Set.of(Aspect.of(Aspect.Kind.BODY));
    }
  }

  /**
   * Another part written in another way. No scheme file names it: deviations are made of it.
   *
   * @param part which
   * @param writer how it is written
   */
  record Rewritten(Part part, Writer writer) implements Part {
    /** Another way to write a part. */
    @FunctionalInterface
    public interface Writer {
      /** Appends what stands in place of the part. */
      void append(Part part, SigningInput in, OctetBuffer out);
    }

    @Override
    public void appendTo(OctetBuffer out, SigningInput in) {
      writer.append(part, in, out);
    }

    @Override
    public List<String> headers() {
      return part.headers();
    }

    @Override
    public Set<Aspect> covers() {
      return part.covers();
    }
  }
}
