package io.countersign.scheme;

/**
 * A document that a scheme rests on.
 *
 * @param id short name by which requirements cite it
 * @param title its title, and where it was published
 * @param file the name of the copy that was read
 */
public record Document(String id, String title, String file) {}
