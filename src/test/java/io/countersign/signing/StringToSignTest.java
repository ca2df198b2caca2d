package io.countersign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.TestSchemes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StringToSignTest {
  private static final SigningInput INPUT =
      new SigningInput(
          HttpRequest.get("https://h/x"),
          Credentials.examples(TestSchemes.builtIn("rmtrack")),
          "now");
  private static final List<Part> PARTS =
      List.of(new Part.Method(), new Part.Text(" "), new Part.Path());

  @Test
  void of_isThePartsInTheirOrder() {
    assertThat(StringToSign.of(PARTS, INPUT)).hasToString("GET /x");
  }

  @Test
  void compose_emptiesTheBufferFirst() {
    OctetBuffer buffer = new OctetBuffer().append("left over");
    StringToSign.compose(PARTS, INPUT, buffer);

    assertThat(buffer.toOctets()).hasToString("GET /x");
  }
}
