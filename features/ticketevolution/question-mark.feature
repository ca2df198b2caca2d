@ticketevolution
Feature: The question mark is always signed
  Later revisions of the page put it behind the path even where no query follows.

  @ticketevolution/question-mark @signer
  Scenario Outline: The URL <url> is signed with one question mark at its end
    Given a GET request for "<url>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/categories?"

    Examples:
      | url                                            |
      | https://api.ticketevolution.com/v9/categories  |
      | https://api.ticketevolution.com/v9/categories? |

  @ticketevolution/question-mark @verifier
  Scenario: A signature without the question mark is refused where there is no query
    Given a GET request for "https://api.ticketevolution.com/v9/categories"
    And a signed request that is accepted
    When it is signed over "GET api.ticketevolution.com/v9/categories"
    Then it is rejected as signature-mismatch

  @ticketevolution/question-mark @verifier
  Scenario: A URL that ends in its question mark is taken
    Given a GET request for "https://api.ticketevolution.com/v9/categories?"
    And a signed request
    When it is signed over "GET api.ticketevolution.com/v9/categories?"
    Then it is accepted

  @ticketevolution/question-mark @signer
  Scenario: A question mark within the query belongs to the query
    Given a GET request for "https://api.ticketevolution.com/v9/search?q=what?&per_page=1"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/search?per_page=1&q=what?"
