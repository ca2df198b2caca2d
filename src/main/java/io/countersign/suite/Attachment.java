package io.countersign.suite;

/**
 * Something that a report shows beside a case: a request, a string to sign, an answer.
 *
 * @param name its heading
 * @param text what it says; the report redacts it
 */
public record Attachment(String name, String text) {}
