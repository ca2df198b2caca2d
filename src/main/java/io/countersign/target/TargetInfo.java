package io.countersign.target;

/**
 * What is under test, for people and reports.
 *
 * @param kind {@code embedded}, {@code adapter} or {@code endpoint}
 * @param name as it calls itself, or its address
 */
public record TargetInfo(String kind, String name) {}
