package io.countersign.scheme;

import java.util.Optional;

/**
 * A document that a scheme rests on.
 *
 * @param id short name by which requirements cite it
 * @param title its title, and where it was published
 * @param file the name of the copy that was read
 * @param url where it is published, where that is known
 */
public record Document(String id, String title, String file, Optional<String> url) {}
