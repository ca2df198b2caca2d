package io.countersign.signing;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

/** The Java library's own hashes without their {@code clone}, from a provider of their own. */
final class UncopyableDigest extends MessageDigestSpi {
  private static final List<String> NAMES =
      List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private final MessageDigest digest;

  private UncopyableDigest(MessageDigest digest) {
    this.digest = digest;
  }

  static Provider provider() {
    return new Uncopyable();
  }

  @Override
  protected void engineUpdate(byte input) {
    digest.update(input);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int length) {
    digest.update(input, offset, length);
  }

  @Override
  protected byte[] engineDigest() {
    return digest.digest();
  }

  @Override
  protected void engineReset() {
    digest.reset();
  }

  private static final class Uncopyable extends Provider {
    private static final long serialVersionUID = 1L;

    Uncopyable() {
      super("Uncopyable", "1", "hashes that cannot be copied");
      for (String name : NAMES) {
        putService(new Hash(this, name));
      }
    }
  }

  private static final class Hash extends Provider.Service {
    private final Provider original;

    Hash(Provider provider, String name) {
      super(provider, "MessageDigest", name, UncopyableDigest.class.getName(), List.of(), Map.of());
      this.original = Security.getProviders("MessageDigest." + name)[0];
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return new UncopyableDigest(MessageDigest.getInstance(getAlgorithm(), original));
    }
  }
}
