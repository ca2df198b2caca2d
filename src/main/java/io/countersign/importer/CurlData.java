package io.countersign.importer;

import io.countersign.document.InputException;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What curl's options for data make up, joined in their order. */
final class CurlData {
  private final OctetBuffer bytes = new OctetBuffer();
  private boolean given;
  private boolean json;

  /** {@code --data}: of a file, line breaks and NUL are left out. */
  void text(String text) {
    Optional<byte[]> file = file(text);
    join();
    if (file.isPresent()) {
      for (byte octet : file.get()) {
        if (octet != '\r' && octet != '\n' && octet != 0) {
          bytes.append(octet);
        }
      }
    } else {
      bytes.append(text);
    }
  }

  void raw(String text) {
    join();
    bytes.append(text);
  }

  void binary(String text) {
    Optional<byte[]> file = file(text);
    join();
    append(file, text);
  }

  /** {@code --json}, which joins with nothing between. */
  void json(String text) {
    json = true;
    given = true;
    append(file(text), text);
  }

  /** {@code --data-urlencode}: content, =content, name=content, @file or name@file. */
  void encoded(String text) {
    join();
    int equals = text.indexOf('=');
    int at = text.indexOf('@');
    if (equals < 0 && at >= 0) {
      name(text.substring(0, at));
      Octets content = Octets.of(file(text.substring(at)).orElseThrow());
      if (!content.isText()) {
        throw InputException.of(
            "the file " + text.substring(at + 1) + " is not UTF-8 text", "save it as UTF-8");
      }
      bytes.append(encode(content.text()));
      return;
    }
    name(text.substring(0, Math.max(equals, 0)));
    bytes.append(encode(text.substring(equals + 1)));
  }

  private void name(String name) {
    if (!name.isEmpty()) {
      bytes.append(name).append("=");
    }
  }

  private static String encode(String text) {
    return Percent.encode(text).replace("%20", "+");
  }

  private void append(Optional<byte[]> file, String text) {
    if (file.isPresent()) {
      bytes.append(file.get());
    } else {
      bytes.append(text);
    }
  }

  private void join() {
    if (given) {
      bytes.append("&");
    }
    given = true;
  }

  private static Optional<byte[]> file(String text) {
    if (!text.startsWith("@")) {
      return Optional.empty();
    }
    String name = text.substring(1);
    if (name.equals("-")) {
      throw InputException.of(
          "the curl command takes its data from standard input", "name a file behind the @");
    }
    return Optional.of(read(name));
  }

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw InputException.of(
          "cannot read the file " + name + " that the curl command sends",
          "run this where curl was run, or write the data itself");
    }
  }

  boolean isGiven() {
    return given;
  }

  boolean isJson() {
    return json;
  }

  Octets octets() {
    return bytes.toOctets();
  }
}
