@rmtrack
Feature: The secret key is the key as it stands
  The page's code takes the bytes of its text in UTF-8: none is left out, none is decoded.

  @rmtrack/secret-as-text @signer
  Scenario Outline: A secret key of <length> characters is taken whole
    Given the credential "secretkey" is "k" repeated <length> times
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the signature is "<signature>"

    # The block of SHA-1 has 64 bytes; a longer key is hashed first (RFC 2104).
    Examples:
      | length | signature                    |
      | 64     | hBp7U+pJFaWjyyTdD4H8imGyzQ8= |
      | 65     | K9lWogCSmlfhY1D6Etjdb2cqb5w= |

  @rmtrack/secret-as-text @signer
  Scenario Outline: A secret key <kind> is taken as it stands
    Given the credential "secretkey" is <secret>
    And the time is 2014-09-23T17:23:00Z
    And a GET request for "https://www.rmtrack.com/RMT/RMTrackApi/IssueDetails.ashx"
    When it is signed
    Then the signature is "<signature>"

    Examples:
      | kind                       | secret             | signature                    |
      | with letters beyond ASCII  | "clé-secrète-€"    | iQCI41m/0MlwlxyFj3Ouc+uT3Cw= |
      | with white space around it | " secret "         | mucFUkW236uJGzkpthX8khx6s00= |
      | that looks like base64     | "c2VjcmV0c2VjcmV0" | GGpKBDA+0Ifffgn5ewMoGFZ1YI0= |

  @rmtrack/secret-as-text @verifier
  Scenario Outline: A verifier takes a secret key <kind> as it stands
    Given the credential "secretkey" is <secret>
    And a signed request
    Then it is accepted

    Examples:
      | kind                       | secret                 |
      | of 100 characters          | "k" repeated 100 times |
      | with letters beyond ASCII  | "clé-secrète-€"        |
      | with white space around it | " secret "             |
