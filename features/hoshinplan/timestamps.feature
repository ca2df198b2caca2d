@hoshinplan
Feature: Timestamps
  ISO 8601, the moment of the call, good for five minutes. The boundaries of the five minutes are tested for
  every scheme alike; here are the writings of a time, and the places where a difference is computed wrongly.

  @hoshinplan/time-of-the-call @signer
  Scenario Outline: A call made <when> says so
    Given the time is <time>
    When it is signed
    Then the timestamp sent is the time
    And the reference verifier accepts it

    Examples:
      | when                                                 | time                     |
      | in the last week of 2024, which is the first of 2025 | 2024-12-30T10:00:00Z     |
      | in the last second of a year                         | 2024-12-31T23:59:59Z     |
      | in the first second of a year                        | 2025-01-01T00:00:00Z     |
      | on the leap day                                      | 2024-02-29T12:30:00Z     |
      | just before Spanish clocks go forward                | 2014-03-30T00:59:59Z     |
      | just after Spanish clocks go forward                 | 2014-03-30T01:00:00Z     |
      | at a time that Spanish clocks leave out              | 2014-03-30T02:30:00Z     |
      | just before Spanish clocks go back                   | 2014-10-26T00:59:59Z     |
      | just after Spanish clocks go back                    | 2014-10-26T01:00:00Z     |
      | early on an early day                                | 2015-01-02T03:04:05Z     |
      | in the afternoon                                     | 2024-12-04T17:55:06Z     |
      | in the last millisecond of a second                  | 2024-12-04T14:55:06.999Z |

  @hoshinplan/iso-8601-offsets @verifier
  Scenario Outline: The moment of the call may be written as <timestamp>
    Given the time is 2024-12-04T14:55:06.500Z
    And a signed request
    When it is signed with the timestamp "<timestamp>"
    Then it is accepted

    Examples:
      | timestamp                 |
      | 2024-12-04T14:55:06Z      |
      | 2024-12-04T09:55:06-05:00 |
      | 2024-12-04T14:55:06.250Z  |

  @hoshinplan/iso-8601-offsets @documented @verifier
  Scenario: By the page, the moment of the call may be written with the offset of Madrid
    Given the time is 2024-07-04T14:55:06Z
    And a signed request
    When it is signed with the timestamp "2024-07-04T16:55:06+02:00"
    Then it is accepted

  @hoshinplan/iso-8601-offsets @deployed @verifier
  Scenario: On the server, the moment of the call may be written with the offset of Madrid, encoded
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-07-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request
    When its query is changed to "app_key=test_application&timestamp=2024-07-04T16%3A55%3A06%2B02%3A00&signature=gys7fzIR1bJradLK/DBxFyyyKuZ8UlDScEY8dXg0E9E="
    Then it is accepted

  # A server with a clock of its own is asked as well.
  @hoshinplan/iso-8601-offsets @verifier
  Scenario: The moment of the call may be written with an offset behind UTC
    Given a signed request
    When it is signed with the time written as ISO 8601 with the offset -05:00
    Then it is accepted

  @hoshinplan/iso-8601-offsets @documented @verifier
  Scenario: By the page, the moment of the call may be written with an offset ahead of UTC
    Given a signed request
    When it is signed with the time written as ISO 8601 with the offset +02:00
    Then it is accepted

  @hoshinplan/plus-in-timestamp @documented @signer
  Scenario: The plus of a timestamp is percent-encoded when it is sent
    Given the time is 2024-12-04T14:55:06Z
    When it is signed
    Then the parameter "timestamp" is "2024-12-04T14%3A55%3A06%2B00%3A00"

  # A server that reads its query as a form sees a blank here.
  @hoshinplan/plus-in-timestamp @deployed @verifier
  Scenario: The plus of an offset that is not encoded is taken as one by the reference verifier
    Given the time is 2024-07-04T14:55:06Z
    And a signed request
    When it is signed with the timestamp "2024-07-04T16:55:06+02:00"
    Then it is accepted

  @hoshinplan/window-by-instant @verifier
  Scenario: Five minutes and a second are counted across offsets
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When it is signed with the timestamp "2024-12-04T09:50:05-05:00"
    Then it is rejected as expired-timestamp

  # To who reads it without its offset, the first is hours ahead, which the page leaves open.
  @hoshinplan/window-by-instant @documented @verifier
  Scenario Outline: Seven minutes are counted across the offset <offset>
    Given a signed request that is accepted
    When it was signed 7:00 ago with the time written as ISO 8601 with the offset <offset>
    Then it is rejected as expired-timestamp

    Examples:
      | offset |
      | +02:00 |
      | -05:00 |

  @hoshinplan/window-fractions @verifier
  Scenario: Five minutes to the millisecond are still good
    Given the time is 2024-12-04T14:55:06.500Z
    And a signed request
    When it is signed with the timestamp "2024-12-04T14:50:06.500Z"
    Then it is accepted

  @hoshinplan/window-fractions @verifier
  Scenario Outline: <fraction> beyond five minutes is expired
    Given the time is <clock>
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as expired-timestamp

    Examples:
      | fraction                                | clock                    | timestamp                |
      | Half a second by the client's timestamp | 2024-12-04T14:55:06Z     | 2024-12-04T14:50:05.500Z |
      | Half a second by the server's clock     | 2024-12-04T14:55:06.500Z | 2024-12-04T14:50:06Z     |

  @hoshinplan/window-across-dates @verifier
  Scenario Outline: At <when> a call signed <age> ago is fresh
    Given the time is <clock>
    And a signed request
    When it was signed <age> ago
    Then it is accepted

    Examples:
      | when                                         | clock                | age  |
      | two minutes past New Year                    | 2025-01-01T00:02:00Z | 4:59 |
      | the minute when Spanish clocks go forward    | 2014-03-30T01:01:00Z | 4:00 |
      | the minute when Spanish clocks go back       | 2014-10-26T01:01:00Z | 4:00 |
      | the minute when New York's clocks go forward | 2014-03-09T07:01:00Z | 4:00 |
      | the minute when New York's clocks go back    | 2014-11-02T06:01:00Z | 4:00 |
      | the minute when Sydney's clocks go forward   | 2014-10-04T16:01:00Z | 4:00 |
      | the minute when Sydney's clocks go back      | 2014-04-05T16:01:00Z | 4:00 |

  @hoshinplan/window-across-dates @verifier
  Scenario Outline: At <when> a call signed <age> ago is expired
    Given the time is <clock>
    And a signed request that is accepted
    When it was signed <age> ago
    Then it is rejected as expired-timestamp

    Examples:
      | when                                      | clock                | age   |
      | two minutes past New Year                 | 2025-01-01T00:02:00Z | 5:01  |
      | the minute when Spanish clocks go back    | 2014-10-26T01:01:00Z | 61:00 |
      | the minute when New York's clocks go back | 2014-11-02T06:01:00Z | 61:00 |
      | the minute when Sydney's clocks go back   | 2014-04-05T16:01:00Z | 61:00 |

  @hoshinplan/covers-timestamp @verifier
  Scenario: A timestamp that was made fresh again is noticed
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When its timestamp is changed to "2024-12-04T14:55:05Z" after signing
    Then it is rejected as signature-mismatch

  @hoshinplan/future-rejected @deployed @verifier
  Scenario Outline: The server turns away a timestamp that is <ahead> ahead of it
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as future-timestamp

    Examples:
      | ahead         | timestamp                |
      | a millisecond | 2024-12-04T14:55:06.001Z |
      | a second      | 2024-12-04T14:55:07Z     |
      | five minutes  | 2024-12-04T15:00:06Z     |

  # By the page a timestamp dated ahead outlives its five minutes by as much.
  @hoshinplan/far-future @documented @verifier
  Scenario: A timestamp from the end of the century is let in by the reference verifier of the page
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When it is signed with the timestamp "2099-12-31T23:59:59Z"
    Then it is accepted

  @hoshinplan/iso-8601 @verifier
  Scenario Outline: <timestamp> is no time in ISO 8601 and is turned away
    Given the time is <clock>
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | timestamp            | clock                |
      | 1733324106           | 2024-12-04T14:55:06Z |
      | 2024-12-4T14:55:06Z  | 2024-12-04T14:55:06Z |
      | 2023-02-29T14:55:06Z | 2023-03-01T14:55:06Z |
      | 2024-12-04T14:60:06Z | 2024-12-04T15:00:06Z |

  # These have blanks, which only an encoded timestamp can carry.
  @hoshinplan/iso-8601 @documented @verifier
  Scenario Outline: By the page, <timestamp> is no time in ISO 8601 and is turned away
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | timestamp                     |
      | 2024-12-04 14:55:06 +0000     |
      | 2024-12-04T02:55:06 PM        |
      | Wed, 04 Dec 2024 14:55:06 GMT |

  # All of these are ISO 8601 too; neither the page nor anything seen of the server speaks of them.
  @hoshinplan/other-iso-8601-forms @verifier
  Scenario Outline: A timestamp <written> is turned away by the reference verifier
    Given the time is 2024-12-04T14:55:06Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | written                   | timestamp            |
      | without a zone            | 2024-12-04T14:55:06  |
      | without hyphens or colons | 20241204T145506Z     |
      | by the week               | 2024-W49-3T14:55:06Z |

  # Seen of the server: it answers 500 instead of the 401 that the page documents.
  @hoshinplan/malformed-timestamp-status @deployed @verifier
  Scenario: A timestamp that no parser understands is turned away by the reference verifier
    Given a signed request that is accepted
    When it is signed with the timestamp "yesterday"
    Then it is rejected as malformed-timestamp
