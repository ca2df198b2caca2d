package io.countersign.target.http;

/** Trouble is told in typed terms, by the client alone. */
class RawHttpFaultByClientTest extends RawHttpFaultRules {
  RawHttpFaultByClientTest() {
    super(HttpSender.CLIENT);
  }
}
