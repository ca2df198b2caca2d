@hoshinplan
Feature: Published examples
  The page prints a string to sign and a signed call. It does not publish the secret, and the two do not
  belong together; so the string is signed here with a secret of our own, countersign-example-secret-of-hoshinplan,
  and what openssl makes of it (dgst -sha256 -hmac … -binary | base64) is the signature below.

  # The page says that the string could be this one: another writer of ISO 8601 or another order of the
  # parameters is no mistake, which is why what a signer does here is written down.
  @hoshinplan/published-string @documented @signer
  Scenario: The page's string is what the reference signer signs
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    When it is signed
    Then the string to sign is "/companies?app_key=test_application&timestamp=2024-12-04T14:55:06+00:00"
    And the signature is "DatksNemBxJ//oCXaoA78e2c2c7+XN5R9JZ1K64TcL8="

  @hoshinplan/decoded-values @documented @verifier
  Scenario: A signature over the page's string is let in with the call as the page writes it
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request
    When its query is changed to "app_key=test_application&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=DatksNemBxJ%2F%2FoCXaoA78e2c2c7%2BXN5R9JZ1K64TcL8%3D"
    Then it is accepted

  # The example of the page's "request without authentication".
  @hoshinplan/unauthorized-status @verifier
  Scenario: The companies without any parameter are not shown
    Given a GET request for "https://www.hoshinplan.com/companies"
    And a signed request that is accepted
    When its query is removed
    Then it is rejected as missing-credential

  # Only the signature is at fault: key, timestamp and form of the signature pass before it is looked at.
  @hoshinplan/erratum-example-mismatch @erratum @verifier
  Scenario: The page's signed call does not verify, even at its own second
    Given the credential "app_key" is "bb39caab63c3dd6524bcaa61ec4f3b4c"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request that is accepted
    When its query is changed to "app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=x7/8VfSlr0DlSJ+N4xBEaL1+IwtmeunasI+hYtiDjd8="
    Then it is rejected as signature-mismatch

  @hoshinplan/erratum-example-mismatch @erratum @verifier
  Scenario: The page's signed call carries another key than the string that it says was signed
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request that is accepted
    When its query is changed to "app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00&signature=x7/8VfSlr0DlSJ+N4xBEaL1+IwtmeunasI+hYtiDjd8="
    Then it is rejected as unknown-key
