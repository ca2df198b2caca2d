package io.countersign.target.http;

/** What is sent arrives as it is, by RestAssured. */
class RawHttpByRestAssuredTest extends RawHttpRules {
  RawHttpByRestAssuredTest() {
    super(Carrier.REST_ASSURED);
  }
}
