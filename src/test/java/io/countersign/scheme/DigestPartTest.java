package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes in a string to sign. All of them are openssl's: {@code printf body | openssl dgst}. */
final class DigestPartTest {
  private static final HttpRequest REQUEST =
      HttpRequest.get("https://h/x?b=2&a=1").withBody(Octets.of("body"));

  private static final QueryPart SORTED =
      new QueryPart(QueryPart.Order.BY_NAME, Part.Form.RAW, Set.of(), "=", "&", Set.of("PUT"));

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "md5, hex, 841a2d689ad86bd1611447453c22c6fc",
    "sha-1, hex, 02083f4579e08a612425c0c1a17ee47add783b94",
    "sha-256, hex, 230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5",
    "sha-256, hex-upper, 230D8358DC8E8890B4C58DEEB62912EE2F20357AE92A5CC861B98E68FE31ACB5",
    "sha-256, base64, Iw2DWNyOiJC0xY3utikS7i8gNXrpKlzIYbmOaP4xrLU=",
    "sha-256, base64-url, Iw2DWNyOiJC0xY3utikS7i8gNXrpKlzIYbmOaP4xrLU",
    "sha-384, hex, 8517aca50b29dbeb9f5d8964a8adf64e2f6592b0aff41eade47f68ba9a3849254fac883bf15836da"
        + "007086e73a145d7b",
    "sha-512, hex, 5510ebbda5ed4da007c55a62fd7075c722ec031f07398ef3e90b9b50e0fe950985476c474414d2b3"
        + "86e8f08cd505fb506b528006a30abfe9ca0eb0b67b7e760b",
  })
  void digest_isTheHashOfItsParts_asTheFileSays(String algorithm, String encoding, String due) {
    assertThat(written(read(algorithm, encoding, "[body]"), REQUEST).text()).isEqualTo(due);
  }

  @Test
  void rawDigest_isTheBytesThemselves() {
    assertThat(written(read("md5", "raw", "[body]"), REQUEST).toBytes())
        .isEqualTo(HexFormat.of().parseHex("841a2d689ad86bd1611447453c22c6fc"));
  }

  @Test
  void emptyBody_isHashedAsAnythingElse() {
    assertThat(written(read("sha-256", "hex", "[body]"), REQUEST.withBody(Octets.EMPTY)).toString())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** {@code printf 'GET\n230d…acb5' | openssl sha1}. */
  @Test
  void digestWithinADigest_isHashedAsItIsWritten() {
    Part nested =
        read(
            "sha-1",
            "hex",
            "[method, text: \"\\n\", digest: {algorithm: sha-256, encoding: hex, of: [body]}]");

    assertThat(written(nested, REQUEST).text())
        .isEqualTo("944a1f6cb2f725455b69efb2d07d118a2acb3313");
    assertThat(nested.leaves())
        .containsExactly(new Part.Method(), new Part.Text("\n"), new Part.Body());
  }

  @Test
  void digest_coversAndReadsWhatItsPartsDo() {
    Part digest =
        of(
            new Part.Host(Part.Host.Port.AS_SENT),
            of(new Part.HeaderValue("X-One"), new Part.Timestamp()),
            new Part.Body());

    assertThat(digest.covers())
        .extracting(Aspect::toString)
        .containsExactlyInAnyOrder("host", "header X-One", "timestamp", "body");
    assertThat(digest.headers()).containsExactly("Host", "X-One");
  }

  @Test
  void digest_signsTheBodyOfARequest_whereAPartOfItDoes() {
    assertThat(of(SORTED).signsBodyOf(REQUEST)).isFalse();
    assertThat(of(SORTED).signsBodyOf(REQUEST.withMethod("PUT"))).isTrue();
    assertThat(of(new Part.Path(), new Part.Body()).signsBodyOf(REQUEST)).isTrue();
  }

  @Test
  void queryThatIsHashedSorted_isSorted() {
    SigningRules rules = TestSchemes.builtIn("rmtrack").rules(Profile.DOCUMENTED);

    assertThat(rules.withStringToSign(List.of(of(SORTED))).sortsQuery()).isTrue();
    assertThat(
            rules
                .withStringToSign(List.of(of(SORTED.withOrder(QueryPart.Order.AS_SENT))))
                .sortsQuery())
        .isFalse();
  }

  @Test
  void hostThatIsHashed_isReadInEveryWay() {
    Part either = of(new Part.Method(), of(new Part.Host(Part.Host.Port.EITHER)));

    assertThat(either.readings())
        .containsExactly(
            of(new Part.Method(), of(new Part.Host(Part.Host.Port.OMITTED))),
            of(new Part.Method(), of(new Part.Host(Part.Host.Port.AS_SENT))));
    assertThat(either.readings())
        .extracting(Part::reading)
        .containsExactly("the host without its port", "the host with its port");
  }

  /** As of a timestamp that is signed itself. */
  @Test
  void timestampThatIsHashed_needsARule() {
    String text =
        AcmeScheme.GOOD
            .replace("- timestamp", digest("sha-256", "hex", "[timestamp]"))
            .replace("timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}\n", "")
            .replace("  - {header: X-Date, value: \"{timestamp}\"}\n", "");

    AcmeScheme.assertRefused(
        root,
        text,
        "10:3: the string to sign has a timestamp and the scheme does not say its format");
  }

  @ParameterizedTest
  @CsvSource({
    "query, 10:54, parameter sig, 'query: {omit: [sig]}'",
    "target, 10:54, parameter sig, 'target: {before: sig}'",
    "'method, digest: {algorithm: md5, encoding: raw, of: [path, query]}', 10:113,"
        + " parameter sig, 'query: {omit: [sig]}'",
  })
  void signatureThatWouldBeHashed_isRefusedWhereItIs(
      String parts, String where, String carrier, String right) {
    String text =
        AcmeScheme.GOOD
            .replace("- method", digest("sha-256", "hex", "[" + parts + "]"))
            .replace("header: X-Auth, value: \"Acme ", "query: sig, value: \"");

    AcmeScheme.assertRefused(
        root,
        text,
        where
            + ": the signature would sign itself: it is sent in the "
            + carrier
            + "; write '"
            + right);
  }

  private Part read(String algorithm, String encoding, String of) {
    return AcmeScheme.load(
            root, AcmeScheme.GOOD.replace("- method", digest(algorithm, encoding, of)))
        .rules(Profile.DOCUMENTED)
        .stringToSign()
        .get(0);
  }

  private static String digest(String algorithm, String encoding, String of) {
    return "- digest: {algorithm: " + algorithm + ", encoding: " + encoding + ", of: " + of + "}";
  }

  private static Part of(Part... parts) {
    return new DigestPart(Algorithm.HMAC_SHA256, Optional.of(Encoding.HEX), List.of(parts));
  }

  private static Octets written(Part part, HttpRequest request) {
    OctetBuffer out = new OctetBuffer();
    part.appendTo(
        out,
        new SigningInput(
            request, Credentials.examples(TestSchemes.builtIn("rmtrack")), "the time"));
    return out.toOctets();
  }
}
