@ticketevolution
Feature: The examples that Ticket Evolution and its clients publish
  The page prints one string to sign with a secret, a signature and a call. A public client tests
  itself with four more calls of the sandbox, one of which is signed wrongly.

  @ticketevolution/hmac-sha256 @signer
  Scenario: The string that the page prints has this signature
    Given the credential "secret" is "xyz"
    And a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And the signature is "n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE="

  @ticketevolution/erratum-printed-signature @erratum @signer
  Scenario: The signature that the page prints belongs to the path without /v9
    Given the credential "secret" is "xyz"
    And a GET request for "https://api.ticketevolution.com/brokerages?page=1&per_page=1"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/brokerages?page=1&per_page=1"
    And the signature is "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0="

  @ticketevolution/erratum-printed-signature @erratum @verifier
  Scenario: The signature that the page prints does not open the call that it prints
    Given the credential "token" is "abc"
    And the credential "secret" is "xyz"
    And a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And a signed request that is accepted
    When its signature is changed to "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0="
    Then it is rejected as signature-mismatch

  @ticketevolution/base64 @signer
  Scenario: A signature with plus, slash and padding is written in standard base64
    Given the credential "secret" is "abcdefghijklmnopqrstuvwxyz12345678901234"
    And a GET request for "https://api.sandbox.ticketevolution.com/clients?"
    When it is signed
    Then the signature is "CZ26dEtpFKkc21yjFK/FeFZ4Ak+9GLbdSQYKffbccd4="

  @ticketevolution/string-to-sign @signer
  Scenario: The sandbox call with one parameter has the signature of the client's test
    Given the credential "secret" is "abcdefghijklmnopqrstuvwxyz12345678901234"
    And a GET request for "https://api.sandbox.ticketevolution.com/clients?page_num=1"
    When it is signed
    Then the signature is "1cJFQkqe41x3AF5LPtDccmCvIcw97WXfkGksk+qUvq0="

  @ticketevolution/body-in-place-of-query @signer
  Scenario: The sandbox call with a body has the signature of the client's test
    Given the credential "secret" is "abcdefghijklmnopqrstuvwxyz12345678901234"
    And a POST request for "https://api.sandbox.ticketevolution.com/clients" with the body
      """
      {"clients": [{"name": "Will Smith"}]}
      """
    When it is signed
    Then the signature is "YvU94mY7jmk1eOu26M4pkl64lK1PkQskZznMhL82IaY="

  @ticketevolution/sorted-query @signer
  Scenario: The sandbox call with two parameters has another signature than in the client's test
    Given the credential "secret" is "abcdefghijklmnopqrstuvwxyz12345678901234"
    And a GET request for "https://api.sandbox.ticketevolution.com/clients?per_page=1&page_num=1"
    When it is signed
    Then the signature is "rcqPKvZzaC98SDOLBTTj8k4qIkmdDwnIMjYIKFw+aVY="

  @ticketevolution/unsorted-query-refused @verifier
  Scenario: The signature of the client's test over two unsorted parameters is refused
    Given the credential "secret" is "abcdefghijklmnopqrstuvwxyz12345678901234"
    And a GET request for "https://api.sandbox.ticketevolution.com/clients?per_page=1&page_num=1"
    And a signed request that is accepted
    When its signature is changed to "PIzIqixgOwy8XFrxFbqxM9vL9iyoifpV4VjgWHD2naE="
    Then it is rejected as signature-mismatch
