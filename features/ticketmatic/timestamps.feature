@ticketmatic
Feature: The timestamp that a signer writes
  UTC, the calendar's own date, two digits for everything but the year, a clock of 24 hours, whole seconds,
  no zone. Each time below is one at which some way of writing dates goes wrong.

  # The week of 30 December 2024 is the first of 2025, and 1 January 2021 lies in the last week of 2020: a
  # public client prints the year of the week.
  @ticketmatic/timestamp-calendar-year @signer
  Scenario Outline: At <time> the year is the calendar's, not the week's
    Given the time is <time>
    When it is signed
    Then the timestamp sent is "<timestamp>"
    And the reference verifier accepts it

    Examples:
      | time                 | timestamp           |
      | 2024-12-30T10:00:00Z | 2024-12-30T10:00:00 |
      | 2024-12-31T23:59:59Z | 2024-12-31T23:59:59 |
      | 2025-01-01T00:00:00Z | 2025-01-01T00:00:00 |
      | 2021-01-01T12:00:00Z | 2021-01-01T12:00:00 |

  # Brussels, where the vendor lives, left out 02:00 to 03:00 on the first of these days and had it twice on
  # the second.
  @ticketmatic/timestamp-utc @signer
  Scenario Outline: At <time>, while Belgian clocks change, the timestamp stays in UTC
    Given the time is <time>
    When it is signed
    Then the timestamp sent is "<timestamp>"
    And the reference verifier accepts it

    Examples:
      | time                 | timestamp           |
      | 2014-03-30T00:59:59Z | 2014-03-30T00:59:59 |
      | 2014-03-30T01:00:00Z | 2014-03-30T01:00:00 |
      | 2014-03-30T02:30:00Z | 2014-03-30T02:30:00 |
      | 2014-10-26T00:30:00Z | 2014-10-26T00:30:00 |
      | 2014-10-26T01:30:00Z | 2014-10-26T01:30:00 |

  @ticketmatic/timestamp-real-date @signer
  Scenario: The leap day is a day
    Given the time is 2024-02-29T12:30:00Z
    When it is signed
    Then the timestamp sent is "2024-02-29T12:30:00"
    And the reference verifier accepts it

  @ticketmatic/timestamp-two-digits @signer
  Scenario: Month, day, hour, minute and second below ten have a zero before them
    Given the time is 2015-01-02T03:04:05Z
    When it is signed
    Then the timestamp sent is "2015-01-02T03:04:05"
    And the reference verifier accepts it

  @ticketmatic/timestamp-24-hours @signer
  Scenario Outline: At <part of day> the hour is <hour>
    Given the time is 2014-09-23T<hour>:05:30Z
    When it is signed
    Then the timestamp sent is "2014-09-23T<hour>:05:30"
    And the reference verifier accepts it

    Examples:
      | part of day | hour |
      | midnight    | 00   |
      | teatime     | 17   |

  @ticketmatic/timestamp-whole-seconds @signer
  Scenario: The fraction of a second is dropped, not rounded
    Given the time is 2014-12-31T23:59:59.999Z
    When it is signed
    Then the timestamp sent is "2014-12-31T23:59:59"
    And the reference verifier accepts it
