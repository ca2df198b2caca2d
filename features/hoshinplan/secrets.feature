@hoshinplan
Feature: The secret
  It keys the MAC as it was issued: its text's bytes, nothing trimmed, nothing decoded. What a signer makes is
  judged by the reference verifier; what a verifier knows is judged by signatures that openssl computed
  (dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64) over the target of each scenario, as sent.
  Page 679 was chosen because none of its signatures has a plus, so both profiles read them alike.

  @hoshinplan/long-secret @signer
  Scenario Outline: A signer uses all <length> characters of a secret
    Given the credential "secret" is "k" repeated <length> times
    When it is signed
    Then the reference verifier accepts it

    Examples:
      | length |
      | 64     |
      | 65     |
      | 200    |

  @hoshinplan/long-secret @verifier
  Scenario: A verifier uses all 200 characters of a secret
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "k" repeated 200 times
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request
    When its query is changed to "page=679&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=c6UF9d7ZHccrHziojuCu47E1UT4dfO8BlGhLafmAKsQ="
    Then it is accepted

  @hoshinplan/secret-as-issued @signer
  Scenario Outline: A signer takes a secret with <feature> as it stands
    Given the credential "secret" is <secret>
    When it is signed
    Then the reference verifier accepts it

    Examples:
      | feature                 | secret                             |
      | a blank on either side  | " issued with blanks "             |
      | a line break at its end | "issued with a line break\\n"      |
      | the look of hex digits  | "6bb39caab63c3dd6524bcaa61ec4f3b4" |
      | the look of base64      | "Y291bnRlcnNpZ24="                 |

  @hoshinplan/secret-as-issued @verifier
  Scenario Outline: A verifier takes a secret with <feature> as it stands
    Given the credential "app_key" is "test_application"
    And the credential "secret" is <secret>
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request
    When its query is changed to "page=679&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=<signature>"
    Then it is accepted

    Examples:
      | feature                | secret                             | signature                                    |
      | a blank on either side | " issued with blanks "             | gI2kbAsqPxrPGo8lt6g4swJjkpA/JI5lkRtA6Sm9Xso= |
      | the look of hex digits | "6bb39caab63c3dd6524bcaa61ec4f3b4" | fmGBoF/bEizWKD3IgRESskP/1lNH/iUSBXpqWRZk86s= |

  @hoshinplan/secret-utf-8 @signer
  Scenario: A signer takes a secret that is not ASCII in UTF-8
    Given the credential "secret" is "clé-ключ-鍵"
    When it is signed
    Then the reference verifier accepts it

  @hoshinplan/secret-utf-8 @verifier
  Scenario: A verifier takes a secret that is not ASCII in UTF-8
    Given the credential "app_key" is "test_application"
    And the credential "secret" is "clé-ключ-鍵"
    And the time is 2024-12-04T14:55:06Z
    And a GET request for "https://www.hoshinplan.com/companies?page=679"
    And a signed request
    When its query is changed to "page=679&app_key=test_application&timestamp=2024-12-04T14:55:06Z&signature=CnYD2UrsYI3JT3DfagiqtBwruQ0FBggnzCD9QbfFBP8="
    Then it is accepted
