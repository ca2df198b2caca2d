package io.countersign.target.http;

import io.countersign.message.RequestUrl;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.util.EntityUtils;

/**
 * Takes a request to a server and brings the answer back. Whoever it is, what goes over the wire is
 * the {@link RawExecutor}'s.
 */
@SuppressWarnings("deprecation") // RestAssured is built on this generation of the client
enum HttpSender {
  /** For servers under test. */
  REST_ASSURED {
    @Override
    Arrival send(AbstractHttpClient client, RequestUrl to) {
      HttpClientConfig http = HttpClientConfig.httpClientConfig().httpClientFactory(() -> client);
      Response response =
          RestAssured.given()
              .config(
                  RestAssuredConfig.config()
                      .httpClient(http)
                      .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
              .redirects()
              .follow(false)
              .urlEncodingEnabled(false)
              .get(to.toString());
      List<String[]> headers = new ArrayList<>();
      response
          .headers()
          .forEach(header -> headers.add(new String[] {header.getName(), header.getValue()}));
      return new Arrival(
          response.statusCode(), response.statusLine().strip(), headers, response.asByteArray());
    }
  },

  /**
   * The client below RestAssured alone. A thousand requests to our own vendor take a third less of
   * the processor so, since RestAssured finds each of its methods by reflection.
   */
  CLIENT {
    @Override
    Arrival send(AbstractHttpClient client, RequestUrl to) throws IOException {
      HttpResponse response = client.execute(new HttpGet(to.toString()));
      List<String[]> headers = new ArrayList<>();
      for (org.apache.http.Header header : response.getAllHeaders()) {
        headers.add(new String[] {header.getName(), header.getValue()});
      }
      byte[] body =
          response.getEntity() == null
              ? new byte[0]
              : EntityUtils.toByteArray(response.getEntity());
      return new Arrival(
          response.getStatusLine().getStatusCode(),
          response.getStatusLine().toString().strip(),
          headers,
          body);
    }
  };

  /** Does the first request for nothing, since it takes far longer than all others. */
  void rehearse() {
    try (Rehearsal client = new Rehearsal()) {
      send(client, RequestUrl.parse("http://localhost/"));
    } catch (Exception e) { // RestAssured throws checked exceptions that it does not declare
      // Then the first real one is slow, and says what is the matter.
    }
  }

  /**
   * What came back.
   *
   * @param headers name and value, as sent; may hold what is no header
   */
  record Arrival(int status, String statusLine, List<String[]> headers, byte[] body) {}

  /**
   * @param to where to connect to; what is sent there is the client's own affair
   * @throws IOException and RestAssured also others, undeclared
   */
  abstract Arrival send(AbstractHttpClient client, RequestUrl to) throws IOException;
}
