package io.countersign.target.adapter;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestJson;
import io.countersign.scheme.Redactor;
import io.countersign.target.Call;
import io.countersign.target.ClientUnderTest;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.SignerUnderTest;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A program that speaks the adapter protocol, as signer, verifier and client. */
public final class AdapterTarget implements Target {
  private static final String REMEDY = "answer with the status of the response, once it is there";

  private final Supervisor supervisor;
  private final Quotes quotes;
  private final Hello hello;
  private final Capture capture;

  private AdapterTarget(Supervisor supervisor, Quotes quotes, Hello hello, Capture capture) {
    this.supervisor = supervisor;
    this.quotes = quotes;
    this.hello = hello;
    this.capture = capture;
  }

  /** What came of greeting a program. */
  public sealed interface Greeting {
    /** It speaks the protocol. */
    record Ready(AdapterTarget target) implements Greeting {}

    /** It does not; why, in a sentence. */
    record Unusable(String what) implements Greeting {}
  }

  /**
   * Starts a program and greets it.
   *
   * @param command as a shell would read it
   * @param timeout for each answer
   * @param clock of the server to which its client sends
   * @throws InputException if the command cannot be split into words
   */
  public static Greeting start(String command, Duration timeout, InstantSource clock) {
    Quotes quotes = new Quotes();
    Supervisor supervisor = Supervisor.of(CommandLine.split(command), timeout, quotes);
    try {
      Hello hello = Hello.read(supervisor.ask("hello", Protocol::hello), quotes);
      supervisor.know(hello);
      return new Greeting.Ready(new AdapterTarget(supervisor, quotes, hello, new Capture(clock)));
    } catch (AdapterException e) {
      supervisor.close();
      return new Greeting.Unusable(e.getMessage());
    }
  }

  /** The ids of the schemes that it says it knows. */
  public Set<String> schemes() {
    return hello.schemes();
  }

  /** The same ids for a message: not too many, and each harmless. */
  public String schemesInWords() {
    return hello.schemes().isEmpty()
        ? "none"
        : quotes.words(String.join(", ", new TreeSet<>(hello.schemes())));
  }

  @Override
  public void guard(Redactor redactor) {
    quotes.guard(redactor);
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo(TargetInfo.Kind.ADAPTER, hello.name());
  }

  @Override
  public Optional<SignerUnderTest> signer() {
    return offers(Op.SIGN, this::sign);
  }

  @Override
  public Optional<VerifierUnderTest> verifier() {
    return offers(Op.VERIFY, this::verify);
  }

  @Override
  public Optional<ClientUnderTest> client() {
    return offers(Op.SEND, this::send);
  }

  private <T> Optional<T> offers(Op op, T role) {
    return hello.ops().contains(op) ? Optional.of(role) : Optional.empty();
  }

  @Override
  public Optional<String> baseUrl(Role role) {
    return role == Role.CLIENT ? Optional.of(capture.url()) : Optional.empty();
  }

  @Override
  public void close() {
    supervisor.close();
    capture.close();
  }

  private Signed sign(Call call) {
    return signed(call, Op.SIGN, answer -> made(answer.required("request"), call.request()));
  }

  private Signed made(Node answer, HttpRequest original) {
    try {
      return new Signed.Done(RequestJson.readSigned(answer, original));
    } catch (InputException e) {
      if (e.isUnsendable()) {
        return new Signed.Unsendable(quotes.words(e.getMessage()));
      }
      throw e;
    }
  }

  private Signed send(Call call) {
    // One at a time, so that what arrives is what was asked for.
    synchronized (capture) {
      capture.forget();
      Signed sent = sendTo(capture.to(call.request()), call);
      if (!(sent instanceof Signed.Done) || capture.arrived().size() != 1) {
        // Another request may still be on its way, and must not be taken for the next case's.
        capture.move();
      }
      return sent;
    }
  }

  private Signed sendTo(HttpRequest request, Call call) {
    return signed(call.withRequest(request), Op.SEND, this::arrived);
  }

  private Signed arrived(Fields answer) {
    List<HttpRequest> arrived = capture.arrived();
    if (arrived.isEmpty()) {
      return new Signed.Fault("the client says that it sent the request, and none arrived");
    }
    requireStatus(answer.required("status"));
    if (arrived.size() > 1) {
      return new Signed.Fault(
          "the client sent " + arrived.size() + " requests, where one was asked for");
    }
    return new Signed.Done(arrived.get(0));
  }

  /** Who says another one has not waited for the response, or has it from somebody else. */
  private static void requireStatus(Node status) {
    if (!(status instanceof Node.Scalar scalar) || scalar.type() != Node.Scalar.Type.NUMBER) {
      throw InputException.of("'status' is a number, and here is " + status.kind(), REMEDY);
    }
    if (!scalar.text().equals(Capture.STATUS)) {
      throw InputException.of(
          "'status' is " + scalar.text() + ", and what came back was " + Capture.STATUS, REMEDY);
    }
  }

  private Signed signed(Call call, Op op, Function<Fields, Signed> reading) {
    return asked(
        call,
        op,
        answer ->
            reasonOf(answer, "error")
                .<Signed>map(Signed.Error::new)
                .orElseGet(() -> reading.apply(answer)),
        Signed.Skipped::new,
        Signed.Fault::new);
  }

  private Judged verify(Call call) {
    return asked(call, Op.VERIFY, this::judged, Judged.Skipped::new, Judged.Fault::new);
  }

  private Judged judged(Fields answer) {
    Optional<String> error = reasonOf(answer, "error");
    if (error.isPresent()) {
      return new Judged.RefusedOtherwise(OptionalInt.empty(), "an error: " + error.get(), "");
    }
    return answer.requiredFlag("valid")
        ? new Judged.Accepted("")
        : new Judged.Rejected(reasonOf(answer, "reason").orElse(""), "");
  }

  private <T> T asked(
      Call call,
      Op op,
      Function<Fields, T> reading,
      Function<String, T> skipped,
      Function<String, T> fault) {
    if (!hello.schemes().contains(call.scheme().id())) {
      return skipped.apply("the adapter does not know the scheme " + call.scheme().id());
    }
    try {
      Fields answer = supervisor.ask(op.word(), id -> Protocol.call(id, op, call));
      return reasonToSkip(answer).map(skipped).orElseGet(() -> reading.apply(answer));
    } catch (AdapterException e) {
      return fault.apply(e.getMessage());
    } catch (InputException e) {
      return fault.apply(
          "the answer to "
              + op.word()
              + " is not of the protocol: "
              + quotes.words(e.getMessage()));
    }
  }

  private Optional<String> reasonToSkip(Fields answer) {
    Optional<String> reason = reasonOf(answer, "skipped");
    if (reason.filter(String::isEmpty).isPresent()) {
      throw InputException.of("'skipped' gives no reason", "say in it why this is not done");
    }
    return reason;
  }

  private Optional<String> reasonOf(Fields answer, String name) {
    return answer.optionalText(name).map(quotes::words);
  }
}
