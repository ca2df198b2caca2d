@ticketevolution
Feature: The query is signed in the order of its names
  The parameters stand in the string to sign in alphabetical order of their names, whatever order
  the URL has. The page warns that anything else is answered with 401.

  @ticketevolution/sorted-query @signer
  Scenario Outline: The query <query> is signed as <signed>
    Given a GET request for "https://api.ticketevolution.com/v9/events?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?<signed>"

    Examples: Three parameters in several orders
      | query                           | signed                          |
      | order_by=name&page=2&per_page=5 | order_by=name&page=2&per_page=5 |
      | per_page=5&page=2&order_by=name | order_by=name&page=2&per_page=5 |
      | page=2&order_by=name&per_page=5 | order_by=name&page=2&per_page=5 |

    # Each of these comes out the other way round where whole pairs are sorted: digits, the hyphen
    # and the full stop come before the equals sign. None is sent in that order, nor in the right one,
    # so that it can be told what a signer did.
    Examples: Names that begin with another name
      | query                                       | signed                                      |
      | q=a&page2=a&page=b                          | page=b&page2=a&q=a                          |
      | q=a&page-size=9&page=1                      | page=1&page-size=9&q=a                      |
      | q=a&occurs_at.gte=2014-09-23&occurs_at=2015 | occurs_at=2015&occurs_at.gte=2014-09-23&q=a |

    Examples: Names that end in numbers
      | query              | signed             |
      | price9=1&price10=2 | price10=2&price9=1 |

  @ticketevolution/unsorted-query-refused @verifier
  Scenario Outline: A signature over the query <order> is refused
    Given a GET request for "https://api.ticketevolution.com/v9/events?page=2&order_by=name&per_page=5"
    And a signed request that is accepted
    When it is signed over "GET api.ticketevolution.com/v9/events?<query>"
    Then it is rejected as signature-mismatch

    Examples:
      | order                | query                           |
      | in the URL's order   | page=2&order_by=name&per_page=5 |
      | in falling order     | per_page=5&page=2&order_by=name |
      | sorted by its values | page=2&per_page=5&order_by=name |

  @ticketevolution/order-of-the-url @verifier
  Scenario Outline: A request whose URL is put <order> after signing is taken
    Given a GET request for "https://api.ticketevolution.com/v9/events?<before>"
    And a signed request that is accepted
    When its query is changed to "<after>"
    Then it is accepted

    Examples:
      | order        | before                   | after                    |
      | in order     | per_page=5&order_by=name | order_by=name&per_page=5 |
      | out of order | order_by=name&per_page=5 | per_page=5&order_by=name |

  @ticketevolution/capital-letters-in-names @signer
  Scenario: A name with a capital letter comes before the names without
    Given a GET request for "https://api.ticketevolution.com/v9/events?category_id=1&Venue_id=2"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?Venue_id=2&category_id=1"

  @ticketevolution/escapes-in-names @signer
  Scenario: A name with an escape is sorted by the escape and not by what it stands for
    Given a GET request for "https://api.ticketevolution.com/v9/events?page=1&%C3%A9tat=2"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?%C3%A9tat=2&page=1"
