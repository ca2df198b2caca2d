@ticketevolution
Feature: Path and query are signed as they stand in the URL
  Nothing is decoded, encoded or made simpler on the way from the URL to the string to sign.

  @ticketevolution/escapes-as-they-stand @signer
  Scenario Outline: The query <query> is signed with its escapes
    Given a GET request for "https://api.ticketevolution.com/v9/search?<query>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com/v9/search?<query>"

    Examples:
      | query           |
      | q=1%2B1         |
      | q=caf%C3%A9     |
      | q=caf%c3%a9     |
      | q=salt%26page=2 |
      | q=100%2525      |

  @ticketevolution/escapes-as-they-stand @verifier
  Scenario Outline: A signature over the query <what> is refused
    Given a GET request for "https://api.ticketevolution.com/v9/search?q=caf%c3%a9"
    And a signed request that is accepted
    When it is signed over "GET api.ticketevolution.com/v9/search?<query>"
    Then it is rejected as signature-mismatch

    Examples:
      | what                           | query           |
      | with its escapes decoded       | q=café          |
      | with its escapes encoded again | q=caf%25c3%25a9 |
      | with its escapes in upper case | q=caf%C3%A9     |

  @ticketevolution/path-as-it-stands @signer
  Scenario Outline: The path <path> is signed as it stands
    Given a GET request for "https://api.ticketevolution.com<path>"
    When it is signed
    Then the string to sign is "GET api.ticketevolution.com<path>?"

    Examples:
      | path                   |
      | /v9/events/../venues   |
      | /v9/./venues           |
      | /v9//venues            |
      | /v9/venues/            |
      | /v9/venues/Rock%20Hall |
      | /v9/Venues/a%2Fb       |
      | /v9/venues/caf%c3%a9   |

  @ticketevolution/path-as-it-stands @verifier
  Scenario Outline: A signature over the path <signed> is refused for <path>
    Given a GET request for "https://api.ticketevolution.com<path>"
    And a signed request that is accepted
    When it is signed over "GET api.ticketevolution.com<signed>?"
    Then it is rejected as signature-mismatch

    Examples:
      | path                   | signed               |
      | /v9/events/../venues   | /v9/venues           |
      | /v9//venues            | /v9/venues           |
      | /v9/venues/Rock%20Hall | /v9/venues/Rock Hall |

  @ticketevolution/path-as-it-stands @verifier
  Scenario Outline: The path is another one when <what> after signing
    Given a GET request for "https://api.ticketevolution.com/v9/venues/caf%C3%A9"
    And a signed request that is accepted
    When its path is changed to "<path>"
    Then it is rejected as signature-mismatch

    Examples:
      | what                                  | path                  |
      | a plain letter is written as an escape | /v9/v%65nues/caf%C3%A9 |
      | its escapes are written in lower case | /v9/venues/caf%c3%a9  |

  @ticketevolution/escapes-as-they-stand @verifier
  Scenario: The query is another one when a plain letter is written as an escape after signing
    Given a GET request for "https://api.ticketevolution.com/v9/search?q=rock"
    And a signed request that is accepted
    When its query is changed to "q=r%6Fck"
    Then it is rejected as signature-mismatch
