package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which requirement of a scheme a deviation breaks. Deviations are derived from a scheme's model
 * and requirements are written by people, so what ties them is how requirements are usually named:
 * of the names that fit a deviation, the closest first, it is the first that the scheme lists; but
 * one that binds comes before one that says that the documents are silent.
 */
public final class BrokenRequirement {
  /** About single steps of signing: of each, whatever deviation has all its words in its id. */
  static final List<String> STEPS =
      List.of(
          "final-newline",
          "question-mark",
          "sorted-query",
          "decoded-path",
          "dot-segments",
          "signature-hex",
          "trimmed-secret",
          "user-and-password");

  static final Map<String, List<String>> SPECIAL =
      Map.ofEntries(
          Map.entry("local-time-behind", List.of("timestamp-utc", "date-in-utc")),
          Map.entry("local-time-ahead", List.of("timestamp-utc", "date-in-utc", "future-rejected")),
          Map.entry("twelve-hour-clock", List.of("timestamp-24-hours")),
          Map.entry("week-based-year", List.of("timestamp-calendar-year")),
          Map.entry("clock-ahead", List.of("future-rejected", "future-timestamp")),
          Map.entry("timestamp-with-one-digit-day", List.of("timestamp-two-digits")),
          Map.entry("timestamp-missing", List.of("date-required", "timestamp-form")),
          Map.entry("query-sorted-ignoring-case", List.of("capital-letters-in-names")),
          Map.entry("query-sorted-decoded", List.of("escapes-in-names")),
          Map.entry("query-sorted-by-name-alone", List.of("repeated-keys")),
          Map.entry("query-sorted-by-name-and-value", List.of("repeated-keys")),
          Map.entry("signature-missing", List.of("signature-form")),
          Map.entry("carrier-malformed", List.of("credential-form", "credential-required")),
          Map.entry("carrier-sent-twice", List.of("no-duplicates")),
          Map.entry("other-key-id", List.of("unknown-key", "credential-required")),
          Map.entry("secret-cut-to-block", List.of("long-secret")),
          Map.entry("secret-in-ascii", List.of("secret-utf-8")),
          Map.entry("secret-in-latin-1", List.of("secret-utf-8")),
          Map.entry("secret-in-utf-16", List.of("secret-utf-8")));

  /** What is sent under another name, or in another place. */
  static final Set<String> OTHER_NAMES =
      Set.of(
          "carrier-of-other-name",
          "header-misspelt",
          "header-without-x",
          "header-with-x",
          "header-for-proxies",
          "parameter-in-camel-case",
          "signature-in-query",
          "signature-in-header");

  static final Set<String> OTHER_WORDS = Set.of("auth-scheme-left-out", "auth-scheme-other");

  private static final String ERRATUM = "^[^/]*/erratum-";

  private BrokenRequirement() {}

  /**
   * @return nothing where the scheme has no requirement of such a name
   */
  public static Optional<Requirement> of(
      Scheme scheme, Requirements requirements, Deviation deviation) {
    Function<List<String>, List<Requirement>> listed =
        names ->
            names.stream()
                .flatMap(name -> requirements.find(scheme.id() + "/" + name).stream())
                .toList();
    return erratum(deviation, requirements)
        .or(() -> listed.apply(exact(deviation)).stream().findFirst())
        .or(() -> binding(listed.apply(usual(deviation, scheme))))
        .or(() -> listed.apply(List.of("valid-request")).stream().findFirst());
  }

  /**
   * The erratum that is about just this deviation: a page that asks for what its server refuses.
   *
   * @return nothing where no erratum is named by words of the deviation's
   */
  public static Optional<Requirement> erratumOf(Requirements requirements, Deviation deviation) {
    List<String> own = List.of(deviation.id().split("-"));
    return errata(requirements)
        .filter(one -> own.containsAll(List.of(one.id().replaceFirst(ERRATUM, "").split("-"))))
        .findFirst();
  }

  /** What a document rules is broken; where it is silent there is nothing to break. */
  private static Optional<Requirement> binding(List<Requirement> fitting) {
    return fitting.stream()
        .filter(one -> one.level() != Level.SILENT)
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** The one under which it is tried, with every scheme, that something is sent wrongly. */
  static DerivedRequirement.Plain derived(Deviation deviation) {
    return Stream.concat(placement(deviation.id()).stream(), special(deviation))
        .flatMap(name -> EnumWord.constant(name, DerivedRequirement.Plain.class).stream())
        .reduce((one, last) -> last)
        .orElseThrow();
  }

  /** Where the page and the server sign differently, an erratum about the MAC says so. */
  private static Optional<Requirement> erratum(Deviation deviation, Requirements requirements) {
    return errata(requirements)
        .filter(one -> deviation.affects() == Affects.PROFILE)
        .filter(one -> List.of(one.id().split("[/-]")).contains("mac"))
        .findFirst();
  }

  private static Stream<Requirement> errata(Requirements requirements) {
    return requirements.all().stream().filter(one -> one.disposition() == Disposition.ERRATUM);
  }

  /** What is about this deviation and nothing else. */
  private static List<String> exact(Deviation deviation) {
    List<String> own = List.of(deviation.id().split("-"));
    List<String> names = new ArrayList<>(special(deviation).toList());
    STEPS.stream().filter(step -> own.containsAll(List.of(step.split("-")))).forEach(names::add);
    return names;
  }

  private static Stream<String> special(Deviation deviation) {
    return SPECIAL.getOrDefault(deviation.id(), List.of()).stream();
  }

  private static List<String> usual(Deviation deviation, Scheme scheme) {
    return switch (deviation.affects()) {
      case PROFILE -> List.of("string-to-sign");
      case PLACEMENT -> placement(deviation.id());
      case TIMESTAMP ->
          deviation.id().startsWith("timestamp-") || deviation.id().startsWith("day-")
              ? timeForm(scheme)
              : List.of("timestamp-window", "timestamp-form");
      case STRING_TO_SIGN, TRANSPORT -> covered(deviation);
      case DERIVATION -> List.of("key-derivation", "signature-value");
      case KEY -> List.of("secret-as-issued", "secret-as-text", "signature-value");
      case MAC -> List.of("signature-value", "signature-form");
      case ENCODING -> List.of("signature-form");
      case CHECK -> List.of();
    };
  }

  /** A page may name the form, as in {@code rfc-1123-date}. */
  private static List<String> timeForm(Scheme scheme) {
    List<String> names = new ArrayList<>(List.of("timestamp-form"));
    scheme
        .rules(Profile.DOCUMENTED)
        .timestamp()
        .ifPresent(rule -> names.add(EnumWord.of(rule.format()) + "-date"));
    return names;
  }

  /** What the documents say first; the last is what is derived of every scheme. */
  private static List<String> placement(String id) {
    if (id.startsWith("sent-digest-")) {
      return List.of("body-digest", "covers-body");
    }
    if (id.endsWith("-missing")) {
      return List.of("credential-required");
    }
    List<String> names =
        new ArrayList<>(
            List.of("authorization-header", "basic-header", "signature-header", "in-the-query"));
    if (id.startsWith("auth-scheme-")) {
      names.add(0, "credential-form");
    } else if (id.startsWith("fields-") || id.startsWith("key-and-")) {
      names.add("credential-form");
    }
    if (!OTHER_WORDS.contains(id)) {
      names.add(OTHER_NAMES.contains(id) ? "carrier-names" : "carrier-syntax");
    }
    return names;
  }

  /** {@code covers-query} and the like, by the aspect or, where none is given, by the id's word. */
  private static List<String> covered(Deviation deviation) {
    List<String> names = new ArrayList<>();
    for (Aspect.Kind kind : Aspect.Kind.values()) {
      String word = EnumWord.of(kind);
      if (deviation.aspect().map(kind::equals).orElse(deviation.id().startsWith(word + "-"))) {
        names.add("covers-" + word);
        for (String part : deviation.id().split("-")) {
          names.add("covers-" + word + "-" + part);
        }
      }
    }
    names.addAll(List.of("string-to-sign", "signature-value"));
    return names;
  }
}
