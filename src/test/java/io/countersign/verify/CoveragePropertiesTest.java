package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.Secret;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.signing.SigningCase;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The algebra of signatures, for every signing scheme and profile. */
final class CoveragePropertiesTest {
  @Provide
  Arbitrary<SigningCase> cases() {
    return SigningCase.all();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void verify_acceptsWhatWasSigned(@ForAll("cases") SigningCase signing) {
    var signed = signing.signed();

    assertThat(signing.verify(signed.request()))
        .isEqualTo(new Verdict.Accepted(signed.stringToSign()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void sign_replacesAnEarlierSignature(
      @ForAll("cases") SigningCase signing, @ForAll("cases") SigningCase other) {
    var once = signing.signed().request();

    assertThat(with(signing, once).signed().request()).isEqualTo(once);
    assertThat(
            with(
                    signing,
                    new SigningCase(
                            signing.scheme(),
                            signing.profile(),
                            signing.credentials(),
                            once,
                            other.time())
                        .signed()
                        .request())
                .signed()
                .request())
        .as("signed at another time in between")
        .isEqualTo(once);
  }

  private static SigningCase with(SigningCase signing, HttpRequest request) {
    return new SigningCase(
        signing.scheme(), signing.profile(), signing.credentials(), request, signing.time());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void verify_judgesAFlippedByteByWhetherItIsCovered(
      @ForAll("cases") SigningCase signing,
      @ForAll Aspect.Kind kind,
      @ForAll @IntRange(max = 1000) int place) {
    HttpRequest sent = signing.signed().request();
    HttpRequest flipped = flip(kind, place, signing.request(), sent);
    Assume.that(!flipped.equals(sent));

    boolean covered = covered(signing).contains(kind);
    Verdict verdict = signing.verify(flipped);

    assertThat(verdict.isAccepted())
        .as("%s of %s %s: %s", kind, signing.scheme().id(), signing.profile(), verdict)
        .isEqualTo(!covered);
    if (covered) {
      assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.SIGNATURE_MISMATCH);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void verify_rejectsAnotherTimestamp(@ForAll("cases") SigningCase signing) {
    SigningRules rules = signing.rules();
    Assume.that(rules.timestamp().isPresent());
    HttpRequest sent = signing.signed().request();
    SentFields fields = SentFields.read(rules, sent);
    String later = rules.timestamp().get().format().format(signing.time().plusSeconds(1));
    HttpRequest changed =
        Placements.putAll(
            rules,
            sent,
            field ->
                field.equals(SigningRules.TIMESTAMP) ? later : fields.value(field).orElse(null));

    assertThat(reason(signing.verify(changed))).isEqualTo(Reason.SIGNATURE_MISMATCH);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void verify_rejectsOtherCredentials(@ForAll("cases") SigningCase signing) {
    HttpRequest sent = signing.signed().request();
    for (CredentialField field : signing.scheme().credentialFields()) {
      Verdict verdict =
          signing.verify(
              sent,
              field.role() == CredentialRole.SECRET
                  ? signing
                      .credentials()
                      .withSecret(field.name(), Secret.of(field.name(), "entirely another"))
                  : signing
                      .credentials()
                      .withText(field.name(), signing.credentials().text(field.name()) + "x"));

      assertThat(reason(verdict))
          .as(field.name())
          .isEqualTo(
              field.role() == CredentialRole.KEY_ID
                  ? Reason.UNKNOWN_KEY
                  : Reason.SIGNATURE_MISMATCH);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void verify_neverThrows(@ForAll("cases") SigningCase signing, @ForAll String anything) {
    SigningRules rules = signing.rules();
    String sendable = anything.replaceAll("[\\r\\n\\x00]", "");
    for (String field : rules.sent().stream().flatMap(p -> p.value().fields().stream()).toList()) {
      HttpRequest sent = signing.signed().request();
      SentFields fields = SentFields.read(rules, sent);
      HttpRequest changed =
          Placements.putAll(
              rules, sent, name -> name.equals(field) ? sendable : fields.value(name).orElse(null));

      assertThat(signing.verify(changed)).isNotNull();
    }
  }

  /** What the signature of this very request covers; a body may stand in place of the query. */
  private static Set<Aspect.Kind> covered(SigningCase signing) {
    Set<Aspect.Kind> kinds = EnumSet.noneOf(Aspect.Kind.class);
    for (Part part : signing.rules().stringToSign()) {
      part.covers().forEach(aspect -> kinds.add(aspect.kind()));
      if (part instanceof QueryPart query) {
        kinds.remove(query.signsBodyOf(signing.request()) ? Aspect.Kind.QUERY : Aspect.Kind.BODY);
      }
    }
    return kinds;
  }

  private static HttpRequest flip(
      Aspect.Kind kind, int place, HttpRequest original, HttpRequest sent) {
    RequestUrl url = sent.url();
    return switch (kind) {
      case METHOD -> sent.withMethod(flip(sent.method(), place));
      case HOST -> sent.withUrl(url.withAuthority(flip(url.authority(), place)));
      case PATH ->
          sent.withTarget(
              flip(original.path(), place) + sent.target().substring(original.path().length()));
      case QUERY -> {
        String query = original.query().orElse("");
        String rest = url.rawQuery().orElse("").substring(query.length());
        yield query.isEmpty()
            ? sent
            : sent.withTarget(sent.path() + "?" + flip(query, place) + rest);
      }
      case BODY -> sent.withBody(flip(sent.body(), place));
      case HEADER -> sent.withHeader("X-Further", Integer.toString(place));
      case TIMESTAMP, DAY, CREDENTIAL -> sent;
    };
  }

  /** Another letter for one letter or digit that is no part of an escape. */
  private static String flip(String text, int place) {
    for (int i = 0; i < text.length(); i++) {
      int at = (place + i) % text.length();
      boolean escaped =
          at >= 1 && text.charAt(at - 1) == '%' || at >= 2 && text.charAt(at - 2) == '%';
      if (Character.isLetterOrDigit(text.charAt(at)) && !escaped) {
        char other = text.charAt(at) == 'Z' ? 'Y' : 'Z';
        return text.substring(0, at) + other + text.substring(at + 1);
      }
    }
    return text;
  }

  private static Octets flip(Octets body, int place) {
    byte[] bytes = body.toBytes();
    if (bytes.length > 0) {
      bytes[place % bytes.length] ^= 1;
    }
    return Octets.of(bytes);
  }

  private static Reason reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return ((Verdict.Rejected) verdict).reason();
  }
}
