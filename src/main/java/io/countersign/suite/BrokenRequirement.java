package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.BODY_DIGEST;
import static io.countersign.suite.DerivedRequirement.Plain.CARRIER_NAMES;
import static io.countersign.suite.DerivedRequirement.Plain.CARRIER_SYNTAX;
import static io.countersign.suite.DerivedRequirement.Plain.CREDENTIAL_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.CREDENTIAL_REQUIRED;
import static io.countersign.suite.DerivedRequirement.Plain.FUTURE_TIMESTAMP;
import static io.countersign.suite.DerivedRequirement.Plain.NO_DUPLICATES;
import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_VALUE;
import static io.countersign.suite.DerivedRequirement.Plain.TIMESTAMP_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.TIMESTAMP_WINDOW;
import static io.countersign.suite.DerivedRequirement.Plain.UNKNOWN_KEY;
import static io.countersign.suite.DerivedRequirement.Plain.VALID_REQUEST;

import io.countersign.document.EnumWord;
import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which requirement of a scheme a deviation breaks. Deviations are derived from a scheme's model
 * and requirements are written by people, who may say what breaks one. Where nobody does, it is one
 * whose name is made of the deviation's words, else one that is derived of every scheme.
 */
public final class BrokenRequirement {
  /** What is sent otherwise than it should be breaks a rule of syntax, unless it is here. */
  static final Map<String, DerivedRequirement.Plain> PLACEMENTS =
      Map.ofEntries(
          Map.entry("timestamp-missing", TIMESTAMP_FORM),
          Map.entry("signature-missing", SIGNATURE_FORM),
          Map.entry("other-key-id", UNKNOWN_KEY),
          Map.entry("carrier-malformed", CREDENTIAL_FORM),
          Map.entry("auth-scheme-left-out", CREDENTIAL_FORM),
          Map.entry("auth-scheme-other", CREDENTIAL_FORM),
          Map.entry("carrier-of-other-name", CARRIER_NAMES),
          Map.entry("header-misspelt", CARRIER_NAMES),
          Map.entry("header-without-x", CARRIER_NAMES),
          Map.entry("header-with-x", CARRIER_NAMES),
          Map.entry("header-for-proxies", CARRIER_NAMES),
          Map.entry("parameter-in-camel-case", CARRIER_NAMES),
          Map.entry("signature-in-query", CARRIER_NAMES),
          Map.entry("signature-in-header", CARRIER_NAMES));

  /** One word may be said of anything. */
  private static final int LEAST_WORDS = 2;

  private BrokenRequirement() {}

  /**
   * @return nothing where the scheme has no requirement that fits
   */
  public static Optional<Requirement> of(
      Scheme scheme, Requirements requirements, Deviation deviation) {
    return Optional.of(deviation)
        .filter(one -> one.affects() == Affects.PROFILE)
        .flatMap(one -> erratumOf(requirements, one))
        .or(() -> requirements.brokenBy(deviation.id()))
        .or(() -> ofItsWords(requirements, scheme, deviation))
        .or(
            () ->
                derivedOf(deviation).stream()
                    .flatMap(word -> requirements.find(scheme.id() + "/" + word).stream())
                    .findFirst());
  }

  /**
   * The erratum that is about this deviation: a page that asks for what its server refuses.
   *
   * @return nothing where no erratum says so
   */
  public static Optional<Requirement> erratumOf(Requirements requirements, Deviation deviation) {
    return requirements.erratumBrokenBy(deviation.id());
  }

  /**
   * @throws io.countersign.document.InputException if a requirement says that it is broken by what
   *     no signer of the scheme does
   */
  public static void requireKnown(Scheme scheme, Requirements requirements) {
    Set<String> known = new HashSet<>(PLACEMENTS.keySet());
    for (Profile profile : Profile.values()) {
      SignerCatalogue.of(scheme, profile).deviations().forEach(one -> known.add(one.id()));
    }
    requirements.requireBrokenBy(known);
  }

  /** The one under which it is tried, with every scheme, that something is sent wrongly. */
  static DerivedRequirement.Plain derived(Deviation deviation) {
    String id = deviation.id();
    if (id.startsWith("sent-digest-")) {
      return BODY_DIGEST;
    }
    return PLACEMENTS.getOrDefault(
        id, id.endsWith("-missing") ? CREDENTIAL_REQUIRED : CARRIER_SYNTAX);
  }

  /** What a document rules is broken; where it is silent there is nothing to break. */
  private static Optional<Requirement> ofItsWords(
      Requirements requirements, Scheme scheme, Deviation deviation) {
    List<String> words = List.of(deviation.id().split("-"));
    List<Requirement> fitting =
        requirements.all().stream()
            .filter(one -> one.disposition() != Disposition.ERRATUM)
            .filter(one -> isOf(words, one.id().substring(scheme.id().length() + 1)))
            .toList();
    return fitting.stream()
        .filter(one -> one.level() != Level.SILENT)
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** What is derived of every scheme is known better than by its words. */
  private static boolean isOf(List<String> words, String name) {
    List<String> own = Arrays.asList(name.split("-"));
    return own.size() >= LEAST_WORDS
        && words.containsAll(own)
        && EnumWord.constant(name, DerivedRequirement.Plain.class).isEmpty();
  }

  /** By their words, the closest first. */
  private static List<String> derivedOf(Deviation deviation) {
    List<String> words =
        switch (deviation.affects()) {
          case PROFILE -> List.of(Affects.STRING_TO_SIGN.toString());
          case PLACEMENT ->
              derived(deviation) == BODY_DIGEST
                  ? List.of(BODY_DIGEST.word(), "covers-body")
                  : words(derived(deviation), CREDENTIAL_REQUIRED);
          case TIMESTAMP -> time(deviation.id());
          case STRING_TO_SIGN, TRANSPORT -> covered(deviation);
          case KEY, DERIVATION, MAC -> words(SIGNATURE_VALUE);
          case ENCODING -> words(SIGNATURE_FORM);
          case CHECK -> List.of();
        };
    return Stream.concat(words.stream(), words(VALID_REQUEST).stream()).toList();
  }

  private static List<String> time(String id) {
    if (id.startsWith("timestamp-") || id.startsWith("day-")) {
      return words(TIMESTAMP_FORM);
    }
    return id.equals("clock-ahead")
        ? words(FUTURE_TIMESTAMP)
        : words(TIMESTAMP_WINDOW, TIMESTAMP_FORM);
  }

  /** {@code covers-query} and the like, by the aspect or, where none is given, by the id's word. */
  private static List<String> covered(Deviation deviation) {
    String id = deviation.id();
    if (id.equals("carrier-sent-twice")) {
      return words(NO_DUPLICATES);
    }
    List<String> words = new ArrayList<>();
    for (Aspect.Kind kind : Aspect.Kind.values()) {
      String word = EnumWord.of(kind);
      if (deviation.aspect().map(kind::equals).orElse(id.startsWith(word + "-"))) {
        words.add("covers-" + word);
        for (String part : id.split("-")) {
          words.add("covers-" + word + "-" + part);
        }
      }
    }
    words.add(Affects.STRING_TO_SIGN.toString());
    words.addAll(words(SIGNATURE_VALUE));
    return words;
  }

  private static List<String> words(DerivedRequirement.Plain... all) {
    return Stream.of(all).map(DerivedRequirement::word).toList();
  }
}
