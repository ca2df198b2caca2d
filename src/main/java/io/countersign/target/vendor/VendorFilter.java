package io.countersign.target.vendor;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.TimestampFormat;
import java.time.Instant;
import java.util.function.Function;

/** Answers every request that WireMock gets, before it looks for a stub. */
final class VendorFilter implements RequestFilterV2 {
  private final ThreadLocal<HttpRequest> arrived = new ThreadLocal<>();
  private final Function<HttpRequest, Answer> vendor;

  VendorFilter(Function<HttpRequest, Answer> vendor) {
    this.vendor = vendor;
  }

  /**
   * What a request is answered.
   *
   * @param status of HTTP
   * @param body JSON
   * @param time for its Date
   */
  record Answer(int status, String body, Instant time) {}

  /** Takes the request that this thread is about to answer. */
  void arrive(HttpRequest request) {
    arrived.set(request);
  }

  @Override
  public RequestFilterAction filter(Request normalised, ServeEvent event) {
    HttpRequest request = arrived.get();
    arrived.remove();
    Answer answer = vendor.apply(request);
    return RequestFilterAction.stopWith(
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            .withHeader("Date", TimestampFormat.RFC_1123.format(answer.time()))
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withHeader("Cache-Control", "no-cache")
            .withBody(answer.body())
            .build());
  }

  @Override
  public boolean applyToAdmin() {
    return true;
  }

  @Override
  public boolean applyToStubs() {
    return true;
  }

  @Override
  public String getName() {
    return "vendor";
  }
}
