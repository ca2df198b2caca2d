@rmtrack
Feature: The Authorization header
  The word RMT, one space, the access key, a colon and the signature in base64.

  @rmtrack/authorization-header @signer
  Scenario: Access key and signature stand behind the word RMT
    Given the credential "accesskey" is "AK-1001"
    And the credential "secretkey" is "secret"
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the header "Authorization" is "RMT AK-1001:O0ZD3KaFgYKw3k5iXO93d0X9E9M="
    And the timestamp sent is "Tue, 23 Sep 2014 17:23:00 GMT"

  @rmtrack/authorization-header @signer
  Scenario: Signing changes nothing but its two headers
    Given a POST request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx?b=2&a=1" with the body "{ \"Summary\" : \"No paper\" }\n"
    And its header "Accept" is "application/json"
    When it is signed
    Then the request is otherwise unchanged

  @rmtrack/base64 @signer
  Scenario: A signature with plus, slash and padding is written in standard base64
    Given the credential "secretkey" is "secret-2"
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the signature is "C9MfiHOwy4JXHtG+VXQCaF/cLMs="

  @rmtrack/header-names-in-any-case @verifier
  Scenario Outline: The header <written> is read like <name>
    Given a signed request that is accepted
    When the header "<name>" is renamed to "<written>"
    Then it is accepted

    Examples:
      | name           | written        |
      | x-rmtrack-date | X-RMTrack-Date |
      | Authorization  | authorization  |
