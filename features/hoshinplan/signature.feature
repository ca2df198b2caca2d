@hoshinplan
Feature: The signature
  HMAC-SHA256 over path and query up to the signature, in standard base64. The signatures were computed with
  openssl (dgst -sha256 -hmac … -binary | base64); the one of page 18 was chosen because it has plus, slash and equals.

  @hoshinplan/string-to-sign @documented @verifier
  Scenario Outline: By the page, a signature over <mistake> is none
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=2"
    And a signed request that is accepted
    When it is signed over "<text>"
    Then it is rejected as signature-mismatch

    Examples:
      | mistake                           | text                                                                                                                        |
      | the method as well                | GET /companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00                                          |
      | the host as well                  | www.hoshinplan.com/companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00                            |
      | the path alone                    | /companies                                                                                                                  |
      | the query alone                   | page=2&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00                                                         |
      | the three without the call's own  | /companies?app_key=test_application&timestamp=2024-12-04T14:55:06+00:00                                                     |
      | the sorted parameters             | /companies?app_key=test_application&page=2&timestamp=2024-12-04T14:55:06+00:00                                              |
      | the name of the signature as well | /companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00&signature=                                   |
      | a line break at the end           | /companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06+00:00\\n                                           |
      | the page's lines as printed       | /companies?\\n            page=2&\\n            app_key=test_application&\\n            timestamp=2024-12-04T14:55:06+00:00 |

  @hoshinplan/string-to-sign @deployed @verifier
  Scenario Outline: On the server, a signature over <mistake> is none
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=2"
    And a signed request that is accepted
    When it is signed over "<text>"
    Then it is rejected as signature-mismatch

    Examples:
      | mistake                            | text                                                                                                |
      | the method as well                 | GET /companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06Z                       |
      | the whole address                  | https://www.hoshinplan.com/companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06Z |
      | the sorted parameters              | /companies?app_key=test_application&page=2&timestamp=2024-12-04T14:55:06Z                           |
      | an encoded timestamp sent as it is | /companies?page=2&app_key=test_application&timestamp=2024-12-04T14%3A55%3A06Z                       |
      | the ampersand before the signature | /companies?page=2&app_key=test_application&timestamp=2024-12-04T14:55:06Z&                          |

  @hoshinplan/erratum-encoded-signature @erratum @deployed @verifier
  Scenario Outline: The server turns away a signature with <encoded> percent-encoded, as the page would have it
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=18"
    And a signed request that is accepted
    When its signature is changed to "<signature>"
    Then it is rejected as malformed-signature

    Examples:
      | encoded    | signature                                      |
      | the equals | 5IPr2ORDEIa3Yh6RFmg9+hmcuUN/aacxR2U7h40ZEwo%3D |
      | the plus   | 5IPr2ORDEIa3Yh6RFmg9%2BhmcuUN/aacxR2U7h40ZEwo= |
      | the slash  | 5IPr2ORDEIa3Yh6RFmg9+hmcuUN%2FaacxR2U7h40ZEwo= |

  @hoshinplan/erratum-encoded-signature @erratum @signer
  Scenario: Whoever encodes the signature as the page says is turned away by the server
    Given a GET request for "https://www.hoshinplan.com/companies"
    When the reference signer signs it under the documented profile
    Then the reference verifier of the deployed profile rejects it as malformed-signature

  @hoshinplan/raw-signature @deployed @verifier
  Scenario: The server reads plus, slash and equals as they stand
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=18"
    And a signed request
    When its query is changed to "page=18&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=5IPr2ORDEIa3Yh6RFmg9+hmcuUN/aacxR2U7h40ZEwo="
    Then it is accepted

  @hoshinplan/url-encoded-values @documented @verifier
  Scenario: By the page, plus, slash and equals of the signature may be percent-encoded
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=18"
    And a signed request
    When its query is changed to "page=18&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=5IPr2ORDEIa3Yh6RFmg9%2BhmcuUN%2FaacxR2U7h40ZEwo%3D"
    Then it is accepted

  # A reader of forms takes a plus that is not encoded for a blank; the page itself does it in both ways.
  @hoshinplan/plus-in-signature @documented @signer
  Scenario: The plus of a signature is percent-encoded when it is sent
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=1"
    When it is signed
    Then the parameter "signature" is "r1mq%2FpJK2TyNdguEDjhICOtPh3UfvNzyWH%2BJpcTEYWA%3D"

  # The page's rule encodes the plus, and the page's call has one that is not encoded.
  @hoshinplan/plus-in-signature @documented @verifier
  Scenario: A plus in the signature that is not encoded is taken as one by the reference verifier
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=18"
    And a signed request
    When its query is changed to "page=18&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=5IPr2ORDEIa3Yh6RFmg9+hmcuUN/aacxR2U7h40ZEwo="
    Then it is accepted

  # Ruby's encode64 ends its line; the page's code strips that line break.
  @hoshinplan/no-line-break @verifier
  Scenario: A signature with the line break of its encoder is turned away
    Given a signed request that is accepted
    When "%0A" is added behind the URL
    Then it is rejected as malformed-signature
