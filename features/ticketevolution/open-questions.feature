@ticketevolution
Feature: What Ticket Evolution does not say
  The vendor's own clients differ on each of these, and the page decides none. What an
  implementation does is written down; the steps say what the reference does.

  @ticketevolution/repeated-keys @signer
  Scenario Outline: The repeated key of <query> keeps the order of its values
    Given a GET request for "https://api.ticketevolution.com/v9/events?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?<signed>"

    Examples:
      | query                                    | signed                                   |
      | venue_id=9&page=1&venue_id=4             | page=1&venue_id=9&venue_id=4             |
      | venue_id[]=9&page=1&venue_id[]=4         | page=1&venue_id[]=9&venue_id[]=4         |
      | venue_id%5B%5D=9&page=1&venue_id%5B%5D=4 | page=1&venue_id%5B%5D=9&venue_id%5B%5D=4 |

  @ticketevolution/nested-arrays @signer
  Scenario: A nested array is sorted by its written names
    Given a GET request for "https://api.ticketevolution.com/v9/events?filter[venue][id]=4&filter[artist][0]=9"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?filter[artist][0]=9&filter[venue][id]=4"

  @ticketevolution/space-in-the-query @signer
  Scenario Outline: The space in <query> is signed as it stands
    Given a GET request for "https://api.ticketevolution.com/v9/search?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/search?<query>"

    Examples:
      | query         |
      | q=rock+hall   |
      | q=rock%20hall |

  @ticketevolution/tilde @signer
  Scenario Outline: The tilde in <query> is signed as it stands
    Given a GET request for "https://api.ticketevolution.com/v9/search?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/search?<query>"

    Examples:
      | query     |
      | q=~will   |
      | q=%7Ewill |

  @ticketevolution/parameter-without-value @signer
  Scenario Outline: The parameter without a value in <query> is signed as it stands
    Given a GET request for "https://api.ticketevolution.com/v9/events?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/events?<signed>"

    Examples:
      | query            | signed           |
      | only_new&page=1  | only_new&page=1  |
      | page=1&only_new= | only_new=&page=1 |

  @ticketevolution/port-in-the-host @signer
  Scenario: The port is left out of the host
    Given a GET request for "https://api.ticketevolution.com:8443/v9/categories"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/categories?"

  @ticketevolution/port-in-the-host @verifier
  Scenario: A signature over the host with its port is taken
    Given a GET request for "https://api.ticketevolution.com:8443/v9/categories"
    And a signed request that is accepted
    When it is signed over "GET api.ticketevolution.com:8443/v9/categories?"
    Then it is accepted

  @ticketevolution/case-of-the-host @signer
  Scenario: The host is signed in the case of the URL
    Given a GET request for "https://API.TicketEvolution.com/v9/categories"
    When it is signed
    Then the string to sign is "GET API.TicketEvolution.com/v9/categories?"

  @ticketevolution/case-of-the-host @verifier
  Scenario: A host whose case is changed after signing is another host
    Given a GET request for "https://api.ticketevolution.com/v9/categories"
    And a signed request that is accepted
    When its host is changed to "API.ticketevolution.com"
    Then it is rejected as signature-mismatch

  @ticketevolution/plain-http @signer
  Scenario: A URL with http:// is signed without it
    Given a GET request for "http://api.ticketevolution.com/v9/categories"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/categories?"

  @ticketevolution/nested-arrays @signer
  Scenario: The brackets of an array are sent as they were signed
    Given a GET request for "https://api.ticketevolution.com/v9/events?filter[artist][0]=9"
    When it is signed
    Then the reference verifier accepts it

  @ticketevolution/case-of-the-method @verifier
  Scenario: A method whose case is changed after signing is another method
    Given a signed request that is accepted
    When its method is changed to "get"
    Then it is rejected as signature-mismatch

  @ticketevolution/host-header @signer
  Scenario: The host of the Host header is signed where the URL names another
    Given a GET request for "https://10.0.0.7/v9/categories"
    And its header "Host" is "api.ticketevolution.com"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/categories?"
