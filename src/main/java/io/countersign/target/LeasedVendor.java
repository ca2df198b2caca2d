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
  private final MockVendor vendor;
  private final RequestUrl address;

  LeasedVendor(Judge judge) {
    this.vendor =
        MockVendor.start(
            new MockVendor.Settings(
                () -> List.of(registration(call())),
                () -> call().time(),
                judge,
                UnaryOperator.identity()));
    this.address = RequestUrl.parse(vendor.url());
  }

  private Call call() {
    return Objects.requireNonNull(current.get());
  }

  private static Registration registration(Call call) {
    return new Registration(call.scheme(), call.profile(), call.credentials());
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
