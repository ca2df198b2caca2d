package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.RequestUrl;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RehearsalTest {
  /** Port 1 of the machine itself: if it were asked, it would refuse. */
  @ParameterizedTest
  @EnumSource
  void sender_doesAWholeRequest_andSendsNothing(HttpSender sender) throws IOException {
    try (Rehearsal client = new Rehearsal()) {
      HttpSender.Arrival arrival = sender.send(client, RequestUrl.parse("http://127.0.0.1:1/"));

      assertThat(arrival.status()).isEqualTo(200);
      assertThat(arrival.body()).asString().isEqualTo("{}");
    }
  }
}
