package io.countersign.suite;

import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RawMessage;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.CredentialSpelling;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.verify.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The target accepts or rejects. A negative is bracketed: the unchanged request is accepted before
 * it, and again after it, or nothing can be said.
 */
public final class VerifyingCase {
  private final RunContext run;
  private final Setting setting;
  private final Judging judging;
  private final CaseLog log;
  private @Nullable Control control;
  private @Nullable HttpRequest attempt;
  private boolean bracketed;
  private Duration later = Duration.ZERO;

  VerifyingCase(RunContext run, Setting setting, Role role, CaseLog log) {
    this.run = run;
    this.setting = setting;
    this.judging = new Judging(run, setting, role);
    this.log = log;
  }

  /** A correctly signed request, not yet shown to the target. */
  public void prepare() {
    prepare(UsualRequest.sign(run, setting));
  }

  private void prepare(Control made) {
    log.attach("String to sign", made.signed().stringToSign().text());
    control = made;
    attempt = made.request();
  }

  /** A correctly signed request that the target has just accepted. */
  public void prepareAccepted() {
    prepare(signed(setting.credentials(), setting.time()));
    requireControl("the unchanged request was not accepted");
    bracketed = true;
  }

  /** The same of another request like it, unless its signature has one of these letters itself. */
  public void prepareAcceptedWith(String letters) {
    Control other = AlikeRequests.signed(setting, control(), letters);
    if (other != control()) {
      prepare(other);
      requireControl("the unchanged request was not accepted");
    }
  }

  /** The request as it is without any signing. */
  public void prepareUnsigned() {
    attempt = setting.request();
  }

  /** Changes the signed request in one thing. */
  public void change(UnaryOperator<HttpRequest> change) {
    attempt = change.apply(attempt());
  }

  /** Says another host in the signed request. */
  public void changeHost(String host) {
    if (setting.destination().isServer()) {
      throw new SkippedException("under another name the server might not be reached at all");
    }
    change(request -> request.withUrl(request.url().withAuthority(host)));
  }

  /** Changes one field that the signature travels in. */
  public void changeField(String field, Function<Control, @Nullable String> value) {
    attempt = control().withField(field, value.apply(control()));
  }

  /** Sends another body with its own digest, and the signature of before. */
  public void changeBodyAndDigest(String body) {
    attempt = control().withBody(Octets.of(body));
  }

  /** Writes another time into the signed message. */
  public void moveTimestamp(Duration by) {
    String text =
        setting
            .rules()
            .timestamp()
            .orElseThrow(() -> new SkippedException("there is no timestamp"))
            .format()
            .format(setting.time().plus(by));
    changeField(SigningRules.TIMESTAMP, control -> text);
  }

  public void rewriteSignature(SignatureRewriting rewriting) {
    changeField(SigningRules.SIGNATURE, rewriting::apply);
  }

  /** Signs the same request anew at another time. */
  public void signAt(UnaryOperator<Instant> time) {
    Instant other = time.apply(setting.time());
    judging.requireClearOfBoundary(Duration.between(other, setting.time()));
    attempt = signed(setting.credentials(), other).request();
  }

  /** Leaves the request as it is and has the verifier's clock go on. */
  public void showLater(Duration by) {
    later = by;
  }

  /** Signs the same request anew with that text for its timestamp. */
  public void signWithTimestamp(String text) {
    attempt =
        Control.withTimestamp(
                setting.rules(), setting.credentials(), setting.request(), text, setting.time())
            .request();
  }

  /** Signs the same request anew with another value of one credential. */
  public void signWithCredential(String field, String value) {
    attempt = signed(setting.with(setting.credentials(), field, value), setting.time()).request();
  }

  /** Signs the same request anew with another spelling of a key id or a password. */
  public void signWithCredential(String field, CredentialSpelling spelling) {
    Credentials other = setting.credentials().with(field, spelling);
    if (other.equals(setting.credentials())) {
      throw new SkippedException("the credential is the same " + spelling.words());
    }
    attempt = signed(other, setting.time()).request();
  }

  /** Signs the request, as it now is, anew as a signer does that deviates in this way. */
  public void signWithDeviation(String id) {
    SignerCatalogue catalogue = run.catalogues().of(setting.scheme(), run.profile());
    attempt =
        DeviatingSigner.of(
                catalogue,
                setting.scheme(),
                run.profile(),
                setting.credentials(),
                List.of(catalogue.deviation(id)))
            .sign(attempt(), setting.time())
            .request();
  }

  /** Signs the same request anew as if it went to another host. */
  public void signAsIfHost(String host) {
    RequestUrl url = setting.request().url();
    HttpRequest signed =
        Control.sign(
                setting.rules(),
                setting.credentials(),
                setting.request().withUrl(url.withAuthority(host)),
                setting.time())
            .request();
    attempt = signed.withUrl(signed.url().withAuthority(url.authority()));
  }

  /** Leaves the message alone and signs it as if one credential were another. */
  public void signAsIfCredential(String field, String value) {
    attempt = control().signedAs(setting.with(setting.credentials(), field, value));
  }

  public void signOver(String stringToSign) {
    attempt = control().signedOver(setting.moved(stringToSign).get(0));
  }

  public void expectAccepted() {
    Judged judged = judgeAttempt();
    if (!(judged instanceof Judged.Accepted)) {
      Optional<Control> right =
          Optional.ofNullable(control).filter(made -> made.request().equals(attempt));
      throw new WronglyRefused(run, setting, judging, judged).finding(right, bracketed);
    }
  }

  /**
   * @param reason the reason that a target with typed reasons must give; empty for any
   */
  public void expectRejected(Optional<Reason> reason) {
    requireChanged();
    Judged judged = judgeAttempt();
    if (judged instanceof Judged.Accepted) {
      attachControl();
      throw wronglyAccepted();
    }
    if (!(judged instanceof Judged.Rejected rejected)) {
      throw Judging.refusal(judged, "expected " + judging.rejection() + ", and it was ");
    }
    if (reason.isPresent()
        && judging.verifier().givesTypedReasons()
        // The answer to a HEAD request has no body to give one in.
        && !rejected.reason().isEmpty()
        && !rejected.reason().equals(reason.get().toString())) {
      throw new NotConformantException(
          "expected it to be rejected as " + reason.get() + ", and it was as " + rejected.reason());
    }
    requireControlAgain();
  }

  private NotConformantException wronglyAccepted() {
    boolean shownAgain =
        run.explaining().isWanted()
            && setting.destination().isServer()
            && !setting.isPasswordAtServer()
            && bracketed;
    return shownAgain
        ? new WronglyAccepted(judging, control(), attempt()).finding(run.explaining().repeats())
        : WronglyAccepted.plain();
  }

  /** Whatever the target does is written down. */
  public void record() {
    judgeAttempt();
    requireControlAgain();
  }

  private void requireChanged() {
    if (later.isZero() && control != null && attempt().equals(control().request())) {
      throw new InconclusiveException("the change left the request as it was");
    }
  }

  private void requireControlAgain() {
    if (bracketed) {
      requireControl("the unchanged request, accepted before, was not accepted again");
    }
  }

  private void requireControl(String problem) {
    Judged judged = judging.judge(control().request());
    if (!(judged instanceof Judged.Accepted)) {
      attachControl();
      throw judging.unusable(judged, problem + ": it was " + judged.words(), !bracketed);
    }
  }

  /** What was accepted before, to hold against what was changed. */
  private void attachControl() {
    log.attach("Control", RawMessage.write(control().request()).text());
  }

  private Judged judgeAttempt() {
    log.attach("Request", RawMessage.write(attempt()).text());
    Judged judged = judging.judge(attempt(), later);
    log.saw(judged.words());
    log.attach("Answer", judged.answered().orElse(judged.words()));
    return judged;
  }

  private Control signed(Credentials credentials, Instant time) {
    return Control.sign(setting.rules(), credentials, setting.request(), time);
  }

  private Control control() {
    return given(control);
  }

  private HttpRequest attempt() {
    return given(attempt);
  }

  private static <T> T given(@Nullable T signed) {
    return SignedBefore.by("Given " + Sentences.SHOWN, "@verifier", signed);
  }
}
