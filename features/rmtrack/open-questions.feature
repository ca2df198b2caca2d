@rmtrack
Feature: What RMTrack does not say
  The page decides none of these. What an implementation does is written down; the steps say what
  the reference does. Questions of path and date stand with path and date.

  @rmtrack/access-key-beyond-ascii @signer
  Scenario: An access key with letters beyond ASCII is sent as it stands
    Given the credential "accesskey" is "clé-1001"
    And the credential "secretkey" is "secret"
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the header "Authorization" is "RMT clé-1001:O0ZD3KaFgYKw3k5iXO93d0X9E9M="

  @rmtrack/body-in-ascii @signer
  Scenario: A body with letters beyond ASCII is sent as it stands
    Given a POST request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx" with the body "{\"Summary\":\"The café is closed\"}"
    When it is signed
    Then the request is otherwise unchanged

  @rmtrack/body-in-ascii @verifier
  Scenario: A body whose letters beyond ASCII became question marks after signing is taken
    Given a POST request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx" with the body "{\"Summary\":\"The café is closed\"}"
    And a signed request that is accepted
    When its body is changed to "{\"Summary\":\"The caf? is closed\"}"
    Then it is accepted
