package io.countersign.target.adapter;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestJson;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that speaks the adapter protocol, as signer, verifier and client. */
public final class AdapterTarget implements Target {
  private final Supervisor supervisor;
  private final Capture capture = new Capture();
  private final String name;
  private final Set<String> schemes;
  private final Set<String> ops;

  private AdapterTarget(Supervisor supervisor, String name, Set<String> schemes, Set<String> ops) {
    this.supervisor = supervisor;
    this.name = name;
    this.schemes = schemes;
    this.ops = ops;
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
   * @throws InputException if the command cannot be split into words
   */
  public static Greeting start(String command, Duration timeout) {
    Supervisor supervisor = new Supervisor(CommandLine.split(command), timeout);
    try {
      Fields hello = supervisor.ask(Protocol::hello);
      Optional<String> refusal = hello.optionalText("error");
      if (refusal.isPresent()) {
        throw new AdapterException("the adapter answered hello with: " + refusal.get());
      }
      String name =
          hello.text("name")
              + hello.optionalText("version").map(version -> " " + version).orElse("")
              + hello.optionalText("language").map(language -> " (" + language + ")").orElse("");
      return new Greeting.Ready(
          new AdapterTarget(
              supervisor, name, Set.copyOf(hello.texts("schemes")), Set.copyOf(hello.texts("ops"))));
    } catch (AdapterException e) {
      supervisor.close();
      return new Greeting.Unusable(e.getMessage());
    } catch (InputException e) {
      supervisor.close();
      return new Greeting.Unusable("the adapter's hello is not of the protocol: " + e.getMessage());
    }
  }

  /** The ids of the schemes that it says it knows. */
  public Set<String> schemes() {
    return schemes;
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo("adapter", name);
  }

  @Override
  public Optional<SignerUnderTest> signer() {
    return ops.contains("sign") ? Optional.of(this::sign) : Optional.empty();
  }

  @Override
  public Optional<VerifierUnderTest> verifier() {
    return ops.contains("verify") ? Optional.of(new AdapterVerifier()) : Optional.empty();
  }

  @Override
  public Optional<ClientUnderTest> client() {
    return ops.contains("send") ? Optional.of(this::send) : Optional.empty();
  }

  @Override
  public Optional<VerifierUnderTest> endpoint() {
    return Optional.empty();
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
    if (!schemes.contains(call.scheme().id())) {
      return new Signed.Skipped(unknown(call));
    }
    try {
      Fields answer =
          supervisor.ask(id -> Protocol.call(id, "sign", call, call.request(), true));
      Optional<Signed> refusal = refusal(answer);
      return refusal.isPresent()
          ? refusal.get()
          : new Signed.Done(
              RequestJson.readSigned(answer.required("request"), call.request()));
    } catch (AdapterException e) {
      return new Signed.Fault(e.getMessage());
    } catch (InputException e) {
      return new Signed.Fault("the answer is not of the protocol: " + e.getMessage());
    }
  }

  private Signed send(Call call) {
    if (!schemes.contains(call.scheme().id())) {
      return new Signed.Skipped(unknown(call));
    }
    try {
      // One at a time, so that what arrives is what was asked for.
      synchronized (capture) {
        capture.forget();
        Fields answer =
            supervisor.ask(id -> Protocol.call(id, "send", call, call.request(), false));
        Optional<Signed> refusal = refusal(answer);
        List<HttpRequest> arrived = capture.arrived();
        if (refusal.isPresent()) {
          return refusal.get();
        }
        return arrived.isEmpty()
            ? new Signed.Fault("the client says that it sent the request, and none arrived")
            : new Signed.Done(arrived.get(0));
      }
    } catch (AdapterException e) {
      return new Signed.Fault(e.getMessage());
    }
  }

  private static Optional<Signed> refusal(Fields answer) {
    if (answer.has("skipped")) {
      return Optional.of(new Signed.Skipped(answer.text("skipped")));
    }
    return answer.optionalText("error").map(Signed.Error::new);
  }

  private static String unknown(Call call) {
    return "the adapter does not know the scheme " + call.scheme().id();
  }

  /** The adapter's own verifier. */
  private final class AdapterVerifier implements VerifierUnderTest {
    @Override
    public Judged judge(Call call) {
      if (!schemes.contains(call.scheme().id())) {
        return new Judged.Skipped(unknown(call));
      }
      try {
        Fields answer =
            supervisor.ask(id -> Protocol.call(id, "verify", call, call.request(), true));
        if (answer.has("skipped")) {
          return new Judged.Skipped(answer.text("skipped"));
        }
        Optional<String> error = answer.optionalText("error");
        if (error.isPresent()) {
          return new Judged.RefusedOtherwise("an error: " + error.get(), "");
        }
        return answer.requiredFlag("valid")
            ? new Judged.Accepted("")
            : new Judged.Rejected(answer.optionalText("reason").orElse(""), "");
      } catch (AdapterException e) {
        return new Judged.Fault(e.getMessage());
      } catch (InputException e) {
        return new Judged.Fault("the answer is not of the protocol: " + e.getMessage());
      }
    }

    @Override
    public boolean hasSettableClock() {
      return true;
    }

    @Override
    public boolean givesTypedReasons() {
      return false;
    }
  }
}
