package io.countersign.suite;

/**
 * How binding a requirement is, in the sense of RFC 2119; silent where the document says nothing.
 */
public enum Level {
  MUST,
  SHOULD,
  MAY,
  SILENT
}
