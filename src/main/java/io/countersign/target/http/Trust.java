package io.countersign.target.http;

import io.countersign.document.InputException;
import io.countersign.document.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to believe over TLS. There is no way to believe just anyone. */
public final class Trust {
  private Trust() {}

  /** The authorities that the Java platform trusts. */
  public static SSLContext platform() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /**
   * The authorities that the platform trusts, and those of a file.
   *
   * @param pem one or more X.509 certificates in PEM
   * @throws InputException if there is none in it
   */
  public static SSLContext platformAnd(Path pem) {
    Collection<? extends Certificate> added = certificates(pem);
    try {
      List<Certificate> all = new ArrayList<>(platformAuthorities());
      all.addAll(added);
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry("authority-" + i, all.get(i));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java's trust store cannot be added to", e);
    }
  }

  /**
   * Those of a file of authorities that are over, a sentence each. They are trusted all the same:
   * what an authority signed is what has to be valid.
   *
   * @throws InputException if there is none in it
   */
  public static List<String> expired(Path pem, Instant now) {
    return certificates(pem).stream()
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .filter(each -> each.getNotAfter().toInstant().isBefore(now))
        .map(
            each ->
                "the certificate "
                    + Visible.line(each.getSubjectX500Principal().getName())
                    + " in "
                    + pem
                    + " expired at "
                    + each.getNotAfter().toInstant()
                    + ", and is trusted as you ask; others will refuse it")
        .toList();
  }

  private static Collection<? extends Certificate> certificates(Path pem) {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (NoSuchFileException e) {
      throw InputException.of("there is no file " + pem, "give the path of an existing file");
    } catch (IOException e) {
      throw InputException.of("cannot read " + pem, "give a file that can be read");
    } catch (CertificateException e) {
      // Said below, as for a file with nothing in it.
    }
    throw InputException.of(
        "there is no certificate in " + pem, "give one in PEM: -----BEGIN CERTIFICATE-----");
  }

  private static List<X509Certificate> platformAuthorities() throws GeneralSecurityException {
    List<X509Certificate> authorities = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      authorities.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers()));
    }
    return authorities;
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
