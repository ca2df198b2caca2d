package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CurlCommandTest {
  private static final String URL = "https://example.com/a/../b?c=[1]&d={2}&e='";

  @Test
  void of_normalisesAndAddsNothing() {
    String line = CurlCommand.of(request("GET", Octets.EMPTY));

    assertThat(line)
        .contains(" --path-as-is ", " --globoff ", " --header 'User-Agent:' --header 'Accept:' ")
        .contains(" --header 'X-Empty;' ")
        .endsWith(" 'https://example.com/a/../b?c=[1]&d={2}&e='\\'''");
  }

  @Test
  void of_sendsTextAsItStands() {
    assertThat(CurlCommand.of(request("POST", Octets.of("it's\n50 %"))))
        .contains(" --header 'Content-Type:' ", " --data-binary 'it'\\''s\n50 %' ");
  }

  @Test
  void of_pipesWhatIsNoArgument() {
    byte[] bytes = "\0@%'\\".getBytes(StandardCharsets.UTF_8);
    assertThat(CurlCommand.of(request("POST", Octets.of(bytes))))
        .startsWith("printf '\\000@\\045\\047\\134' | curl ")
        .contains(" --data-binary @- ");
    assertThat(CurlCommand.of(request("POST", Octets.of("@/etc/passwd"))))
        .startsWith("printf '@/etc/passwd' | curl ");
    assertThat(CurlCommand.of(request("POST", Octets.of("--b\r\n-x"))))
        .startsWith("printf '\\055-b\\015\\012-x' | curl ");
  }

  @Test
  void of_asksForTheHeadOnly() {
    assertThat(CurlCommand.of(request("HEAD", Octets.EMPTY))).contains(" --head ");
  }

  private static HttpRequest request(String method, Octets body) {
    return new HttpRequest(method, RequestUrl.parse(URL), Headers.NONE.with("X-Empty", ""), body);
  }
}
