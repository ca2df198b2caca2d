@rmtrack
Feature: Method, path and date, each on a line of its own
  The page's code appends a newline to each of the three, so there is one after the last as well.

  @rmtrack/final-newline @signer
  Scenario: The string to sign ends in a newline
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the string to sign is "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"

  @rmtrack/final-newline @verifier
  Scenario: A signature over three lines with their newlines is accepted
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request
    When it is signed over "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"
    Then it is accepted

  @rmtrack/final-newline @verifier
  Scenario Outline: A signature over three lines with <ending> is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request that is accepted
    When it is signed over "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT<end>"
    Then it is rejected as signature-mismatch

    Examples:
      | ending                  | end    |
      | no newline at the end   |        |
      | two newlines at the end | \\n\\n |

  @rmtrack/newline-between @verifier
  Scenario Outline: A signature over three parts separated by <separator> is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request that is accepted
    When it is signed over "GET<text>/RMT/RMTrackApi/IssueDetails.ashx<text>Tue, 23 Sep 2014 17:23:00 GMT<text>"
    Then it is rejected as signature-mismatch

    # The last one is what a language writes that knows no escapes between single quotes.
    Examples:
      | separator                   | text   |
      | carriage return and newline | \\r\\n |
      | a carriage return alone     | \\r    |
      | nothing                     |        |
      | a backslash and an n        | \\\\n  |

  @rmtrack/string-to-sign @verifier
  Scenario Outline: A signature over <mistake> is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request that is accepted
    When it is signed over "<text>"
    Then it is rejected as signature-mismatch

    Examples:
      | mistake                       | text                                                                                      |
      | the method in lower case      | get\\n/RMT/RMTrackApi/IssueDetails.ashx\\nTue, 23 Sep 2014 17:23:00 GMT\\n                |
      | the date before the path      | GET\\nTue, 23 Sep 2014 17:23:00 GMT\\n/RMT/RMTrackApi/IssueDetails.ashx\\n                |
      | the name of the date's header | GET\\n/RMT/RMTrackApi/IssueDetails.ashx\\nx-rmtrack-date:Tue, 23 Sep 2014 17:23:00 GMT\\n |
      | the date in another form      | GET\\n/RMT/RMTrackApi/IssueDetails.ashx\\n2014-09-23T17:23:00Z\\n                         |

  @rmtrack/methods @signer
  Scenario Outline: A <method> is signed with its method
    Given the time is 2014-09-23T17:23:00Z
    And a <method> request for "https://www.rmtrack.com/RMT/RMTrackApi/Issues.ashx"
    When it is signed
    Then the string to sign is "<method>\n/RMT/RMTrackApi/Issues.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"

    Examples:
      | method |
      | POST   |
      | HEAD   |

  @rmtrack/methods @verifier
  Scenario: A signed HEAD is accepted
    Given a HEAD request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx?IssueId=1001"
    And a signed request
    Then it is accepted

  @rmtrack/other-methods @verifier
  Scenario Outline: A signed <method> is judged like the methods that the page names
    Given a <method> request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request
    Then it is accepted

    Examples:
      | method |
      | PUT    |
      | DELETE |

  @rmtrack/hmac-sha1 @signer
  Scenario: What the page's code computes for a call is this signature
    Given the credential "secretkey" is "secret"
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the signature is "O0ZD3KaFgYKw3k5iXO93d0X9E9M="
