package io.countersign.suite;

import io.countersign.target.Role;

/**
 * What tells a case from others.
 *
 * @param scheme the scheme's id
 * @param requirement the requirement's id
 * @param name what it says it does
 * @param role in which part the target is under test
 */
public record CaseId(String scheme, String requirement, String name, Role role) {}
