package io.countersign.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Vectors of one scheme as another program would write them, signed by the Java library alone: one
 * in two is signed and one verified, each with its own request and time, and with one of a thousand
 * secrets.
 */
final class GeneratedVectors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRETS = 1_000;
  private static final Instant START = Instant.parse("2014-09-23T17:23:00Z");

  private final Mac mac;

  GeneratedVectors() {
    try {
      mac = Mac.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes so many vectors. */
  void write(Path file, int count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("{\"scheme\":\"ticketevolution\",\"source\":\"generated\",\"vectors\":[\n");
      for (int i = 0; i < count; i++) {
        out.write(i == 0 ? "" : ",\n");
        out.write(vector(i));
      }
      out.write("\n]}\n");
    }
  }

  private String vector(int number) {
    String signature = Base64.getEncoder().encodeToString(keyedAnew(number));
    String url = "https://api.ticketevolution.com/v9/events?per_page=5&page=" + number;
    String common =
        "\"credentials\":{\"token\":\"abc\",\"secret\":\""
            + secret(number)
            + "\"},\"time\":\""
            + START.plusSeconds(number)
            + "\",\"request\":{\"method\":\"GET\",\"url\":\""
            + url
            + "\"";
    return number % 2 == 0
        ? "{\"id\":\"s" + number + "\",\"op\":\"sign\"," + common + "},\"signature\":\"" + signature
            + "\"}"
        : "{\"id\":\"v" + number + "\",\"op\":\"verify\"," + common
            + ",\"headers\":{\"X-Token\":\"abc\",\"X-Signature\":\"" + signature
            + "\"}},\"expect\":\"accept\"}";
  }

  private static String secret(int number) {
    return "a-secret-of-usual-length-" + number % SECRETS;
  }

  private static byte[] stringToSign(int number) {
    String text = "GET api.ticketevolution.com/v9/events?page=" + number + "&per_page=5";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The MAC of one vector, by a Mac that is keyed for it. */
  byte[] keyedAnew(int number) {
    key(number);
    return mac.doFinal(stringToSign(number));
  }

  private void key(int number) {
    try {
      byte[] key = secret(number).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nanoseconds of processor time for a bare MAC, keyed once for all. */
  double nanosKeyedOnce(int count) {
    key(0);
    byte[] string = stringToSign(SECRETS);
    int[] sum = new int[1];
    return (double) ProcessorTime.of(count, () -> sum[0] += mac.doFinal(string)[0]) / count;
  }

  /** Nanoseconds of processor time for a bare MAC, keyed for each message. */
  double nanosKeyedAnew(int count) {
    return (double) ProcessorTime.of(count, macsKeyedAnew()) / count;
  }

  /** A bare MAC each time it runs, keyed with the next of the secrets. */
  Runnable macsKeyedAnew() {
    byte[][] keys = new byte[SECRETS][];
    for (int i = 0; i < SECRETS; i++) {
      keys[i] = secret(i).getBytes(StandardCharsets.UTF_8);
    }
    byte[] string = stringToSign(SECRETS);
    int[] sum = new int[2];
    return () -> {
      try {
        mac.init(new SecretKeySpec(keys[sum[1]++ % SECRETS], ALGORITHM));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
      sum[0] += mac.doFinal(string)[0];
    };
  }
}
