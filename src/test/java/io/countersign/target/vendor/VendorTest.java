package io.countersign.target.vendor;

import static io.countersign.target.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.target.Samples;
import io.countersign.verify.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTest {
  private static final List<String> ALL =
      List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic");

  private static Exchange answer(HttpRequest request, String... schemes) {
    List<Registration> clients = Stream.of(schemes).map(Samples::registration).toList();
    return new Vendor(clients, Judge.reference()).answer(request, NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void answer_isTheResourcesToASignedRequest_aloneAndAmongAllSchemes(String id) {
    HttpRequest request = Samples.signedFirst(id);
    Exchange alone = answer(request, id);
    assertThat(alone.status()).isEqualTo(200);
    assertThat(alone.body()).isEqualTo(Samples.scheme(id).service().resources().get(0).answer());
    Exchange among = answer(request, ALL.toArray(String[]::new));
    assertThat(among.status()).isEqualTo(200);
    assertThat(among.scheme()).isEqualTo(id);
  }

  @Test
  void answer_is401WithTheReason_toARequestWithoutSignature() {
    Exchange exchange = answer(Samples.first(Samples.scheme("rmtrack")), "rmtrack");
    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.body()).isEqualTo("{\"error\":\"Unauthorized: missing-credential\"}");
  }

  @Test
  void answer_refusesByTheSchemeThatGotFurthest() {
    HttpRequest request = Samples.signedFirst("ticketmatic");
    String authorization = request.headers().first("Authorization").orElseThrow();
    String signature = authorization.substring(authorization.length() - 64);
    HttpRequest tampered =
        request
            .withHeaders(request.headers().without("Authorization"))
            .withHeader("Authorization", authorization.replace(signature, "0".repeat(64)));
    Exchange exchange = answer(tampered, "ticketmatic-basic", "ticketmatic");
    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.scheme()).isEqualTo("ticketmatic");
    assertThat(exchange.verdict().orElseThrow()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void answer_isGeneric_toASignedRequestForWhatIsNotThere() {
    HttpRequest elsewhere =
        Samples.signedFirst("ticketmatic").withTarget("/nowhere?a").withMethod("DELETE");
    Exchange exchange = answer(elsewhere, "ticketmatic");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.body()).isEqualTo("{\"ok\":true}");
  }

  @Test
  void answer_givesTheServersTime_withoutAuthentication() {
    HttpRequest time =
        HttpRequest.get("https://apps.ticketmatic.com/api/1/countersign/diagnostics/time");
    Exchange exchange = answer(time, "ticketmatic-basic", "ticketmatic");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.verdict()).isEmpty();
    assertThat(exchange.body()).isEqualTo("{\"systemtime\":\"2024-12-04T14:55:06\"}");
  }
}
