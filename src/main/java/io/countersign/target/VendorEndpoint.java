package io.countersign.target;

import io.countersign.target.http.Limits;
import io.countersign.target.http.RawHttp;
import io.countersign.target.http.Reply;
import io.countersign.target.vendor.Judge;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Mock vendors, asked over real HTTP. Each call has one for itself while it lasts, since its clock
 * and credentials are the call's; there come to be as many as there are threads that ask at once.
 */
final class VendorEndpoint implements VerifierUnderTest, AutoCloseable {
  private final Judge judge;
  // On a busy machine a vendor may take long to wake up, which is nobody's fault.
  private final RawHttp http =
      RawHttp.toOurselves(Limits.DEFAULT.withTimeout(Duration.ofSeconds(60)));
  private final Deque<LeasedVendor> idle = new ConcurrentLinkedDeque<>();

  VendorEndpoint(Judge judge) {
    this.judge = judge;
  }

  @Override
  public Judged judge(Call call) {
    // The one used last is the one that is warm.
    LeasedVendor waiting = idle.pollFirst();
    LeasedVendor vendor = waiting == null ? new LeasedVendor(judge) : waiting;
    Reply reply = vendor.send(call, http);
    if (reply instanceof Reply.Answer) {
      idle.addFirst(vendor);
    } else {
      // What is still on its way there must not meet the next call's clock.
      vendor.close();
    }
    return Answers.judged(reply, call.scheme());
  }

  @Override
  public boolean givesTypedReasons() {
    return true;
  }

  @Override
  public void close() {
    http.close();
    for (LeasedVendor vendor = idle.poll(); vendor != null; vendor = idle.poll()) {
      vendor.close();
    }
  }
}
