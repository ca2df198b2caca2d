@ticketevolution
Feature: The secret is the key as it stands
  The bytes of the secret's text in UTF-8 key the HMAC: none is left out, none is decoded.

  @ticketevolution/secret-as-text @signer
  Scenario Outline: A secret of <length> characters is taken whole
    Given the credential "secret" is "k" repeated <length> times
    And a GET request for "https://api.ticketevolution.com/v9/categories"
    When it is signed
    Then the signature is "<signature>"

    # The block of SHA-256 has 64 bytes; a longer key is hashed first (RFC 2104).
    Examples:
      | length | signature                                    |
      | 64     | 6Y9G5DCu+pMFJRGA+OR56oW9MNwoZDmyAjPocPXYpYM= |
      | 65     | kjz0xwEmTjCC9GU/hEF/xmIE1zeguqVrHtGvOrB/ZhI= |

  @ticketevolution/secret-as-text @signer
  Scenario Outline: A secret <kind> is taken as it stands
    Given the credential "secret" is <secret>
    And a GET request for "https://api.ticketevolution.com/v9/categories"
    When it is signed
    Then the signature is "<signature>"

    Examples:
      | kind                       | secret             | signature                                    |
      | with letters beyond ASCII  | "clé-secrète-€"    | s0sCL8l6T/5hZeINSiadLvRwjCqCV8m883Eowemzr78= |
      | with white space around it | " xyz "            | zJ/lbBS3knwPwDncQ75tx/CUU7tdWX0+/lBY/SpiMfw= |
      | that looks like base64     | "eHl6eHl6eHl6eHl6" | yT3giNKWV/8FdW0Ea3RcDm5NC0Mc43ChXiek9NoZwXg= |
      | that looks like hex        | "78797a78797a7879" | vhwoeFyYJIIEtC8P99yXhmGiEPlXtd2z2BrO45B6rw0= |

  @ticketevolution/secret-as-text @verifier
  Scenario Outline: A verifier takes a secret <kind> as it stands
    Given the credential "secret" is <secret>
    And a signed request
    Then it is accepted

    Examples:
      | kind                       | secret                  |
      | of 100 characters          | "k" repeated 100 times  |
      | with letters beyond ASCII  | "clé-secrète-€"         |
      | with white space around it | " xyz "                 |
