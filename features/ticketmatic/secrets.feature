@ticketmatic
Feature: The secret key
  It keys the MAC as it was issued: its text's bytes, nothing trimmed, nothing decoded. The signatures were
  computed with openssl (dgst -sha256 -mac HMAC -macopt hexkey:…) from the bytes of each secret.

  # HMAC itself hashes a key that is longer than a block of 64 bytes (RFC 2104); nobody else may cut it.
  @ticketmatic/long-secret @signer
  Scenario Outline: A secret of <length> characters is used whole
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "k" repeated <length> times
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    When it is signed
    Then the signature is "<signature>"

    Examples:
      | length | signature                                                        |
      | 64     | b3eb1b9d451aa86b3c962ff0cdb5b5ba226d31920476b0ffb24f5f603653be63 |
      | 65     | 12d318d9ce38cdc836cbe28fc8ce5195e1498a6cc6cba350610a2ed848a9a9c8 |
      | 200    | f8dac93965fb4f32886d37acd79fc905bed68e6e2f14ab2cb1109162a34bb906 |

  @ticketmatic/secret-as-issued @signer
  Scenario Outline: A secret with <feature> is the key as it stands
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is <secret>
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    When it is signed
    Then the signature is "<signature>"

    Examples:
      | feature                 | secret                                             | signature                                                        |
      | a blank on either side  | " issued with blanks "                             | 70cee67529dd2d24e014166cd13cd331bb887ebec65bca532e8ff8e840fd6ddb |
      | a line break at its end | "issued with a line break\\n"                      | 8bbb6000f83d7fb2ec279195a8ac87943b81a3b3ea59183f35a2b0a15dbaef5f |
      | the look of hex digits  | "abd2e5893bd447dc7331af1db8df42fdc62fc5c8f9f04784" | 20ddcec0be99dd88c5c85974911581c170cae06c46fd6459d05aee9bd0cc6a12 |
      | the look of base64      | "Y291bnRlcnNpZ24="                                 | 8e3143c85a16de04110b4b3c7f96b58aec675f5c136260eceffe6ecf76105368 |

  @ticketmatic/secret-utf-8 @signer
  Scenario: A secret that is not ASCII is taken in UTF-8
    Given the credential "accesskey" is "xyz"
    And the credential "secretkey" is "clé-ключ-鍵"
    And the credential "account" is "ticketmatic"
    And the time is 2017-07-29T16:40:46Z
    When it is signed
    Then the signature is "8ee837239144305494c8fa13cfba49dfe01f48aed024b1832258f8e97ed5995e"

  # The tutorial strips the lines that it reads its keys from; the vendor's libraries strip nothing.
  @ticketmatic/trimmed-secret @verifier
  Scenario: A signature made with the secret trimmed is turned away by the reference verifier
    Given the credential "secretkey" is " issued with blanks "
    And a signed request that is accepted
    When it is signed with the credential "secretkey" as "issued with blanks"
    Then it is rejected as signature-mismatch
