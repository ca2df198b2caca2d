@ticketmatic
Feature: Timestamps of another form
  Each is signed correctly, so that its form alone is at fault, and each would be fresh if it were read
  kindly: the clock stands where a lenient reader would put it.

  @ticketmatic/iso-8601 @verifier
  Scenario Outline: A timestamp <written> is not ISO 8601 and is turned away
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | written                       | timestamp                     |
      | with a blank for the T        | 2014-09-23 17:23:00           |
      | on a clock of twelve hours    | 2014-09-23T05:23:00 PM        |
      | in seconds since 1970         | 1411492980                    |
      | as in a Date header           | Tue, 23 Sep 2014 17:23:00 GMT |
      | with the day before the month | 23-09-2014T17:23:00           |
      | with one digit for the month  | 2014-9-23T17:23:00            |

  @ticketmatic/timestamp-real-date @verifier
  Scenario Outline: <timestamp> is no time and is turned away, though it could be counted on to <clock>
    Given the time is <clock>
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | timestamp           | clock                |
      | 2014-02-29T12:00:00 | 2014-03-01T12:00:00Z |
      | 2014-09-31T12:00:00 | 2014-10-01T12:00:00Z |
      | 2014-13-01T12:00:00 | 2015-01-01T12:00:00Z |
      | 2014-09-23T17:60:00 | 2014-09-23T18:00:00Z |
      | 2014-09-23T17:23:60 | 2014-09-23T17:24:00Z |

  # All of these are ISO 8601 too and name the very second. The page shows one form only and does not
  # refuse the others; what a server does is written down.
  @ticketmatic/other-iso-8601-forms @verifier
  Scenario Outline: A timestamp <written> is turned away by the reference verifier
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as malformed-timestamp

    Examples:
      | written                   | timestamp                 |
      | with a Z                  | 2014-09-23T17:23:00Z      |
      | with the offset of UTC    | 2014-09-23T17:23:00+00:00 |
      | with another offset       | 2014-09-23T19:23:00+02:00 |
      | with milliseconds         | 2014-09-23T17:23:00.000   |
      | without hyphens or colons | 20140923T172300           |
      | by the week               | 2014-W39-2T17:23:00       |
