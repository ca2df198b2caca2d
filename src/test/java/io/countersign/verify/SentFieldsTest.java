package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TestSchemes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SentFieldsTest {
  private static final HttpRequest REQUEST = HttpRequest.get("https://h/x");
  private static final SigningRules RULES =
      TestSchemes.builtIn("ticketevolution")
          .rules(Profile.DOCUMENTED)
          .withSent(List.of(header("A", "{token}"), header("B", "T {token}:{signature}")));

  @Test
  void aFieldInTwoPlaces_isThatOfTheLastThatHasIt() {
    HttpRequest first = REQUEST.withHeader("A", "1");

    assertThat(SentFields.read(RULES, first).value("token")).contains("1");
    assertThat(SentFields.read(RULES, first.withHeader("B", "")).value("token")).contains("1");
    assertThat(SentFields.read(RULES, first.withHeader("B", "T 2:3")).value("token")).contains("2");
    assertThat(SentFields.read(RULES, first.withHeader("B", "T :3")).value("token")).isEmpty();
  }

  @Test
  void whatNoPlacementHas_isMissing() {
    SentFields sent = SentFields.read(RULES, REQUEST.withHeader("B", "T 2:3"));

    assertThat(sent.value("signature")).contains("3");
    assertThat(sent.value("timestamp")).isEmpty();
    assertThat(sent.value("other")).isEmpty();
  }

  @Test
  void aLastParameterThatIsNotTheSignatures_isAllTheRest() {
    Placement token =
        new Placement.InQuery(
            "token",
            Template.parse("{token}").orElseThrow(),
            Placement.Escaping.PERCENT,
            Placement.Escaping.PERCENT,
            true);
    SigningRules rules = RULES.withSent(List.of(token, header("B", "{signature}")));
    HttpRequest request = HttpRequest.get("https://h/x?token=1&a=2&token=%33&b=4");

    assertThat(SentFields.read(rules, request).value("token")).contains("3&b=4");
    assertThat(SentFields.read(rules, REQUEST).value("token")).isEmpty();
  }

  private static Placement header(String name, String template) {
    return new Placement.InHeader(name, List.of(), Template.parse(template).orElseThrow());
  }
}
