@rmtrack
Feature: The path is signed, and of the URL nothing else
  Host and query stand in the URL and not in the string to sign.

  @rmtrack/path-alone @signer
  Scenario: The query is not signed
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx?IssueId=1001&Fields=Summary"
    When it is signed
    Then the string to sign is "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"

  @rmtrack/path-alone @signer
  Scenario Outline: The slashes of <path> are signed as they stand
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com<path>"
    When it is signed
    Then the string to sign is "GET\n<path>\nTue, 23 Sep 2014 17:23:00 GMT\n"

    Examples:
      | path                         |
      | /RMT//RMTrackApi/Issues.ashx |
      | /RMT/RMTrackApi/             |

  @rmtrack/path-alone @verifier
  Scenario Outline: A signature over <what> in place of the path is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx?IssueId=1001"
    And a signed request that is accepted
    When it is signed over "GET\n<text>\nTue, 23 Sep 2014 17:23:00 GMT\n"
    Then it is rejected as signature-mismatch

    Examples:
      | what                         | text                                                                  |
      | path and query               | /RMT/RMTrackApi/IssueDetails.ashx?IssueId=1001                        |
      | the path and a question mark | /RMT/RMTrackApi/IssueDetails.ashx?                                    |
      | the whole URL                | https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx?IssueId=1001 |
      | host and path                | www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx                      |

  @rmtrack/case-of-the-path @signer
  Scenario: The path is signed in the case of the URL
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/rmt/RMTRACKAPI/Issuedetails.ASHX"
    When it is signed
    Then the string to sign is "GET\n/rmt/RMTRACKAPI/Issuedetails.ASHX\nTue, 23 Sep 2014 17:23:00 GMT\n"

  @rmtrack/case-of-the-path @verifier
  Scenario: A signature over the path in lower case is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And a signed request that is accepted
    When it is signed over "GET\n/rmt/rmtrackapi/issuedetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"
    Then it is rejected as signature-mismatch

  @rmtrack/escapes-in-the-path @signer
  Scenario Outline: The escapes of <path> are signed as they stand
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com<path>"
    When it is signed
    Then the string to sign is "GET\n<path>\nTue, 23 Sep 2014 17:23:00 GMT\n"

    Examples:
      | path                       |
      | /RMT/caf%c3%a9/Issues.ashx |
      | /RMT/%7Ewill/Issues.ashx   |
      | /RMT/My%20Site/Issues.ashx |

  @rmtrack/dot-segments @signer
  Scenario Outline: The dots of <path> are signed as they stand
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com<path>"
    When it is signed
    Then the string to sign is "GET\n<path>\nTue, 23 Sep 2014 17:23:00 GMT\n"

    Examples:
      | path                                 |
      | /RMT/Other/../RMTrackApi/Issues.ashx |
      | /RMT/./RMTrackApi/Issues.ashx        |

  @rmtrack/no-path @signer
  Scenario Outline: The URL <url> is signed with a slash for its path
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "<url>"
    When it is signed
    Then the string to sign is "GET\n/\nTue, 23 Sep 2014 17:23:00 GMT\n"

    Examples:
      | url                               |
      | https://www.rmtrack.com           |
      | https://www.rmtrack.com/          |
      | https://www.rmtrack.com?IssueId=1 |
