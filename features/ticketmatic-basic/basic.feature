@ticketmatic-basic
Feature: Basic authentication
  The access key as user name and the secret key as password, in base64, behind the word Basic. The values
  are those that curl -u sends.

  # The pair is the example of the Basic specification itself (RFC 7617, section 2).
  @ticketmatic-basic/basic-header @signer
  Scenario: Key and secret are joined by a colon and written in base64
    Given the credential "accesskey" is "Aladdin"
    And the credential "secretkey" is "open sesame"
    When it is signed
    Then the header "Authorization" is "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    And the request is otherwise unchanged

  @ticketmatic-basic/standard-base64 @signer
  Scenario Outline: A pair of <length> bytes ends in <padding>
    Given the credential "accesskey" is "242dda885ec6024f934a40c0"
    And the credential "secretkey" is "<secret>"
    When it is signed
    Then the header "Authorization" is "Basic <base64>"

    Examples:
      | length | padding         | secret       | base64                                               |
      | 35     | one equal sign  | top-secret   | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOnRvcC1zZWNyZXQ=     |
      | 36     | no equal sign   | top-secret!  | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOnRvcC1zZWNyZXQh     |
      | 37     | two equal signs | top-secret!! | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOnRvcC1zZWNyZXQhIQ== |

  # The alphabet for addresses writes - and _ here; the bytes are chosen so that it shows.
  @ticketmatic-basic/standard-base64 @signer
  Scenario: A plus and a slash stand where base64 has them
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "<<???>>~~~secret"
    When it is signed
    Then the header "Authorization" is "Basic eHl6Ojw8Pz8/Pj5+fn5zZWNyZXQ="

  # An encoder made for mail breaks its lines after 76 characters.
  @ticketmatic-basic/one-line @signer
  Scenario: A long secret makes one long line
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "k" repeated 80 times
    When it is signed
    Then the header "Authorization" is "Basic eHl6Omtra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tr"

  @ticketmatic-basic/colon-in-password @signer
  Scenario: A secret may hold colons
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "secret:with:colons"
    When it is signed
    Then the header "Authorization" is "Basic eHl6OnNlY3JldDp3aXRoOmNvbG9ucw=="

  @ticketmatic-basic/colon-in-password @verifier
  Scenario: A secret that holds colons ends where the text ends
    Given the credential "secretkey" is "secret:with:colons"
    And a signed request that is accepted
    When it is signed with the credential "secretkey" as "secret:with"
    Then it is rejected as signature-mismatch

  # The pair with a pound sign is RFC 7617's own, in UTF-8 (section 2.1).
  @ticketmatic-basic/charset @signer
  Scenario: A secret that is not ASCII goes out in UTF-8 from the reference signer
    Given the credential "accesskey" is "test"
    And the credential "secretkey" is "123£"
    When it is signed
    Then the header "Authorization" is "Basic dGVzdDoxMjPCow=="

  @ticketmatic-basic/user-and-password @verifier
  Scenario Outline: <What> is turned away
    Given the credential "accesskey" is "242dda885ec6024f934a40c0"
    And the credential "secretkey" is "Open Sesame"
    And a signed request that is accepted
    When the header "Authorization" is changed to "Basic <base64>"
    Then it is rejected as <reason>

    Examples:
      | What                                    | base64                                               | reason               |
      | The secret as user, the key as password | T3BlbiBTZXNhbWU6MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMw     | unknown-key          |
      | The access key in capitals              | MjQyRERBODg1RUM2MDI0RjkzNEE0MEMwOk9wZW4gU2VzYW1l     | unknown-key          |
      | The secret in small letters             | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOm9wZW4gc2VzYW1l     | signature-mismatch   |
      | The secret with another last letter     | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOk9wZW4gU2VzYW1m     | signature-mismatch   |
      | The secret with a blank behind it       | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOk9wZW4gU2VzYW1lIA== | signature-mismatch   |
      | The first half of the secret            | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOk9wZW4g             | signature-mismatch   |
      | An access key with an empty password    | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOg==                 | signature-mismatch   |
      | An access key without a colon           | MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMw                     | malformed-credential |

  # A server that keeps its passwords as bcrypt does looks at 72 bytes of them.
  @ticketmatic-basic/user-and-password @verifier
  Scenario: A secret of 100 letters counts to its last one
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "k" repeated 100 times
    And a signed request that is accepted
    When the header "Authorization" is changed to "Basic eHl6Omtra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2o="
    Then it is rejected as signature-mismatch

  @ticketmatic-basic/user-and-password @verifier
  Scenario: User and password that are not in base64 are turned away
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "Open Sesame"
    And a signed request that is accepted
    When the header "Authorization" is changed to "Basic xyz:Open Sesame"
    Then it is rejected as malformed-credential

  @ticketmatic-basic/basic-header @verifier
  Scenario: User and password in another header are none
    Given a signed request that is accepted
    When the header "Authorization" is renamed to "Proxy-Authorization"
    Then it is rejected as missing-credential

  # Nothing in the header tells when it was made.
  @ticketmatic-basic/never-expires @verifier
  Scenario: The header still opens the account years later
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "Open Sesame"
    And the time is 2064-09-23T17:23:00Z
    And a signed request
    When the header "Authorization" is changed to "Basic eHl6Ok9wZW4gU2VzYW1l"
    Then it is accepted

  # The page's introduction says that the secret key is never passed in requests; its section on Basic
  # passes it in each. In clear text this header is xyz:Open Sesame.
  @ticketmatic-basic/erratum-secret-passed @erratum @signer
  Scenario: The secret that is never passed in requests is passed in each
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "Open Sesame"
    When it is signed
    Then the header "Authorization" is "Basic eHl6Ok9wZW4gU2VzYW1l"

  @ticketmatic-basic/signature-value @verifier
  Scenario: Another party's secret is turned away
    Given a signed request that is accepted
    When it is signed with the credential "secretkey" as "countersign-example-secret-of-another"
    Then it is rejected as signature-mismatch

  @ticketmatic-basic/signature-form @verifier
  Scenario: User and password in hex are turned away
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "Open Sesame"
    And a signed request that is accepted
    When the header "Authorization" is changed to "Basic 78797a3a4f70656e20536573616d65"
    Then it is rejected as malformed-credential

  @ticketmatic-basic/header-names-in-any-case @verifier
  Scenario: The header's name is read in lower case
    Given a signed request that is accepted
    When the header "Authorization" is renamed to "authorization"
    Then it is accepted

  # The tutorial for the other method trims its secret; the page says nothing.
  @ticketmatic-basic/trimmed-secret @signer
  Scenario: White space around a secret is kept by the reference signer
    Given the credential "secretkey" is " Open Sesame "
    When it is signed
    Then the reference verifier accepts it
