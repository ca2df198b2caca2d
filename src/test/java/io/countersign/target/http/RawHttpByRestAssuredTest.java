package io.countersign.target.http;

/** What is sent arrives as it is, by RestAssured. */
class RawHttpByRestAssuredTest extends RawHttpRules {
  RawHttpByRestAssuredTest() {
    super(HttpSender.REST_ASSURED);
  }
}
