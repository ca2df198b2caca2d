@ticketmatic
Feature: Freshness
  A request may be 30 minutes old by the server's clock. The boundaries themselves are tested for every
  scheme alike; here are the places where a difference of two times is computed wrongly.

  @ticketmatic/window-across-dates @verifier
  Scenario Outline: At <when> a request signed <age> ago is fresh
    Given the time is <clock>
    And a signed request
    When it was signed <age> ago
    Then it is accepted

    Examples:
      | when                                       | clock                | age   |
      | ten past midnight                          | 2014-09-24T00:10:00Z | 29:59 |
      | a quarter past New Year                    | 2015-01-01T00:15:00Z | 30:00 |
      | twenty past midnight after the leap day    | 2016-03-01T00:20:00Z | 29:59 |
      | the hour that Belgian clocks go forward    | 2014-03-30T01:15:00Z | 20:00 |
      | the hour that Belgian clocks go back       | 2014-10-26T01:10:00Z | 20:00 |
      | the hour that New York's clocks go forward | 2014-03-09T07:15:00Z | 20:00 |
      | the hour that New York's clocks go back    | 2014-11-02T06:10:00Z | 20:00 |
      | the hour that Sydney's clocks go forward   | 2014-10-04T16:15:00Z | 20:00 |
      | the hour that Sydney's clocks go back      | 2014-04-05T16:10:00Z | 20:00 |

    # As who reads both times in UTC as if they were local has it.
    Examples: In UTC, what is no hour, or two, on a local clock
      | when                                               | clock                | age   |
      | five past the hour that is there twice in Brussels | 2014-10-26T03:05:00Z | 20:00 |
      | five past the hour that is there twice in New York | 2014-11-02T02:05:00Z | 20:00 |
      | five past the hour that is there twice in Sydney   | 2014-04-06T03:05:00Z | 20:00 |

  @ticketmatic/window-across-dates @verifier
  Scenario Outline: At <when> a request signed <age> ago is expired
    Given the time is <clock>
    And a signed request that is accepted
    When it was signed <age> ago
    Then it is rejected as expired-timestamp

    Examples:
      | when                                       | clock                | age   |
      | ten past midnight                          | 2014-09-24T00:10:00Z | 30:01 |
      | a quarter past New Year                    | 2015-01-01T00:15:00Z | 30:01 |
      | the hour that Belgian clocks go back       | 2014-10-26T01:10:00Z | 45:00 |
      | the hour that New York's clocks go forward | 2014-03-09T07:15:00Z | 45:00 |
      | the hour that New York's clocks go back    | 2014-11-02T06:10:00Z | 45:00 |
      | the hour that Sydney's clocks go forward   | 2014-10-04T16:15:00Z | 45:00 |
      | the hour that Sydney's clocks go back      | 2014-04-05T16:10:00Z | 45:00 |

    Examples: In UTC, what is no hour, or two, on a local clock
      | when                                            | clock                | age   |
      | ten past the hour that is not there in Brussels | 2014-03-30T03:10:00Z | 40:00 |
      | ten past the hour that is not there in New York | 2014-03-09T03:10:00Z | 40:00 |
      | ten past the hour that is not there in Sydney   | 2014-10-05T03:10:00Z | 40:00 |

  @ticketmatic/window-whole-date @verifier
  Scenario Outline: The same time of day <long ago> is not the same time
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is rejected as expired-timestamp

    Examples:
      | long ago    | timestamp           |
      | a month ago | 2014-08-23T17:23:00 |
      | a year ago  | 2013-09-23T17:23:00 |

  # Each is a quarter of an hour old for who looks at the time of day alone. No clock is set, so that a server
  # with one of its own is asked, too.
  @ticketmatic/window-whole-date @verifier
  Scenario Outline: A request of the same time of day <long ago> is expired
    Given a signed request that is accepted
    When it was signed <age> ago
    Then it is rejected as expired-timestamp

    Examples:
      | long ago           | age       |
      | a week before      | 10095:00  |
      | thirty days before | 43215:00  |
      | a year before      | 525615:00 |

  # The page compares with the server's time and does not say how fine that is.
  @ticketmatic/window-fractions @verifier
  Scenario: Half a second beyond thirty minutes is expired for the reference verifier
    Given the time is 2014-09-23T17:23:00.500Z
    And a signed request that is accepted
    When it was signed 30:00.500 ago
    Then it is rejected as expired-timestamp

  @ticketmatic/timestamp-utc @verifier
  Scenario: The local time of New York is four hours old
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "2014-09-23T13:23:00"
    Then it is rejected as expired-timestamp

  @ticketmatic/timestamp-24-hours @verifier
  Scenario: The afternoon on a clock of twelve hours is half a day old
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "2014-09-23T05:23:00"
    Then it is rejected as expired-timestamp

  # The page speaks of old timestamps alone. A far one makes a header that outlives the window by as much.
  @ticketmatic/far-future @verifier
  Scenario Outline: <what>, is let in by the reference verifier
    Given the time is 2014-09-23T17:23:00Z
    And a signed request that is accepted
    When it is signed with the timestamp "<timestamp>"
    Then it is accepted

    Examples:
      | what                                        | timestamp           |
      | The local time of Brussels, two hours ahead | 2014-09-23T19:23:00 |
      | A timestamp dated to the end of the century | 2099-12-31T23:59:59 |
