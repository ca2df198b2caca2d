@hoshinplan
Feature: The three parameters
  app_key, timestamp and signature are added to the URL of the call, and the signature is the last of them.
  The signatures were computed with openssl (dgst -sha256 -hmac … -binary | base64). Where a scenario runs
  under both profiles its timestamp has a Z and its signature no plus, so that there is nothing to encode;
  page 679 was chosen for that.

  @hoshinplan/in-the-query @signer
  Scenario: Key, time and signature are added to the call, and nothing else is touched
    Given the credential "app_key" is "test_application"
    And the time is 2024-12-04T14:55:06Z
    And a POST request for "https://www.hoshinplan.com/companies" with the body
      """
      {"name": "Café Noir",  "goals": []}
      """
    And its header "Content-Type" is "application/json"
    When it is signed
    Then the parameter "app_key" is "test_application"
    And the timestamp sent is the time
    And the request is otherwise unchanged
    And the reference verifier accepts it

  @hoshinplan/existing-query @signer
  Scenario: The parameters of the call itself stay as they were
    Given a GET request for "https://www.hoshinplan.com/companies?page=2&name=caf%C3%A9%20noir&archived="
    When it is signed
    Then the parameter "name" is "caf%C3%A9%20noir"
    And the request is otherwise unchanged
    And the reference verifier accepts it

  @hoshinplan/existing-query @verifier
  Scenario: The parameters of the call itself are signed before the three
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request
    When its query is changed to "page=679&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=5PTL7OVgUNgFTuagSQIZiSlw2nMFK0HEvdnFz5pB4f4="
    Then it is accepted

  @hoshinplan/url-encoded-values @documented @signer
  Scenario: What a parameter cannot hold is percent-encoded
    Given the credential "app_key" is "a&b=é"
    When it is signed
    Then the parameter "app_key" is "a%26b%3D%C3%A9"
    And the reference verifier accepts it

  @hoshinplan/parameter-order @verifier
  Scenario Outline: Before the signature, <order> is as good as any order
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request
    When its query is changed to "<query>&signature=<signature>"
    Then it is accepted

    Examples:
      | order                         | query                                                            | signature                                    |
      | the timestamp before the key  | page=679&timestamp=2024-12-04T14:55:06Z&app_key=test_application | GYeTpYDqrBLi8DrHGYSnNhPRmWTyjZtJV6VD7FBjkkk= |
      | the call's own parameter last | app_key=test_application&timestamp=2024-12-04T14:55:06Z&page=679 | oss6Goytk4ZLyYXA1ypLs7rtmUlcBY77kHdnqQbaNn8= |
      | the call's own in the middle  | timestamp=2024-12-04T14:55:06Z&page=679&app_key=test_application | hbysj5FkbIkWRBl38PjvlYF1V8BH4z/z1o7hnBAYYXU= |

  @hoshinplan/nothing-behind-signature @verifier
  Scenario Outline: <what> behind the signature is noticed
    Given a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request that is accepted
    When "<text>" is added behind the URL
    Then it is rejected

    Examples:
      | what                       | text     |
      | Another parameter          | &admin=1 |
      | A parameter that was there | &page=3  |
      | A name without a value     | &all     |

  # Signed over everything but the signature, which stands before a parameter. The page does not say where
  # the signature has to stand.
  @hoshinplan/signature-amid-parameters @verifier
  Scenario: A signature that is not the last parameter is turned away by the reference verifier
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request that is accepted
    When its query is changed to "app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=oss6Goytk4ZLyYXA1ypLs7rtmUlcBY77kHdnqQbaNn8=&page=679"
    Then it is rejected

  @hoshinplan/last-signature @deployed @verifier
  Scenario: The server cuts the target at the last signature
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "countersign-example-secret-of-hoshinplan"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies"
    And a signed request
    When its query is changed to "signature=draft&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=8Kg+lpwR1wqzt3A92Lg0IUw/muq4sdmTGBjJZaLvsko="
    Then it is accepted
