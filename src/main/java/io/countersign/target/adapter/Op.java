package io.countersign.target.adapter;

import io.countersign.document.EnumWord;

/** What an adapter can be asked for, besides to introduce itself. */
enum Op {
  SIGN,
  VERIFY,
  /** To sign at the time that it is, and to send it: it is not told a time. */
  SEND;

  /** As the protocol writes it. */
  String word() {
    return EnumWord.of(this);
  }
}
