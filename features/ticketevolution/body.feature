@ticketevolution
Feature: A body is signed in place of the query
  Later revisions of the page: where a POST, PUT or DELETE carries a body, that body stands behind
  the question mark, byte for byte, and the query does not.

  @ticketevolution/body-in-place-of-query @signer
  Scenario: A PUT is signed with its body and without its query
    Given a PUT request for "https://api.ticketevolution.com/v9/clients/31?notify=true" with the body
      """
      {"name":"Will Smith"}
      """
    When it is signed
    Then the string to sign is
      """
      PUT api.ticketevolution.com/v9/clients/31?{"name":"Will Smith"}
      """
    And the request is otherwise unchanged

  @ticketevolution/body-in-place-of-query @signer
  Scenario Outline: A <method> without a body is signed with its query
    Given a <method> request for "https://api.ticketevolution.com/v9/clients/31?notify=true&by=fax"
    When it is signed
    Then the string to sign is "<method> api.ticketevolution.com/v9/clients/31?by=fax&notify=true"

    Examples:
      | method |
      | POST   |
      | PUT    |
      | DELETE |

  @ticketevolution/body-in-place-of-query @signer
  Scenario: A body of the one character 0 is a body
    Given a POST request for "https://api.ticketevolution.com/v9/clients?notify=true" with the body "0"
    When it is signed
    Then the string to sign is "POST api.ticketevolution.com/v9/clients?0"

  @ticketevolution/body-in-place-of-query @verifier
  Scenario Outline: A signature over <what> is refused where there is a body
    Given a POST request for "https://api.ticketevolution.com/v9/clients?notify=true" with the body "{}"
    And a signed request that is accepted
    When it is signed over "POST api.ticketevolution.com/v9/clients<rest>"
    Then it is rejected as signature-mismatch

    Examples:
      | what                           | rest           |
      | the query alone                | ?notify=true   |
      | the query and then the body    | ?notify=true{} |
      | the body without question mark | {}             |

  @ticketevolution/body-of-other-methods @signer
  Scenario Outline: The body of a <method> is not signed but its query
    Given a <method> request for "https://api.ticketevolution.com/v9/clients/31?notify=true" with the body "{}"
    When it is signed
    Then the string to sign is "<method> api.ticketevolution.com/v9/clients/31?notify=true"

    Examples:
      | method |
      | GET    |
      | HEAD   |
      | PATCH  |

  @ticketevolution/body-as-it-stands @signer
  Scenario: The white space of a JSON body is signed
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body
      """
      {
        "clients" : [ {"name": "Will  Smith"} ]
      }
      """
    When it is signed
    Then the string to sign is
      """
      POST api.ticketevolution.com/v9/clients?{
        "clients" : [ {"name": "Will  Smith"} ]
      }
      """

  @ticketevolution/body-as-it-stands @signer
  Scenario: The newline at the end of a body is signed
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body "{}\n"
    When it is signed
    Then the string to sign is "POST api.ticketevolution.com/v9/clients?{}\n"

  @ticketevolution/body-as-it-stands @signer
  Scenario: The letters of a body that are not ASCII are signed in UTF-8
    Given the credential "secret" is "xyz"
    And a POST request for "https://api.ticketevolution.com/v9/clients" with the body
      """
      {"clients":[{"name":"Zoë Ångström €"}]}
      """
    When it is signed
    Then the signature is "CGJR2pHt6rKk2oXCqfTfjXXMXmXo7MRaaPebiggt+08="

  @ticketevolution/body-as-it-stands @signer
  Scenario: A body of bytes that are no text is signed byte for byte
    Given the credential "secret" is "xyz"
    And a PUT request for "https://api.ticketevolution.com/v9/clients/31/photo" with the bytes "ff00fe0d0a80"
    When it is signed
    Then the signature is "P4f5KlENquNZXkKTYc6cDvy+QfYbUJI0MBqd8nF4rVQ="

  @ticketevolution/body-as-it-stands @verifier
  Scenario: A body of bytes that are no text is verified byte for byte
    Given a PUT request for "https://api.ticketevolution.com/v9/clients/31/photo" with the bytes "ff00fe0d0a80"
    And a signed request
    Then it is accepted

  @ticketevolution/body-as-it-stands @signer
  Scenario: A form in the body is not sorted
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body "name=Will+Smith&id=31"
    When it is signed
    Then the string to sign is "POST api.ticketevolution.com/v9/clients?name=Will+Smith&id=31"

  @ticketevolution/body-as-it-stands @verifier
  Scenario: A signature over the same JSON without its white space is refused
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body "{\"id\": 31}"
    And a signed request that is accepted
    When it is signed over "POST api.ticketevolution.com/v9/clients?{\"id\":31}"
    Then it is rejected as signature-mismatch

  @ticketevolution/body-as-it-stands @verifier
  Scenario: A signature over the same JSON with its letters escaped is refused
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body "{\"name\":\"Zoë\"}"
    And a signed request that is accepted
    When it is signed over "POST api.ticketevolution.com/v9/clients?{\"name\":\"Zo\\u00eb\"}"
    Then it is rejected as signature-mismatch

  @ticketevolution/body-of-delete @signer
  Scenario: A DELETE with a body is signed with the body
    Given a DELETE request for "https://api.ticketevolution.com/v9/clients?id=31" with the body "{}"
    When it is signed
    Then the string to sign is "DELETE api.ticketevolution.com/v9/clients?{}"

  @ticketevolution/body-of-delete @verifier
  Scenario: A DELETE with a body that is signed with its query is refused
    Given a DELETE request for "https://api.ticketevolution.com/v9/clients?id=31" with the body "{}"
    And a signed request that is accepted
    When it is signed over "DELETE api.ticketevolution.com/v9/clients?id=31"
    Then it is rejected as signature-mismatch

  @ticketevolution/query-beside-body @verifier
  Scenario: The query beside a body can be changed after signing
    Given a POST request for "https://api.ticketevolution.com/v9/clients?notify=false" with the body "{}"
    And a signed request that is accepted
    When its query is changed to "notify=true"
    Then it is accepted

  @ticketevolution/urls-in-the-body @signer
  Scenario: A URL within the body is signed as it stands
    Given a POST request for "https://api.ticketevolution.com/v9/clients" with the body
      """
      {"url":"http:\/\/example.com\/a b?x=%7E"}
      """
    When it is signed
    Then the string to sign is
      """
      POST api.ticketevolution.com/v9/clients?{"url":"http:\/\/example.com\/a b?x=%7E"}
      """
