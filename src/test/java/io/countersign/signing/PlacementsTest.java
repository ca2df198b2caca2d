package io.countersign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacementsTest {
  private static final SigningRules QUERY =
      TestSchemes.builtIn("hoshinplan").rules(Profile.DOCUMENTED);
  private static final SigningRules HEADER =
      TestSchemes.builtIn("ticketmatic").rules(Profile.DOCUMENTED);

  @ParameterizedTest
  @CsvSource({
    "https://h/x?a=1&app_key=k&timestamp=t&signature=s, https://h/x?a=1",
    "https://h/x?app_key=k&a=1&timestamp=t&signature=s, https://h/x?a=1",
    "https://h/x?app_key=k&signature=s, https://h/x",
    "https://h/x?app_key&a=app_key, https://h/x?a=app_key",
    "https://h/x?my_app_key=1&timestamps=2, https://h/x?my_app_key=1&timestamps=2",
    "https://h/x?&a=%7e&, https://h/x?&a=%7e&",
    "https://h/app_key=1, https://h/app_key=1",
  })
  void removeAll_takesOutWhatASignerPutIn_andNothingElse(String signed, String bare) {
    assertThat(Placements.removeAll(QUERY.sent(), HttpRequest.get(signed)).url()).hasToString(bare);
  }

  @Test
  void removeAll_leavesOtherHeadersAlone() {
    HttpRequest request =
        HttpRequest.get("https://h/").withHeader("A", "1").withHeader("authorization", "x");

    assertThat(Placements.removeAll(HEADER.sent(), request))
        .isEqualTo(HttpRequest.get("https://h/").withHeader("A", "1"));
  }

  @Test
  void putAll_leavesOutACarrierOfWhichNothingIsLeft() {
    Map<String, String> values = Map.of("app_key", "k", "signature", "+/=");

    assertThat(Placements.putAll(QUERY, HttpRequest.get("https://h/x?"), values::get).url())
        .hasToString("https://h/x?app_key=k&signature=%2B%2F%3D");
    assertThat(
            Placements.putAll(HEADER, HttpRequest.get("https://h/"), field -> null).headers().all())
        .isEmpty();
  }

  @Test
  void putAll_leavesOneFieldOutOfAHeader() {
    Map<String, String> values = Map.of("accesskey", "k", "signature", "s");

    assertThat(
            Placements.putAll(HEADER, HttpRequest.get("https://h/"), values::get)
                .headers()
                .first("Authorization"))
        .contains("TM-HMAC-SHA256 key=k sign=s");
  }
}
