@ticketmatic
Feature: Published examples
  What others have printed, taken to the byte. The vector is the one of a public client's own test; the
  header is the one on the vendor's page.

  @ticketmatic/published-vector @signer
  Scenario: The example of a public client's test is signed as its authors signed it
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "xyz"
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    When it is signed
    Then the string to sign is "xyzticketmatic2017-07-29T16:40:46"
    And the signature is "192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590"

  @ticketmatic/published-vector @verifier
  Scenario: The example of a public client's test is let in
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "xyz"
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:41:00Z
    And a signed request
    When the header "Authorization" is changed to "TM-HMAC-SHA256 key=xyz ts=2017-07-29T16:40:46 sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590"
    Then it is accepted

  # That the signature alone is at fault says that everything before it is right: the key is known, the
  # timestamp is of the form and fresh, and the signature is 32 bytes in lower-case hex.
  @ticketmatic/erratum-example-header @erratum @verifier
  Scenario: The header on the page has the documented form, and no published secret verifies it
    Given the credential "accesskey" is "242dda885ec6024f934a40c0"
    And the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When the header "Authorization" is changed to "TM-HMAC-SHA256 key=242dda885ec6024f934a40c0 ts=2014-09-23T17:23:00 sign=c27dc92415cb20dca85fec44f31b60b522bc3c9e422cb24a35dfc8538a1ab570"
    Then it is rejected as signature-mismatch

  @ticketmatic/unauthorized-status @verifier
  Scenario: The header on the page is years old today, and a server answers 401
    Given the time is 2018-10-26T11:59:18Z
    And a signed request that is accepted
    When it is signed with the timestamp "2014-09-23T17:23:00"
    Then it is rejected as expired-timestamp
