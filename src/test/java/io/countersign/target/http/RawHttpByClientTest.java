package io.countersign.target.http;

/** What is sent arrives as it is, by the client alone. */
class RawHttpByClientTest extends RawHttpRules {
  RawHttpByClientTest() {
    super(HttpSender.CLIENT);
  }
}
