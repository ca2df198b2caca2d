package io.countersign.target.http;

/** Trouble is told in typed terms, by RestAssured. */
class RawHttpFaultByRestAssuredTest extends RawHttpFaultRules {
  RawHttpFaultByRestAssuredTest() {
    super(HttpSender.REST_ASSURED);
  }
}
