package io.countersign.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs out of longer texts, many of them of the same server: no text is made of a URL, and
 * the server is read once. Belongs to one thread.
 */
public final class UrlReader {
  private @Nullable RequestUrl last;

  /** What the last URL has before its path. */
  private char[] server = {};

  /**
   * The same as {@link RequestUrl#parse} of so many characters.
   *
   * @throws io.countersign.document.InputException as that does
   */
  public RequestUrl read(char[] text, int from, int length) {
    RequestUrl known = last;
    if (known != null && isOfServer(text, from, length)) {
      byte[] target = new byte[length - server.length];
      if (copyPlain(text, from + server.length, target)) {
        return known.withTarget(Octets.own(target, 0, target.length));
      }
    }
    return parse(new String(text, from, length));
  }

  private boolean isOfServer(char[] text, int from, int length) {
    int end = from + server.length;
    return length > server.length
        && (text[end] == '/' || text[end] == '?')
        && Arrays.equals(text, from, end, server, 0, server.length);
  }

  /** Whether there is nothing but visible ASCII, and no fragment. */
  private static boolean copyPlain(char[] text, int from, byte[] target) {
    for (int i = 0; i < target.length; i++) {
      char c = text[from + i];
      if (c <= ' ' || c >= 0x7F || c == '#') {
        return false;
      }
      target[i] = (byte) c;
    }
    return true;
  }

  private RequestUrl parse(String url) {
    RequestUrl parsed = RequestUrl.parse(url);
    String before = parsed.scheme() + "://" + parsed.authority();
    // Not where the authority is no text, so that other characters show in its place.
    if (url.startsWith(before)) {
      server = before.toCharArray();
      last = parsed;
    }
    return parsed;
  }
}
