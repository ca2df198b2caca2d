package io.countersign.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that authors of clients send under another name or in another form. */
class ExplainCarriersTest {
  /** What the scheme sends, what is sent in its place, and how that is shown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOSHINPLAN | the parameter signature={signature} | sig=%s       | the parameter sig={signature}
          HOSHINPLAN | the parameter signature={signature} | hmac=%s      | the parameter hmac={signature}
          HOSHINPLAN | the parameter signature={signature} | Signature=%s | the parameter Signature={signature}
          RMTRACK | Authorization: RMT {accesskey}:{signature} | X-Signature: RMT countersign-access-key:%s | X-Signature: RMT {accesskey}:{signature}
          RMTRACK | Authorization: RMT {accesskey}:{signature} | X-Signature: %s | X-Signature: {signature}
          STRIPE | Stripe-Signature: t={timestamp},v1={signature} | X-Sig: t=1411492980,v1=%s         | X-Sig: t={timestamp},v1={signature}
          STRIPE | Stripe-Signature: t={timestamp},v1={signature} | Signature: t=1411492980,v1=%s     | Signature: t={timestamp},v1={signature}
          STRIPE | Stripe-Signature: t={timestamp},v1={signature} | Authorization: t=1411492980,v1=%s | Authorization: t={timestamp},v1={signature}
          TICKETEVOLUTION | X-Signature: {signature} | X-Token: abc\\nX-Sig: %s                  | X-Sig: {signature}
          TICKETEVOLUTION | X-Signature: {signature} | X-Token: abc\\nAuthorization: Bearer %s   | Authorization: Bearer {signature}
          TICKETEVOLUTION | X-Signature: {signature} | X-Token: abc\\nAuthorization: HMAC abc:%s | Authorization: HMAC abc:{signature}
          TICKETEVOLUTION | X-Token: {token}         | X-Api-Key: abc\\nX-Signature: %s          | X-Api-Key: {token}
          TICKETEVOLUTION | X-Token: {token} and X-Signature: {signature} | Authorization: HMAC abc:%s\\nAccept: */* | Authorization: HMAC {token}:{signature}
          """)
  void carrierOfAnotherName_isNamed(Author author, String due, String sent, String shown) {
    String call = author.sending(sent.translateEscapes(), author.signature());

    assertThat(author.explained(call))
        .contains("\"id\":\"carrier-of-other-name\"")
        .contains("What the scheme sends as " + due + " is sent as " + shown + ".")
        .contains("\"fix\":\"Send " + due + ".\"")
        .containsOnlyOnce("\"deviations\"")
        .doesNotContain("-missing");
  }

  /** Beside the signature as {@code %s} that of another party as {@code %o}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t=1411492980, v1=%s       | fields-with-blanks    | has other blanks than the scheme's: t={timestamp}, v1={signature}.
          v1=%s, t=1411492980       | fields-in-other-order | has its fields in another order: v1={signature}, t={timestamp}.
          t=1411492980,v1=%s,v1=%o  | fields-with-more      | holds more than the scheme's fields: t={timestamp},v1={signature},v1=….
          t=1411492980,v1=%o,v1=%s  | fields-with-more      | holds more than the scheme's fields: t={timestamp},v1=…,v1={signature}.
          t=1411492980;sig=%s       | fields-in-other-form  | is written in another form than the scheme's: t={timestamp};sig={signature}.
          v1=%s,t=1411492980        | fields-swapped        | The fields of the header are in another order.
          """)
  void fieldsInAnotherForm_areShownAsTheyAreSent(String form, String id, String title) {
    String other = Author.STRIPE.signature("of another party");
    String sent = "Stripe-Signature: " + form.replace("%o", other);

    assertThat(Author.STRIPE.explained(Author.STRIPE.sending(sent, Author.STRIPE.signature())))
        .contains("\"explanations\":[{\"deviations\":[{\"id\":\"" + id + "\"")
        .contains(title)
        .containsOnlyOnce("\"deviations\"")
        .doesNotContain(other);
  }

  @Test
  void headerInLowerCase_isNoOtherName() {
    String sent = "stripe-signature: t=1411492980, v1=%s";

    assertThat(Author.STRIPE.explained(Author.STRIPE.sending(sent, Author.STRIPE.signature())))
        .contains("\"id\":\"fields-with-blanks\"");
  }

  @Test
  void otherNameAndAnotherMistake_areBothNamed() {
    String signature = Author.TICKETEVOLUTION.hexadecimal("GETapi.ticketevolution.com/v9/x?a=1");

    assertThat(page(signature))
        .contains("3 things together:")
        .contains("is sent as X-Sig: {signature}.")
        .contains("The spaces of the string to sign were left out.")
        .contains("The signature was sent in hexadecimal.");
  }

  /** Under another name, too, only what can be computed again is said. */
  @Test
  void foreignSignatureOfAnotherName_isNotTakenForTheRequests() {
    String foreign = Author.TICKETEVOLUTION.signatureBy("another secret".getBytes(UTF_8));

    assertThat(page(foreign)).contains("The request carries no signature.");
  }

  private static String page(String signature) {
    String call = Author.TICKETEVOLUTION.sending("X-Token: abc\nX-Sig: %s", signature);
    Run run = Author.TICKETEVOLUTION.explain(call, TestSchemes.further());
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    return run.out();
  }
}
