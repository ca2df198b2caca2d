package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.DayPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.PathAndQuery;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningInput;
import java.util.ArrayList;
import java.util.List;

/** Composes the string to sign from its parts. */
public final class StringToSign {
  private StringToSign() {}

  /** The same parts, with what is the same for every request of one party joined and encoded. */
  public static List<Part> of(List<Part> parts, Credentials credentials) {
    List<Part> joined = new ArrayList<>();
    OctetBuffer open = new OctetBuffer();
    for (Part part : parts) {
      String fixed = part.fixed(credentials);
      if (fixed != null) {
        open.append(fixed);
        continue;
      }
      close(open, joined);
      joined.add(part);
    }
    close(open, joined);
    return withTargets(joined);
  }

  /** The same parts, with path and query as one where they are signed side by side. */
  private static List<Part> withTargets(List<Part> parts) {
    List<Part> joined = new ArrayList<>(parts);
    for (int i = 0; i < joined.size() - 2; i++) {
      if (joined.get(i) instanceof Part.Path path
          && PathAndQuery.isBetween(joined.get(i + 1))
          && joined.get(i + 2) instanceof QueryPart query) {
        joined.subList(i, i + 3).clear();
        joined.add(i, new PathAndQuery(path, query));
      }
    }
    return joined;
  }

  /** The same parts, with what is the same for every request of one time joined as well. */
  public static List<Part> at(String timestamp, String day, List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    OctetBuffer open = new OctetBuffer();
    for (Part part : parts) {
      if (part instanceof Part.Fixed fixed) {
        open.append(fixed.octets());
      } else if (part instanceof Part.Timestamp) {
        open.append(timestamp);
      } else if (part instanceof DayPart) {
        open.append(day);
      } else {
        close(open, joined);
        joined.add(part);
      }
    }
    close(open, joined);
    return joined;
  }

  private static void close(OctetBuffer open, List<Part> joined) {
    if (open.length() > 0) {
      joined.add(new Part.Fixed(open.toOctets()));
      open.clear();
    }
  }

  /** Writes the parts into a buffer, after emptying it. */
  public static void compose(List<Part> parts, SigningInput input, OctetBuffer out) {
    out.clear();
    // A call of its own for each of the first: the JVM knows of each call which kinds of parts it
    // met, and where that is one kind, as in a process that signs for one vendor, it needs no call.
    int n = parts.size();
    if (n > 0) {
      parts.get(0).appendTo(out, input);
    }
    if (n > 1) {
      parts.get(1).appendTo(out, input);
    }
    if (n > 2) {
      parts.get(2).appendTo(out, input);
    }
    if (n > 3) {
      parts.get(3).appendTo(out, input);
    }
    if (n > 4) {
      parts.get(4).appendTo(out, input);
    }
    if (n > 5) {
      parts.get(5).appendTo(out, input);
    }
    for (int i = 6; i < n; i++) {
      parts.get(i).appendTo(out, input);
    }
  }

  public static Octets of(List<Part> parts, SigningInput input) {
    OctetBuffer out = new OctetBuffer();
    compose(parts, input, out);
    return out.toOctets();
  }
}
