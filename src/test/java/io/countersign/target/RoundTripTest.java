package io.countersign.target;

import static io.countersign.target.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Scheme;
import io.countersign.target.http.Limits;
import io.countersign.target.http.RawHttp;
import io.countersign.target.http.Reply;
import io.countersign.target.http.Trust;
import io.countersign.target.vendor.Exchange;
import io.countersign.target.vendor.MockVendor;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is signed, what leaves and what arrives are the same bytes. */
class RoundTripTest {
  private static final List<String> TARGETS =
      List.of(
          "/a%20b+c%2Bd?e=%20+%2B",
          "/~%7e%7E",
          "//",
          "//a//b/",
          "/a/../b/./c",
          "/../x",
          "/%2e%2E/x",
          "/%c3%a9%C3%A9?%c3%a9",
          "/é?ü=€",
          "/x?b=2&a=1&a=0",
          "/x?",
          "/a|b");

  private static final RawHttp HTTP = RawHttp.of(Limits.DEFAULT, Trust::platform);

  @AfterAll
  static void close() {
    HTTP.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic")
        .flatMap(id -> TARGETS.stream().map(target -> Arguments.of(id, target)));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void signed_sent_arrived_areTheSame(String id, String target) throws Exception {
    Scheme scheme = Samples.scheme(id);
    HttpRequest signed =
        Samples.signed(
            scheme,
            Samples.first(scheme)
                .withMethod("POST")
                .withTarget(target)
                .withHeader("x-Case", "1")
                .withHeader("X-case", "ü 2")
                .withBody(Octets.of("{\"é\":1}\r\n")));
    BlockingQueue<Exchange> seen = new LinkedBlockingQueue<>();
    try (MockVendor vendor =
        MockVendor.start(
            MockVendor.Settings.of(List.of(Samples.registration(id)), InstantSource.fixed(NOW))
                .withRevision(Samples.seenBy(seen)))) {
      Reply reply = HTTP.send(signed, RequestUrl.parse(vendor.url()));
      assertThat(reply.toString()).startsWith("HTTP/1.1 200 OK\n");
      HttpRequest arrived = seen.take().request();
      assertThat(arrived.target()).isEqualTo(signed.target());
      assertThat(arrived.authority()).isEqualTo(signed.authority());
      assertThat(arrived.body()).isEqualTo(signed.body());
      assertThat(arrived.headers().without("Host").without("Content-Length"))
          .isEqualTo(signed.headers());
    }
  }
}
