package io.countersign.target;

import io.countersign.message.RequestUrl;
import io.countersign.target.http.RawHttp;
import io.countersign.target.http.Reply;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A mock vendor whose clock and clients are those of the call that it is used for. */
final class LeasedVendor implements AutoCloseable {
  private final AtomicReference<Call> current = new AtomicReference<>();
  private final AtomicReference<Registration> last = new AtomicReference<>();
  private final MockVendor vendor;
  private final RequestUrl address;

  LeasedVendor(Judge judge) {
    this.vendor =
        MockVendor.start(
            new MockVendor.Settings(
                () -> List.of(client()), () -> call().time(), judge, UnaryOperator.identity()));
    this.address = RequestUrl.parse(vendor.url());
  }

  private Call call() {
    return Objects.requireNonNull(current.get());
  }

  /** Whose call it is: mostly the client of the call before, whose verifier is there already. */
  private Registration client() {
    Call call = call();
    Registration known = last.get();
    if (known == null || !isOf(known, call)) {
      known = new Registration(call.scheme(), call.profile(), call.credentials());
      last.set(known);
    }
    return known;
  }

  private static boolean isOf(Registration client, Call call) {
    return client.scheme() == call.scheme()
        && client.profile() == call.profile()
        && client.credentials() == call.credentials();
  }

  Reply send(Call call, RawHttp http) {
    current.set(call);
    return http.send(call.request(), address);
  }

  @Override
  public void close() {
    vendor.close();
  }
}
