package io.countersign.explain;

import static io.countersign.explain.SignedRequests.alone;
import static io.countersign.explain.SignedRequests.explained;
import static io.countersign.explain.SignedRequests.ofTicketmatic;
import static io.countersign.explain.SignedRequests.rmtrack;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another time signed than is sent; signatures as {@link SignedRequests} says. */
final class SignedTimesExplainedTest {
  /** Over {@code kmy-club} and the time of the row. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T16:55:06, 50b33b810eddc2f1c8900d92568184f4e133457cc4dcc5bf50f200e4d7995ade,"
        + " 2 h ahead of",
    "2024-12-04T09:25:06, ebc7a76b66a7819e3d395400784d5ffbc6a6a7bcc7d339eeb45dfc1ebbd032c7,"
        + " 5 h 30 min behind",
    "2024-12-05T04:55:06, 23aca5578b16a7c39c224d427252760cf0e891a5ec4709e75df8c4633796586d,"
        + " 14 h ahead of",
    "2024-12-04T02:55:06, c9e71f1523266a8cec25b5d4cc902b1e4067226e08a33271b8e1eeab0f75e48a,"
        + " 12 h behind",
  })
  void explain_namesLocalTimeThatWasSignedWhileUtcIsSent(
      String signed, String signature, String shift) {
    Deviation found = alone(ofTicketmatic("2024-12-04T14:55:06", signature));

    assertThat(found.id()).isEqualTo("timestamp-signed-in-local-time");
    assertThat(found.title()).contains("signed " + shift + " the one that is sent");
  }

  /** Over the right time, where the one that is sent is two hours ahead. */
  @Test
  void explain_namesLocalTimeThatIsSentWhileUtcWasSigned() {
    Diagnosis.Rejected diagnosis =
        explained(
            "rmtrack",
            Map.of("accesskey", "k", "secretkey", "of-nobody-else"),
            rmtrack("Wed, 04 Dec 2024 16:55:06 GMT", "ECEXDwkFfuKORFK94MSPGh8/mN8="));

    assertThat(alone(diagnosis).title()).contains("signed 2 h behind the one that is sent");
  }

  /** Over {@code k|my-club|2024-12-04T15:55:06}. */
  @Test
  void explain_namesLocalTimeBesideAnotherMistake() {
    Diagnosis.Rejected diagnosis =
        ofTicketmatic(
            "2024-12-04T14:55:06",
            "b42d80951f32a8c3a8ea8e1a61665e79b31ca90b3c7c5429b74e7a260a4f61e5");

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .containsExactlyInAnyOrder("timestamp-signed-in-local-time", "joined-with-bar");
  }

  /** Over {@code /a?app_key=k&timestamp=}, the time of the row and {@code +00:00}. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T06:55:06, 0EcAYH3eEtLihoWejtX%2BepPIntJZOYgicbEMGOKJalo%3D,"
        + " timestamp-signed-in-local-time",
    "2024-12-04t06:55:06, Pp1zGfgpULLaEANh286c%2BpWtUI9%2BAoO6T%2B6xAiimFnU%3D,"
        + " timestamp-signed-in-local-time string-in-lower-case",
  })
  void explain_namesLocalTimeInsideAQuery(String signed, String signature, String ids) {
    Diagnosis.Rejected diagnosis =
        explained(
            "hoshinplan",
            Map.of("app_key", "k", "secret", "of-nobody-else"),
            HttpRequest.get(
                "https://h.example/a?app_key=k&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00"
                    + "&signature="
                    + signature));

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .as(signed)
        .containsExactlyInAnyOrder(ids.split(" "));
  }

  /** Over {@code kmy-club} and the time of the row. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T14%3A55%3A06, 5f9c5d5e73f4feed8c19aeb74a1a1b1ba12bd8bae03301ffd801671387081109,"
        + " timestamp-signed-percent-encoded",
    "2024-12-04 14:55:06, 8f0ff5392a3855cdb719e932ff0cd1a05f67d9e500212ced4306daf0ac1771b7,"
        + " timestamp-signed-with-space",
  })
  void explain_namesATimestampThatWasSignedInAnotherSpelling(
      String signed, String signature, String id) {
    assertThat(alone(ofTicketmatic("2024-12-04T14:55:06", signature)).id())
        .as(signed)
        .isEqualTo(id);
  }

  /** Over {@code /a?app_key=k&timestamp=2024-12-04T14:55:06+00:00}. */
  @Test
  void explain_namesAnOffsetThatWasSignedWhileZIsSent() {
    Diagnosis.Rejected diagnosis =
        explained(
            "hoshinplan",
            Map.of("app_key", "k", "secret", "of-nobody-else"),
            HttpRequest.get(
                "https://h.example/a?app_key=k&timestamp=2024-12-04T14:55:06Z&signature="
                    + "tzfsylHDuw4k43eO1cKWSl2zgnw4%2B77iuDCJ8FWkIb0%3D"));

    assertThat(alone(diagnosis).id()).isEqualTo("timestamp-signed-in-other-form");
  }
}
