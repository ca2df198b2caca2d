@ticketmatic
Feature: The Authorization header
  One header carries the whole proof: the auth scheme, then key, ts and sign, with one blank before each.
  The signatures were computed with openssl (dgst -sha256 -hmac) from the credentials of each scenario.

  @ticketmatic/authorization-header @signer
  Scenario: The header holds auth scheme, access key, timestamp and signature, in this order
    Given the credential "accesskey" is "142dda885ec6024f934a40c1"
    And the credential "secretkey" is "countersign-example-secret-of-ticketmatic"
    And the credential "account" is "club"
    And the time is 2014-09-23T17:23:00Z
    When it is signed
    Then the header "Authorization" is "TM-HMAC-SHA256 key=142dda885ec6024f934a40c1 ts=2014-09-23T17:23:00 sign=e19a9ba0c84ea7aa77014a2df4004a9bc7b3c360a0234c824d11f839af07e37b"

  # Everything that is sent is known to the byte here, and the secret is nowhere in it.
  @ticketmatic/secret-never-sent @signer
  Scenario: The secret key does not travel with the request
    Given the credential "accesskey" is "142dda885ec6024f934a40c1"
    And the credential "secretkey" is "countersign-example-secret-of-ticketmatic"
    And the credential "account" is "club"
    And the time is 2014-09-23T17:23:01Z
    And a GET request for "https://apps.ticketmatic.com/api/1/club/contacts?limit=10&searchterm=caf%C3%A9"
    And its header "Accept" is "application/json"
    When it is signed
    Then the header "Authorization" is "TM-HMAC-SHA256 key=142dda885ec6024f934a40c1 ts=2014-09-23T17:23:01 sign=2b36a4058e22f47ae97bca2223bfd65ad6b727ccc1d2f4b31078db699832d747"
    And the request is otherwise unchanged

  @ticketmatic/header-added @signer
  Scenario: Signing an export adds the header and leaves address and query text as they were
    Given a POST request for "https://apps.ticketmatic.com/api/1/club/tools/queries/export/" with the body
      """
      {"query": "select id,\n  lastname\nfrom tm.contact -- Zoë & co"}
      """
    And its header "Content-Type" is "application/json"
    When it is signed
    Then the request is otherwise unchanged
    And the reference verifier accepts it

  @ticketmatic/every-request @signer
  Scenario Outline: A <method> request carries the header like any other
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "xyz"
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    And a <method> request for "https://apps.ticketmatic.com/api/1/ticketmatic/contacts/10500"
    When it is signed
    Then the header "Authorization" is "TM-HMAC-SHA256 key=xyz ts=2017-07-29T16:40:46 sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590"

    Examples:
      | method |
      | PUT    |
      | DELETE |

  @ticketmatic/every-request @verifier
  Scenario Outline: A <method> request without the header is turned away
    Given a call of the first resource
    And its method is "<method>"
    And a signed request that is accepted
    When all signing is removed
    Then it is rejected

    Examples:
      | method  |
      | HEAD    |
      | OPTIONS |

  @ticketmatic/authorization-header @verifier
  Scenario Outline: A proof in the header <name> is no proof
    Given a signed request that is accepted
    When the header "Authorization" is renamed to "<name>"
    Then it is rejected as missing-credential

    Examples:
      | name                |
      | X-Authorization     |
      | Proxy-Authorization |

  @ticketmatic/header-name-case @verifier
  Scenario: The name of the header may be written in lower case, as HTTP/2 does
    Given a signed request
    When the header "Authorization" is renamed to "authorization"
    Then it is accepted

  # The page shows one spelling and says nothing of others; what a server does is written down.
  @ticketmatic/header-syntax @verifier
  Scenario Outline: A header with <difference> is turned away by the reference verifier
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "xyz"
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    And a signed request that is accepted
    When the header "Authorization" is changed to "<header>"
    Then it is rejected

    Examples:
      | difference             | header                                                                                                                                |
      | commas for blanks      | TM-HMAC-SHA256 key=xyz,ts=2017-07-29T16:40:46,sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590                   |
      | commas and blanks      | TM-HMAC-SHA256 key=xyz, ts=2017-07-29T16:40:46, sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590                 |
      | values in quotes       | TM-HMAC-SHA256 key=\\"xyz\\" ts=\\"2017-07-29T16:40:46\\" sign=\\"192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590\\" |
      | ts before key          | TM-HMAC-SHA256 ts=2017-07-29T16:40:46 key=xyz sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590                   |
      | two blanks before ts   | TM-HMAC-SHA256 key=xyz  ts=2017-07-29T16:40:46 sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590                  |
      | a further field behind | TM-HMAC-SHA256 key=xyz ts=2017-07-29T16:40:46 sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590 v=1               |
