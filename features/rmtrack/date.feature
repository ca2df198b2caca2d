@rmtrack
Feature: The date
  The page's code writes the time in UTC in the form "r" of .NET, which is that of RFC 1123: English
  names, two digits for the day, twenty-four hours, GMT.

  @rmtrack/rfc-1123-date @signer
  Scenario Outline: The clock's <time> is written <date>
    Given the time is <time>
    When it is signed
    Then the timestamp sent is "<date>"

    Examples: Every month, every weekday, and days of one digit
      | time                 | date                          |
      | 2014-01-06T08:09:10Z | Mon, 06 Jan 2014 08:09:10 GMT |
      | 2014-02-11T08:09:10Z | Tue, 11 Feb 2014 08:09:10 GMT |
      | 2014-03-05T08:09:10Z | Wed, 05 Mar 2014 08:09:10 GMT |
      | 2014-04-17T08:09:10Z | Thu, 17 Apr 2014 08:09:10 GMT |
      | 2014-05-09T08:09:10Z | Fri, 09 May 2014 08:09:10 GMT |
      | 2014-06-21T08:09:10Z | Sat, 21 Jun 2014 08:09:10 GMT |
      | 2014-07-27T08:09:10Z | Sun, 27 Jul 2014 08:09:10 GMT |
      | 2014-08-04T08:09:10Z | Mon, 04 Aug 2014 08:09:10 GMT |
      | 2014-09-30T08:09:10Z | Tue, 30 Sep 2014 08:09:10 GMT |
      | 2014-10-08T08:09:10Z | Wed, 08 Oct 2014 08:09:10 GMT |
      | 2014-11-20T08:09:10Z | Thu, 20 Nov 2014 08:09:10 GMT |
      | 2014-12-19T08:09:10Z | Fri, 19 Dec 2014 08:09:10 GMT |

    Examples: Midnight, noon, and the hours after them
      | time                 | date                          |
      | 2014-09-23T00:00:00Z | Tue, 23 Sep 2014 00:00:00 GMT |
      | 2014-09-23T00:05:09Z | Tue, 23 Sep 2014 00:05:09 GMT |
      | 2014-09-23T12:00:00Z | Tue, 23 Sep 2014 12:00:00 GMT |
      | 2014-09-23T17:23:00Z | Tue, 23 Sep 2014 17:23:00 GMT |

    # The second is the one that began: it is cut off and not rounded.
    Examples: The ends of years and leap days
      | time                     | date                          |
      | 2014-12-31T23:59:59Z     | Wed, 31 Dec 2014 23:59:59 GMT |
      | 2015-01-01T00:00:00Z     | Thu, 01 Jan 2015 00:00:00 GMT |
      | 2024-12-30T12:00:00Z     | Mon, 30 Dec 2024 12:00:00 GMT |
      | 2021-01-03T12:00:00Z     | Sun, 03 Jan 2021 12:00:00 GMT |
      | 2016-02-29T12:00:00Z     | Mon, 29 Feb 2016 12:00:00 GMT |
      | 2000-02-29T12:00:00Z     | Tue, 29 Feb 2000 12:00:00 GMT |
      | 2014-12-31T23:59:59.999Z | Wed, 31 Dec 2014 23:59:59 GMT |

  @rmtrack/date-in-utc @signer
  Scenario Outline: The date at <time>, <when>, is written in UTC
    Given the time is <time>
    When it is signed
    Then the timestamp sent is "<date>"

    Examples:
      | when                                | time                 | date                          |
      | in the hour that Europe skips       | 2014-03-30T01:30:00Z | Sun, 30 Mar 2014 01:30:00 GMT |
      | in the hour that Europe has twice   | 2014-10-26T00:30:00Z | Sun, 26 Oct 2014 00:30:00 GMT |
      | in the hour that New York has twice | 2014-11-02T06:30:00Z | Sun, 02 Nov 2014 06:30:00 GMT |
      | on the next day in Sydney           | 2014-07-15T16:45:00Z | Tue, 15 Jul 2014 16:45:00 GMT |

  # No clock is set here, so that a client that really sends is asked, too. A date in local time or off a
  # clock of its own stays a date in the right form; only the time tells.
  @rmtrack/date-in-utc @signer
  Scenario: The date is that of the moment
    Given a call of the first resource
    When it is signed
    Then the timestamp sent is the time

  @rmtrack/date-as-sent @verifier
  Scenario Outline: A date that is written <how> after signing is another date
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When its timestamp is changed to "<date>" after signing
    Then it is rejected

    # Each names the very second that was signed.
    Examples:
      | how              | date                            |
      | with UTC for GMT | Tue, 23 Sep 2014 17:23:00 UTC   |
      | with an offset   | Tue, 23 Sep 2014 17:23:00 +0000 |
      | in lower case    | tue, 23 sep 2014 17:23:00 gmt   |
      | with two spaces  | Tue,  23 Sep 2014 17:23:00 GMT  |

  @rmtrack/date-required @verifier
  Scenario: A request that is signed with an empty date is refused
    Given a signed request that is accepted
    When it is signed with the timestamp ""
    Then it is rejected as missing-timestamp

  @rmtrack/date-required @verifier
  Scenario: A request whose date is taken away is refused
    Given a signed request that is accepted
    When the header "x-rmtrack-date" is removed
    Then it is rejected as missing-timestamp

  @rmtrack/date-header-instead @verifier
  Scenario: The date may travel in the header Date
    Given a signed request that is accepted
    When the header "x-rmtrack-date" is renamed to "Date"
    Then it is accepted

  @rmtrack/date-required @verifier
  Scenario: The date is not read from a header of another name
    Given a signed request that is accepted
    When the header "x-rmtrack-date" is renamed to "x-date"
    Then it is rejected as missing-timestamp

  @rmtrack/both-date-headers @signer
  Scenario: A request that has a Date already is signed with x-rmtrack-date
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And its header "Date" is "Mon, 22 Sep 2014 08:00:00 GMT"
    When it is signed
    Then the string to sign is "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"
    And the header "Date" is "Mon, 22 Sep 2014 08:00:00 GMT"

  @rmtrack/both-date-headers @verifier
  Scenario: A Date beside the signed x-rmtrack-date is not looked at
    Given a signed request that is accepted
    When the header "Date" is added as "Mon, 22 Sep 2014 08:00:00 GMT"
    Then it is accepted

  @rmtrack/both-date-headers @verifier
  Scenario: A signature over the Date beside x-rmtrack-date is refused
    Given the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    And its header "Date" is "Mon, 22 Sep 2014 08:00:00 GMT"
    And a signed request that is accepted
    When it is signed over "GET\n/RMT/RMTrackApi/IssueDetails.ashx\nMon, 22 Sep 2014 08:00:00 GMT\n"
    Then it is rejected as signature-mismatch

  @rmtrack/nothing-expires @verifier
  Scenario: A request that was signed a year ago is taken
    Given a signed request that is accepted
    When it was signed 525600:00 ago
    Then it is accepted
