package io.countersign.scheme;

import java.util.Optional;

/**
 * A call that the service answers: what the mock vendor has, and what the suite asks for.
 *
 * @param name by which features call it
 * @param method of the call
 * @param target path and query, with credential fields in braces
 * @param body sent with it; empty for none
 * @param contentType of that body
 * @param open whether it is answered without authentication
 * @param answer the JSON body of the answer, in which <code>{timestamp}</code> is the server's time
 */
public record Resource(
    String name,
    String method,
    Template target,
    String body,
    Optional<String> contentType,
    boolean open,
    String answer) {}
