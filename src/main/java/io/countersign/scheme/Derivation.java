package io.countersign.scheme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How the key of a MAC is made of a secret: messages are MACed one after another, each keyed with
 * the MAC before it, and the last MAC is the key. What comes out in between is as secret as the
 * secret.
 *
 * @param prefix what stands before the secret in the key of the first MAC; empty where nothing does
 * @param messages in order: fixed texts, credentials that are no secrets, and the day
 */
public record Derivation(String prefix, List<Part> messages) {
  public Derivation {
    messages = List.copyOf(messages);
  }

  /** The key of the first MAC. */
  public byte[] firstKey(byte[] secret) {
    byte[] before = prefix.getBytes(StandardCharsets.UTF_8);
    byte[] key = new byte[before.length + secret.length];
    System.arraycopy(before, 0, key, 0, before.length);
    System.arraycopy(secret, 0, key, before.length, secret.length);
    return key;
  }

  /** What is MACed for one party on one day. */
  public List<String> texts(Credentials credentials, String day) {
    List<String> texts = new ArrayList<>();
    for (Part message : messages) {
      String fixed = message.fixed(credentials);
      texts.add(fixed == null ? day : fixed);
    }
    return texts;
  }

  /** Whether each day has a key of its own. */
  public boolean usesDay() {
    return SigningRules.hasDay(messages);
  }
}
