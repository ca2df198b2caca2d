@hoshinplan
Feature: Decoded or raw
  The page signs the text before it is percent-encoded and sends it encoded. The vendor's server verifies the
  request target as it arrives. The two agree only where there is nothing to encode. The signatures were
  computed with openssl (dgst -sha256 -hmac … -binary | base64).

  # Sent exactly as the page's call is: timestamp encoded, signature as it is.
  @hoshinplan/erratum-decoded-mac @erratum @deployed @verifier
  Scenario: The page's own way to call is turned away by the server
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request that is accepted
    When its query is changed to "app_key=test_application&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=DatksNemBxJ//oCXaoA78e2c2c7+XN5R9JZ1K64TcL8="
    Then it is rejected as signature-mismatch

  @hoshinplan/erratum-decoded-mac @erratum @signer
  Scenario: A client of the server that sends an escaped query is turned away by a reader of the page
    Given a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    When the reference signer signs it under the deployed profile
    Then the reference verifier of the documented profile rejects it as signature-mismatch

  # Nothing to encode, so nothing to disagree on. This is the way to write a client.
  @hoshinplan/erratum-decoded-mac @erratum @signer
  Scenario: A timestamp with Z, sent as it is, satisfies both
    Given a GET request for "https://www.hoshinplan.com/companies?page=2"
    When the reference signer signs it under the deployed profile
    Then the reference verifier of the documented profile accepts it

  @hoshinplan/decoded-values @documented @verifier
  Scenario: A value is signed as it was before its escapes
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request
    When its query is changed to "name=caf%C3%A9%20noir&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=pjsiB1I8S7DRuBR%2Bk1WLMk9W8%2F0ku7jIT64j5XQO9%2Fc%3D"
    Then it is accepted

  @hoshinplan/decoded-values @documented @verifier
  Scenario: A signature over the escapes is none to a reader of the page
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed over "/companies?name=caf%C3%A9%20noir&app_key=test_application&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00"
    Then it is rejected as signature-mismatch

  # The same with anybody's credentials and at any time, for servers: one may take either reading.
  @hoshinplan/decoded-values @documented @verifier
  Scenario: Who signs the escapes is turned away by a reader of the page at any time
    Given a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed with the deviation "escapes-not-decoded"
    Then it is rejected as signature-mismatch

  # One that takes both has two texts for one signature, and is right by neither.
  @hoshinplan/decoded-values @documented @verifier
  Scenario: Who calls as the server wants it is turned away by a reader of the page at any time
    Given a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed with the deviation "other-profile"
    Then it is rejected

  @hoshinplan/raw-target @deployed @verifier
  Scenario: Who signs the text without its escapes is turned away by the server at any time
    Given a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed with the deviation "query-decoded"
    Then it is rejected as signature-mismatch

  @hoshinplan/raw-target @deployed @verifier
  Scenario: Who calls as the page says is turned away by the server at any time
    Given a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed with the deviation "other-profile"
    Then it is rejected

  @hoshinplan/raw-target @deployed @verifier
  Scenario: A signature over the text without its escapes is none to the server
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?name=caf%C3%A9%20noir"
    And a signed request that is accepted
    When it is signed over "/companies?name=café noir&app_key=test_application&timestamp=2024-12-04T14:55:06Z"
    Then it is rejected as signature-mismatch

  @hoshinplan/raw-target @deployed @verifier
  Scenario Outline: The server takes <what> as it stands
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?<query>"
    And a signed request
    When its query is changed to "<query>&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=<signature>"
    Then it is accepted

    Examples:
      | what                        | query              | signature                                    |
      | escapes in small letters    | name=caf%c3%a9     | ySLrcV4VwsSUIeQU7VCfhIFCmsa21+j5uQxv4n8veko= |
      | an escape of a plain letter | name=%41cme        | LzSTpvggncRt5e5JzVkCQkPLezjd5+2dcpmc2W29RGI= |
      | a plus                      | name=Acme+Ltd      | DwPNBznID1VC/3GCzhVD8xd8Y+tvEwK4rxpDJQQjy6w= |
      | an escaped ampersand        | name=Black%26White | uZ9O9SD6r2vbBDWeamoHrSkHAxT1VLOgczAmRHOl8Lo= |
      | an empty value              | name=&page=2       | Qp+aA8M2Izea30r3o04pKuS/wvjno/LjQPZiWc/2pik= |
      | a name without a value      | archived&page=2    | pMnglahz9MvPia7yg5rYSdgMYBBQ8y6IHXdF2ljUQjg= |
      | a name that comes twice     | id=2&id=1          | AUsAX/Xf6F63T4wLSOfFRdeKt72ibxPvJpmaolNiNl0= |

  # A timestamp that has to be encoded is signed encoded.
  @hoshinplan/raw-target @deployed @verifier
  Scenario: The server takes the escapes of the timestamp as they stand
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request
    When its query is changed to "app_key=test_application&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=7SvdR/hG7AODhvhF/5XPef6PHyIKIwCctRKNHP9eey0="
    Then it is accepted

  @hoshinplan/raw-target @deployed @verifier
  Scenario: An escape that was written after signing breaks the signature on the server
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?name=Acme"
    And a signed request that is accepted
    When its query is changed to "name=%41cme&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=6NmXjsrGO+Qkbrb40yy43PVp44WwxTgCbaD31RF+8NE="
    Then it is rejected as signature-mismatch

  @hoshinplan/raw-target @deployed @verifier
  Scenario: The server takes the escapes of a path as they stand
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies/caf%C3%A9%20noir"
    And a signed request
    When its query is changed to "app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=ri3aRlFQerbp6nz1aOB18xN/B6/6ExDAgjofnLO15a4="
    Then it is accepted

  # The page speaks of parameter values alone; the reference reads its string to sign as decoded throughout.
  @hoshinplan/decoded-path @documented @verifier
  Scenario: A signature over the escapes of a path is turned away by the reference verifier
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies/caf%C3%A9"
    And a signed request that is accepted
    When it is signed over "/companies/caf%C3%A9?app_key=test_application&timestamp=2024-12-04T14:55:06+00:00"
    Then it is rejected as signature-mismatch

  # A plus in a query is a plus in a URL and a blank in a form; the page does not say which.
  @hoshinplan/plus-in-value @documented @verifier
  Scenario: A plus that was signed as a blank is turned away by the reference verifier
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?name=Acme+Ltd"
    And a signed request that is accepted
    When it is signed over "/companies?name=Acme Ltd&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00"
    Then it is rejected as signature-mismatch

  # What the decoded text cannot tell apart, a signature over it cannot protect.
  @hoshinplan/decoding-ambiguity @documented @verifier
  Scenario Outline: After signing, <change> goes unnoticed by a reader of the page
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?<signed>"
    And a signed request that is accepted
    When its query is changed to "<sent>&app_key=test_application&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=<signature>"
    Then it is accepted

    Examples:
      | change                        | signed                | sent              | signature                                              |
      | one value made two parameters | name=Acme%26admin%3D1 | name=Acme&admin=1 | GPzvyiyqxS0blMSNdUZIh1wcN%2BXx45G1giBHhGPY2AQ%3D       |
      | an escape for a plain letter  | name=Acme             | name=%41cme       | vlnv9%2Bm2GOf9qlN7zdDo%2FbCPZI4P%2B6vj6OYXJbkE%2F0o%3D |

  @hoshinplan/string-to-sign @signer
  Scenario Outline: The request string is signed whole: <what>
    Given a GET request for "https://www.hoshinplan.com<target>"
    When it is signed
    Then the reference verifier accepts it

    Examples:
      | what                     | target                    |
      | a slash at the end       | /companies/               |
      | two slashes in a row     | /companies//7             |
      | dot segments             | /companies/7/../8         |
      | a name without a value   | /companies?archived&page=2 |
      | a name that comes twice  | /companies?id=2&id=1      |

  @hoshinplan/plus-in-value @signer
  Scenario: A plus is signed as a plus by the reference signer
    Given a GET request for "https://www.hoshinplan.com/companies?name=Acme+Ltd"
    When it is signed
    Then the reference verifier accepts it

  @hoshinplan/raw-target @deployed @verifier
  Scenario: An escape that was written into the path after signing breaks the signature on the server
    Given a GET request for "https://www.hoshinplan.com/companies"
    And a signed request that is accepted
    When its path is changed to "/c%6Fmpanies"
    Then it is rejected as signature-mismatch

  @hoshinplan/raw-target @deployed @signer
  Scenario Outline: For the server, <what> is signed as it is sent
    Given a GET request for "https://www.hoshinplan.com<target>"
    When it is signed
    Then the reference verifier accepts it

    Examples:
      | what                                  | target                       |
      | a bracket in the query                | /companies?id[]=2            |
      | a tilde in the query                  | /companies?name=~acme        |
      | an escape in small letters            | /companies?name=caf%c3%a9    |
      | an escape in small letters, in a path | /companies/caf%c3%a9         |
