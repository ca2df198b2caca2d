package io.countersign.suite;

import io.countersign.document.Visible;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.message.RawMessage;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.DailyMac;
import io.countersign.signing.KeyedMac;
import io.countersign.signing.Signer;
import io.countersign.target.Call;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The target signs, and what it made is looked at. */
public final class SigningCase {
  private final RunContext run;
  private final Setting setting;
  private final Role role;
  private final CaseLog log;
  private @Nullable HttpRequest signed;
  private Duration tolerance = Duration.ZERO;
  private Instant time = Instant.EPOCH;

  SigningCase(RunContext run, Setting setting, Role role, CaseLog log) {
    this.run = run;
    this.setting = setting;
    this.role = role;
    this.log = log;
  }

  /** Asks the target for a signed request. */
  public void sign() {
    Signed answer = ask();
    if (role == Role.CLIENT) {
      // It took the time by itself, somewhere between the question and now.
      time = run.clock().instant();
      tolerance = Duration.between(setting.time(), time).plusSeconds(2);
    } else {
      time = setting.time();
    }
    if (answer instanceof Signed.Done done) {
      signed = done.request();
      log.attach("Signed request", RawMessage.write(done.request()).text());
      log.attach("String to sign, as it should be", expectedStringToSign());
      SentSecret.refuse(setting, setting.request(), done.request());
    } else if (answer instanceof Signed.Skipped skipped) {
      throw new SkippedException(skipped.reason());
    } else if (answer instanceof Signed.Error error) {
      throw unusable("the signer answered with an error", error.reason());
    } else if (answer instanceof Signed.Unsendable unsendable) {
      throw unusable("what it signed cannot be sent", unsendable.what());
    } else {
      throw new InconclusiveException(((Signed.Fault) answer).what());
    }
  }

  private static NotConformantException unusable(String problem, String answer) {
    return new NotConformantException(problem + ": " + answer, Cause.ofAnswer(problem, answer));
  }

  private Signed ask() {
    Call call =
        new Call(
            setting.scheme(),
            run.profile(),
            setting.credentials(),
            setting.time(),
            setting.request());
    log.attach("Request", RawMessage.write(setting.request()).text());
    if (role != Role.CLIENT) {
      return run.target()
          .signer()
          .orElseThrow(() -> new SkippedException("the target has no signer"))
          .sign(call);
    }
    if (setting.hasFixedTime()) {
      throw new SkippedException("a client signs at the current time");
    }
    return run.target()
        .client()
        .orElseThrow(() -> new SkippedException("the target has no client"))
        .send(call);
  }

  public void expectSignature(String expected) {
    setting.requireNotMoved();
    explaining(() -> expectEqual("the signature", expected, field(SigningRules.SIGNATURE)));
  }

  /** The signature must be the MAC of exactly this text, whatever the target says it signed. */
  public void expectStringToSign(String expected) {
    List<String> due = setting.moved(expected);
    if (!(setting.rules().proof() instanceof Proof.Mac mac)) {
      throw new NotConformantException("the scheme signs nothing");
    }
    explaining(() -> log.saw("it signs \"" + Visible.line(signedOf(due, mac)) + '"'));
  }

  /** That of the timestamp which it wrote. */
  private String day() {
    String text =
        SentFields.read(setting.rules(), signed()).value(SigningRules.TIMESTAMP).orElse("");
    return setting.rules().day(text, time);
  }

  /** Which of these texts it signed. */
  private String signedOf(List<String> texts, Proof.Mac mac) {
    KeyedMac keyed = DailyMac.of(mac, setting.credentials()).at(day());
    String signature = field(SigningRules.SIGNATURE);
    return texts.stream()
        .filter(text -> mac.encoding().encode(keyed.compute(Octets.of(text))).equals(signature))
        .findFirst()
        .orElseThrow(
            () ->
                new NotConformantException(
                    "the signature is not that of the string to sign \""
                        + Visible.line(texts.get(0))
                        + '"'));
  }

  public void expectHeader(String name, String expected) {
    List<String> values = signed().headers().values(name);
    Runnable check = () -> expectOne("the header " + name, expected, values);
    if (carriesSignature(name)) {
      setting.requireNotMoved();
      explaining(check);
    } else {
      check.run();
    }
  }

  public void expectParameter(String name, String expected) {
    List<String> values =
        Parameter.parse(signed().query().orElse("")).stream()
            .filter(parameter -> parameter.name().equals(name))
            .map(parameter -> parameter.value().orElse(""))
            .toList();
    expectOne("the parameter " + name, expected, values);
  }

  private boolean carriesSignature(String header) {
    return setting
        .rules()
        .sentIn(header)
        .filter(placement -> placement.value().fields().contains(SigningRules.SIGNATURE))
        .isPresent();
  }

  private void expectOne(String what, String expected, List<String> values) {
    if (values.size() != 1) {
      throw new NotConformantException(
          "expected " + what + " once, and it is there " + values.size() + " times");
    }
    expectEqual(what, expected, values.get(0));
  }

  public void expectTimestamp(String expected) {
    explaining(() -> expectEqual("the timestamp", expected, field(SigningRules.TIMESTAMP)));
  }

  /** The timestamp must be of the scheme's form and name the time at which was signed. */
  public void expectTimestampIsTime() {
    explaining(this::requireTimestampIsTime);
  }

  private void requireTimestampIsTime() {
    TimestampRule rule =
        setting
            .rules()
            .timestamp()
            .orElseThrow(() -> new SkippedException("there is no timestamp"));
    String text = field(SigningRules.TIMESTAMP);
    log.saw("the timestamp is '" + text + "'");
    Instant sent =
        rule.format()
            .parse(text)
            .orElseThrow(
                () ->
                    new NotConformantException(
                        "the timestamp '"
                            + text
                            + "' is not written like "
                            + rule.format().format(setting.time())));
    Instant expected = time.truncatedTo(rule.format().precision());
    Duration off = Duration.between(sent.truncatedTo(rule.format().precision()), expected);
    if (off.abs().compareTo(tolerance) > 0) {
      throw new NotConformantException(
          "the timestamp '" + text + "' says " + sent + ", and it was signed at " + expected);
    }
  }

  /** Method, URL, headers and body must be those of the request, but for what signing adds. */
  public void expectOtherwiseUnchanged() {
    HttpRequest before = setting.request();
    HttpRequest after = signed();
    if (role == Role.CLIENT) {
      // It reached the server that it was told of; the rest of its URL is read off a Host header.
      after = after.withUrl(before.url().withTargetOf(after.url()));
    }
    Unchanged.require(setting.rules(), before, after);
    log.saw("it leaves the rest of the request as it was");
  }

  public void expectAccepted() {
    explaining(this::requireAccepted);
    if (role == Role.CLIENT) {
      // Only there is the host another than the documented one, and has a port.
      Reading.of(signed(), setting, run.profile(), time)
          .ifPresent(taken -> log.settled("the client signs " + taken.words()));
    }
    log.saw("accepted");
  }

  private void requireAccepted() {
    Verdict verdict =
        Verifier.of(setting.scheme(), run.profile(), setting.credentials()).verify(signed(), time);
    if (verdict instanceof Verdict.Rejected rejected) {
      log.saw("rejected as " + rejected.reason());
      throw new NotConformantException("the request it signed is " + rejected.words());
    }
  }

  /** What is wrong with a signature is worth knowing beyond that it is. */
  private void explaining(Runnable check) {
    try {
      check.run();
    } catch (NotConformantException finding) {
      throw run.explaining().isWanted()
          ? SigningMistake.explained(finding, run, setting, signed(), time, log)
          : finding;
    }
  }

  private String expectedStringToSign() {
    return Signer.of(setting.rules(), setting.credentials())
        .sign(setting.request(), setting.time())
        .stringToSign()
        .text();
  }

  private String field(String name) {
    return SentFields.read(setting.rules(), signed())
        .value(name)
        .orElseThrow(() -> new NotConformantException("the request carries no " + name));
  }

  private void expectEqual(String what, String expected, String actual) {
    log.saw(what + " is '" + actual + "'");
    if (!expected.equals(actual)) {
      throw new NotConformantException(
          "expected " + what + " to be '" + expected + "', and it is '" + actual + "'");
    }
  }

  private HttpRequest signed() {
    return SignedBefore.by("When " + Sentences.SIGNED, "@signer", signed);
  }
}
