package io.countersign.suite;

import io.countersign.document.Fields;
import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which requirement of a scheme a deviation breaks. Deviations are derived from a scheme's model
 * and requirements are written by people, so what ties them is how requirements are named: one
 * whose words all stand in the deviation's id is about it ({@code final-newline} and {@code
 * final-newline-left-out}); else the one that has a usual name for such a step.
 */
public final class BrokenRequirement {
  private static final List<String> CARRIERS =
      List.of(
          "authorization-header",
          "basic-header",
          "signature-header",
          "in-the-query",
          "credential-required");

  static final Map<String, List<String>> SPECIAL =
      Map.ofEntries(
          Map.entry("local-time-behind", List.of("timestamp-utc", "date-in-utc")),
          Map.entry("local-time-ahead", List.of("timestamp-utc", "date-in-utc", "future-rejected")),
          Map.entry("twelve-hour-clock", List.of("timestamp-24-hours")),
          Map.entry("week-based-year", List.of("timestamp-calendar-year")),
          Map.entry("clock-ahead", List.of("future-rejected", "future-timestamp")),
          Map.entry("timestamp-with-one-digit-day", List.of("timestamp-two-digits")),
          Map.entry("timestamp-missing", List.of("timestamp-form", "date-required")),
          Map.entry("signature-missing", List.of("signature-form")),
          Map.entry("carrier-malformed", List.of("credential-form", "credential-required")),
          Map.entry("carrier-sent-twice", List.of("no-duplicates")),
          Map.entry("other-key-id", List.of("unknown-key")),
          Map.entry("secret-cut-to-block", List.of("long-secret")),
          Map.entry("secret-in-ascii", List.of("secret-utf-8")),
          Map.entry("secret-in-latin-1", List.of("secret-utf-8")),
          Map.entry("secret-in-utf-16", List.of("secret-utf-8")));

  private final List<Requirement> all;
  private final String prefix;

  private BrokenRequirement(Scheme scheme, Collection<Requirement> all) {
    this.all = List.copyOf(all);
    this.prefix = scheme.id() + "/";
  }

  /**
   * @return nothing where the scheme has no requirement of such a name
   */
  public static Optional<Requirement> of(
      Scheme scheme, Requirements requirements, Deviation deviation) {
    BrokenRequirement broken = new BrokenRequirement(scheme, requirements.all());
    return broken
        .named(deviation)
        .or(() -> broken.first(SPECIAL.getOrDefault(deviation.id(), List.of())))
        .or(() -> broken.erratum(deviation))
        .or(() -> broken.first(usual(deviation)))
        .or(() -> broken.first(List.of("valid-request")));
  }

  /**
   * The requirement with the most words, two at least, all of which stand in the deviation's id.
   * One word alone may be about anything.
   */
  private Optional<Requirement> named(Deviation deviation) {
    List<String> words = List.of(deviation.id().split("-"));
    return all.stream()
        .filter(one -> slug(one).indexOf('-') > 0)
        .filter(one -> words.containsAll(List.of(slug(one).split("-"))))
        .max(Comparator.comparingInt(one -> slug(one).length()));
  }

  /** Where the page and the server sign differently, an erratum about the MAC says so. */
  private Optional<Requirement> erratum(Deviation deviation) {
    return all.stream()
        .filter(one -> deviation.affects() == Affects.PROFILE)
        .filter(one -> one.disposition() == Disposition.ERRATUM)
        .filter(one -> List.of(slug(one).split("-")).contains("mac"))
        .findFirst();
  }

  private Optional<Requirement> first(List<String> slugs) {
    return slugs.stream()
        .flatMap(slug -> all.stream().filter(one -> slug(one).equals(slug)))
        .findFirst();
  }

  private String slug(Requirement requirement) {
    return requirement.id().substring(prefix.length());
  }

  private static List<String> usual(Deviation deviation) {
    return switch (deviation.affects()) {
      case PROFILE -> List.of("string-to-sign");
      case PLACEMENT -> placement(deviation.id());
      case TIMESTAMP ->
          deviation.id().startsWith("timestamp-") || deviation.id().startsWith("day-")
              ? List.of("timestamp-form")
              : List.of("timestamp-window", "timestamp-form");
      case STRING_TO_SIGN, TRANSPORT -> covered(deviation);
      case DERIVATION -> List.of("key-derivation", "signature-value");
      case KEY -> List.of("secret-as-issued", "secret-as-text", "signature-value");
      case MAC -> List.of("signature-value", "signature-form");
      case ENCODING -> List.of("signature-form");
      case CHECK -> List.of();
    };
  }

  private static List<String> placement(String id) {
    if (id.startsWith(DerivedDeviations.OF_DIGESTS)) {
      return List.of("body-digest", "covers-body");
    }
    if (id.endsWith("-missing")) {
      return List.of("credential-required");
    }
    boolean inside =
        id.startsWith("auth-scheme-") || id.startsWith("fields-") || id.startsWith("key-and-");
    List<String> slugs = new ArrayList<>(CARRIERS);
    slugs.add(inside ? 0 : slugs.size(), "credential-form");
    return slugs;
  }

  /** {@code covers-query} and the like, by the aspect or, where none is given, by the id's word. */
  private static List<String> covered(Deviation deviation) {
    List<String> slugs = new ArrayList<>();
    for (Aspect.Kind kind : Aspect.Kind.values()) {
      String word = Fields.wordFor(kind);
      if (deviation.aspect().map(kind::equals).orElse(deviation.id().startsWith(word + "-"))) {
        slugs.add("covers-" + word);
        for (String name : deviation.id().split("-")) {
          slugs.add("covers-" + word + "-" + name);
        }
      }
    }
    slugs.addAll(List.of("string-to-sign", "signature-value"));
    return slugs;
  }
}
