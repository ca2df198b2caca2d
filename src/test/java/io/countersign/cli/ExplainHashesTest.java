package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.GuideScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What authors of clients get wrong about a hashed canonical request. The signatures are Python's
 * ({@code hashlib}, {@code hmac}), each over a string that was put together by hand.
 */
class ExplainHashesTest {
  private static final String BODY = "{\"name\":\"Zoë\"}";
  private static final String UNSORTED =
      "9bb8931097400e32a4d36d02b8d9ada3c7217ad306d75d1a48e2bafe0a2b8abc";
  private static final String SPACED =
      "1b497237d609935b891908edcd614fce74fd9ab8dda767e68f8a83469eb72b71";
  private static final String IN_UPPER_CASE =
      "1f010de7ef561d04495f73674c4c99234d173170844770b571a14a58a8b600ea";

  @TempDir private Path schemes;

  @BeforeEach
  void writeScheme() throws IOException {
    Files.writeString(
        Files.createDirectory(schemes.resolve(GuideScheme.ID)).resolve("scheme.yaml"),
        GuideScheme.hashing());
  }

  @ParameterizedTest
  @CsvSource({
    "9bb8931097400e32a4d36d02b8d9ada3c7217ad306d75d1a48e2bafe0a2b8abc, 'The query was signed in the order in which it is sent, unsorted.'",
    "1b497237d609935b891908edcd614fce74fd9ab8dda767e68f8a83469eb72b71, The JSON body was signed with a space behind each comma and colon.",
    "0f278bc67c7951faa05d775ee45232f09da0a77d9f003cd227c6c2c500b75ff0, The body was signed with a newline at its end that did not arrive.",
    "bf5b61639a3fe602133e26f857bcc36f412f09a079be0546193d26a412d89436, A newline was added at the end of what is hashed.",
    "a4457a34761af604b6f9147b9c004905034676bf00158a072b728fbfbd5ecb1b, The hash in the string to sign was written in upper-case hexadecimal.",
    "c0a33e0634ee6f70d546c5a70ab5ad5c277da2c5feac64c7ddd838cd3fea086b, The hash in the string to sign was written in base64.",
    "a4152afb8f9b328d39f715d26eab2b6562a6305933783b6dd67e249fde0e1153, The hash in the string to sign was written in base64.",
    "2d4db2a87b5416d7b2ad0680bf7f2d11460938eac6c944da49424d550a643c24, The hash in the string to sign was written as the bytes that it is.",
    "e9c4c3f074c7b8729632ad9b90ae31694505d3398dca10c8b076b8625860b86f, The hash in the string to sign was computed with MD5.",
    "7e9fdac9bd3d1d704dce563c8c6696f3345901e2db4a0598d8439f568c00e9cb, What belongs hashed into the string to sign was signed itself.",
    "c5ba9ef6e2ffd56d395193b4ff58def3714e69e0ab5b879306f6b20788e13772, What belongs hashed into the string to sign was signed itself.",
    "9142e98d53e29c1062a73ed2193501f21d66098485027b626a0e7ca5fe5ebced, 'In what is hashed, a space stands between the method and the path and not the newline.'",
    "810dfafcc9edb2f51880e6a3c8b9b987fe0b6a3061e9f01d0c2b6700224cea3a, The query was left out of what is hashed.",
    "d4909d8b075ccabac7614da2b2f08fea6db805c843de13f2c37a86f56d5f3af2, The hash in the string to sign is the hash of a hash.",
  })
  void mistake_isNamed(String signature, String title) {
    assertThat(explained("POST", BODY, signature)).containsPattern(first(title));
  }

  /** The only explanation, or the first of several. */
  private static Pattern first(String title) {
    return Pattern.compile("^(1\\. )?" + Pattern.quote(title) + "$", Pattern.MULTILINE);
  }

  @ParameterizedTest
  @CsvSource({
    "ad7dbe685eb3967acd87b32c163fbb35ce786f7d0f8fcbc5ff300d54fbb296f8, Nothing was signed where the hash of the empty body belongs.",
    "43c66a014f601b6324301f8d68270ac58488dfdae6238ca881fcc0ebb4230aaf, accepted",
  })
  void emptyBody_isHashedToo(String signature, String said) {
    assertThat(explained("GET", "", signature)).containsPattern(first(said));
  }

  /** Two hashes one above the other would tell nobody anything. */
  @Test
  void whatIsHashed_isCompared() {
    assertThat(explained("POST", BODY, UNSORTED))
        .contains(
            "\n  What is hashed into the string to sign:\n"
                + "  signed:   POST↵/v1/parcels↵status=open&limit=2↵")
        .contains("\n  expected: POST↵/v1/parcels↵limit=2&status=open↵");
    assertThat(explained("POST", BODY, SPACED))
        .contains("  signed:   {\"name\": \"Zoë\"}\n  expected: {\"name\":\"Zoë\"}\n");
  }

  @Test
  void hashThatIsWrittenOtherwise_isComparedItself() {
    String explained = explained("POST", BODY, IN_UPPER_CASE);

    assertThat(explained).contains("\n  signed:   ACME1↵1411492980↵");
    assertThat(explained).doesNotContain("What is hashed into");
  }

  @Test
  void whatShouldHaveBeenHashed_isSaid_whereNothingExplains() {
    assertThat(explained("POST", BODY, "0".repeat(64)))
        .contains("\n  with the hash of {\"name\":\"Zoë\"}\n")
        .contains("\n  with the hash of POST↵/v1/parcels↵limit=2&status=open↵");
  }

  @Test
  void whatIsHashed_isInTheJson() {
    String hashed = "\"hashed\":[\"{\\\"name\\\":\\\"Zoë\\\"}\",\"POST\\n/v1/parcels\\n";

    assertThat(explained("POST", BODY, UNSORTED, "--json").replace(" ", ""))
        .containsSubsequence(
            "\"expected\":{",
            hashed + "limit=2&status=open\\n",
            "\"explanations\":[",
            hashed + "status=open&limit=2\\n");
  }

  private String explained(String method, String body, String signature, String... options) {
    String request =
        method
            + " https://api.acme-freight.example/v1/parcels?status=open&limit=2 HTTP/1.1\n"
            + "X-Acme-Key: ak_live_1001\nX-Acme-Time: 1411492980\nX-Acme-Signature: v1="
            + signature
            + "\n\n"
            + body;
    List<String> all =
        new ArrayList<>(List.of("--schemes", schemes.toString(), "--at", ExplainRun.NOW));
    all.addAll(List.of(options));
    return ExplainRun.of(request, GuideScheme.ID, all.toArray(String[]::new)).out();
  }
}
