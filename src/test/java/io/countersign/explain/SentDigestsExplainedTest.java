package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that carries a hash of its body shows by that what its signer has hashed. */
final class SentDigestsExplainedTest {
  private static final Scheme SCHEME =
      Schemes.in(List.of(TestSchemes.further())).scheme("kong-digest");
  private static final Instant NOW = Instant.parse("2017-06-22T21:12:36Z");

  /**
   * The published request of that vendor with digests and signatures by Python's own {@code
   * hashlib} and {@code hmac}: of other functions and encodings, of other texts, one that is not
   * sent, written otherwise, not signed, and one beside a signature of nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
        sent-digest-with-md5 | SHA-256=oNeuPW1v6SNDE5eOLVCLiQ== | A small body | lmAkcflOr5PyqxtGLSh3NiaLV7dlSXh7a/uds6d8Bwg=
        sent-digest-with-sha-512 | SHA-256=jncLtoT3NWJxQ2JyUY6mhV+l/PBybknVPpIDv+r+MHUSizxa2R6Mmv4TgCZTGfG7Tve8zEFhcNzMr1UMGXE40g== | A small body | IeqCbQ1myoGFFUpw2A9UL1uwkj8JrGtr+APXg6tlyu8=
        sent-digest-in-hex | SHA-256=4811fb404b6a9d852911c2210db992b4d775331b47836f9f7817d6735d74e4c0 | A small body | XWs9GiFVY7BXJwCO4xQ+i9TZ4vVYnARZQsIdCgbs50Q=
        sent-digest-in-base64-of-hex | SHA-256=NDgxMWZiNDA0YjZhOWQ4NTI5MTFjMjIxMGRiOTkyYjRkNzc1MzMxYjQ3ODM2ZjlmNzgxN2Q2NzM1ZDc0ZTRjMA== | A small body | wcuRZ24dEKe+gSQNb9VW7rHGE6z36OSxyxIBFtTk1IM=
        sent-digest-computed-twice | SHA-256=9NpMgqBb43ONOb3rOHfVR2NZv96wkixAfTQAbgmaMnc= | A small body | IZ304EMG7Qy+gDa80ZoszhFPk2hGJHi/UjjnzCOvtqA=
        sent-digest-of-body-left-out | SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= | A small body | kURhlg/Ekpvyte5yhr+QRpzuW+fQVRdbibioX6mbXAk=
        sent-digest-of-other-body | SHA-256=rkSKyGxOjk3sZFcpcI70GHOuecbf+E7/czYJiUh/COU= | A small body | iM5q1dc9ylVal+EHHq2icirUS61ivgY9pb2qH6nLrdY=
        sent-digest-of-other-body | SHA-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA= | A big body | gaweQbATuaGmLrUr3HE0DzU1keWGCt3H96M28sSHTG8=
        sent-digest-of-body-json-compact | SHA-256=AVMNFk1HnPCOJtOxrZvbqScSDZfi0Fem15Lbd4eA1yA= | { "a" : [1, 2] }⏎ | q11+km+T43mEdrlLlAVC8klEbYMoYr/ky9Kp+IMqXPI=
        sent-digest-of-body-without-final-newline | SHA-256=mOV6auPHDPc6sm/I96EVTuNOMw2FDOYsaTMehmZ+Yww= | { "a" : [1, 2] }⏎ | Q3FRGCEzNHw9/YsiGgyER2V5bdmgoPoIpjiNqgLUxgw=
        sent-digest-missing | '' | A small body | WCI9DIDHtV6Bf5+XsGcpy8RmEpCM6OPil3EgGh8ULfg=
        sent-digest-missing | '' | A small body | gaweQbATuaGmLrUr3HE0DzU1keWGCt3H96M28sSHTG8=
        sent-digest-without-prefix | SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA= | A small body | EfOapcmrmMbhSLXr8l4FB6hJ1TSlFBNSzpfGtEJxlSs=
        sent-digest-in-other-form | MD5=oNeuPW1v6SNDE5eOLVCLiQ== | A small body | a7+dbfHJcFoNX6UzxfSYndlUVvZ4XhDWDxSUoOu8qLU=
        sent-digest-not-signed | SHA-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA= | A small body | usyWH1DQnDlCdy7SCH+6KKHGZwRmDFciRwcoShHyLoA=
        sent-digest-of-other-body | SHA-256=rkSKyGxOjk3sZFcpcI70GHOuecbf+E7/czYJiUh/COU= | A small body | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        final-newline-added sent-digest-missing | '' | A small body | Acfd5BBhiIU+D8FUF6wrHVw8YoJTf54QBenyeXjVuHo=
        final-newline-added sent-digest-with-md5 | SHA-256=oNeuPW1v6SNDE5eOLVCLiQ== | A small body | YnwBQ2I61r4lOwwE1ZHn6TCuSK8veLe0lmXceU8A0uw=
        sent-digest-in-other-form | sha-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA= | A small body | gHE+5skp+98zNUqVmNrAm5C0kPR3oJKcr9LpvphXu1A=
        sent-digest-without-padding | SHA-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA | A small body | 9RCpUTLMZFrMlquR6pAlq+gM6Uj/xTsHFa12HBESoDo=
        """)
  void explain_namesWhatIsWrongWithTheDigest(
      String ids, String digest, String body, String signature) {
    HttpRequest request =
        HttpRequest.get("https://gateway.example/requests")
            .withBody(Octets.of(body.replace("⏎", "\n")))
            .withHeader("Date", "Thu, 22 Jun 2017 21:12:36 GMT")
            .withHeader(
                "Authorization",
                "hmac username=\"alice123\", algorithm=\"hmac-sha256\","
                    + " headers=\"date request-line digest\", signature=\""
                    + signature
                    + "\"");

    Diagnosis diagnosis =
        Explainer.of(SCHEME, Profile.DOCUMENTED, Credentials.examples(SCHEME))
            .withBudget(Duration.ofMinutes(1))
            .explain(digest.isEmpty() ? request : request.withHeader("Digest", digest), NOW);

    assertThat(((Diagnosis.Rejected) diagnosis).explanations())
        .extracting(
            one -> one.deviations().stream().map(Deviation::id).sorted().toList().toString())
        .containsExactly(List.of(ids.split(" ")).toString());
  }

  /** Where it is a part, what was signed need not be what is sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
        sent-digest-with-sha-1 | zsdoryg/rfIYg1YC7T2aaG2nK2M= | ci5JFxJ7GjwkpJYDywY6Pu411pU=
        sent-digest-not-as-signed | zsdoryg/rfIYg1YC7T2aaG2nK2M= | 3lxNn6lu6O4oacWETxe2vbwgQ8k=
        sent-digest-in-hex | 24d4d13f3b4b194259cb81f3da40a598 | uqASPXP4M55lROWJeLNvxq8OyTA=
        sent-digest-not-as-signed | sy1z5W7Jm8Xsj4OHHN5wig== | 3lxNn6lu6O4oacWETxe2vbwgQ8k=
        sent-digest-of-other-body | sy1z5W7Jm8Xsj4OHHN5wig== | FKrHdMFQuSX72ILSvgwH6kTdu9k=
        sent-digest-missing | '' | 3lxNn6lu6O4oacWETxe2vbwgQ8k=
        sent-digest-missing | '' | IXC6FbYzb2JA+vGumlCbyqxhnQo=
        """)
  void explain_tellsTheDigestThatIsSentFromTheOneThatWasSigned(
      String id, String digest, String signature) {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("content-md5");
    HttpRequest request =
        HttpRequest.get("https://md5.example/notes/1")
            .withMethod("PUT")
            .withBody(Octets.of("{\"text\":\"a note\"}"))
            .withHeader("Content-Type", "application/json")
            .withHeader("Date", "Thu, 22 Jun 2017 21:12:36 GMT")
            .withHeader("Authorization", "APIAuth ak_1044:" + signature);

    Diagnosis diagnosis =
        Explainer.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme))
            .withBudget(Duration.ofMinutes(1))
            .explain(digest.isEmpty() ? request : request.withHeader("Content-MD5", digest), NOW);

    assertThat(((Diagnosis.Rejected) diagnosis).explanations())
        .extracting(one -> one.deviations().stream().map(Deviation::id).toList().toString())
        .containsExactly("[" + id + "]");
  }
}
