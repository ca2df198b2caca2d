@ticketevolution
Feature: What is signed, and where the signature goes
  Method, one space, host, path, question mark and query make one line. Its signature travels in
  X-Signature, beside the token in X-Token.

  @ticketevolution/string-to-sign @verifier
  Scenario: A signature over exactly the line that the page prints is accepted
    Given a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And a signed request
    When it is signed over "GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    Then it is accepted

  @ticketevolution/string-to-sign @verifier
  Scenario Outline: A signature over the line <mistake> is refused
    Given a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And a signed request that is accepted
    When it is signed over "<line>"
    Then it is rejected as signature-mismatch

    Examples:
      | mistake                       | line                                                                |
      | with the method in lower case | get api.ticketevolution.com/v9/brokerages?page=1&per_page=1         |
      | with https:// in it           | GET https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1 |
      | with a newline at its end     | GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1\\n      |

  @ticketevolution/token-header @signer
  Scenario: The token travels in X-Token as it is
    Given the credential "token" is "4c2f/A+b=="
    When it is signed
    Then the header "X-Token" is "4c2f/A+b=="

  @ticketevolution/signature-header @signer
  Scenario: The signature travels in X-Signature with nothing around it
    Given the credential "secret" is "xyz"
    And a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And its header "Accept" is "application/vnd.ticketevolution.api+json; version=9"
    When it is signed
    Then the header "X-Signature" is "n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE="
    And the request is otherwise unchanged

  @ticketevolution/header-names-in-any-case @verifier
  Scenario Outline: The header <written> is read like <name>
    Given a signed request that is accepted
    When the header "<name>" is renamed to "<written>"
    Then it is accepted

    Examples:
      | name        | written     |
      | X-Token     | x-token     |
      | X-Signature | X-SIGNATURE |

  @ticketevolution/other-headers-unsigned @signer
  Scenario: A header of the request is not signed
    Given a GET request for "https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1"
    And its header "Accept" is "application/json"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1"

  @ticketevolution/other-headers-unsigned @verifier
  Scenario: A header that is added behind the signature changes nothing
    Given a signed request that is accepted
    When the header "Accept" is added as "application/vnd.ticketevolution.api+json; version=9"
    Then it is accepted
