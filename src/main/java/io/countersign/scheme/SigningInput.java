package io.countersign.scheme;

import io.countersign.message.HttpRequest;

/**
 * What the parts of a string to sign are computed from.
 *
 * @param request the request as it is sent, but perhaps for its signature
 * @param credentials whose
 * @param timestamp as the message carries it, decoded; empty where the scheme has none
 */
public record SigningInput(HttpRequest request, Credentials credentials, String timestamp) {}
