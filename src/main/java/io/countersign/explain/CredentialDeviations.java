package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Credentials in the string to sign that people type by hand, as an account's name, and programs
 * normalise. What is sent shows how its signer spells it, and keys are copied: so these are about
 * what is signed and not sent.
 */
final class CredentialDeviations {
  private final Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);

  private CredentialDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Set<String> fields = new TreeSet<>();
    rules.leaves().stream()
        .filter(part -> part instanceof Part.Credential)
        .forEach(part -> fields.add(((Part.Credential) part).field()));
    fields.removeAll(Omissions.fields(rules));
    CredentialDeviations deviations = new CredentialDeviations();
    fields.forEach(deviations::spelt);
    return deviations.shelf;
  }

  private void spelt(String field) {
    add(field, "in-lower-case", 24, "in lower case", text -> text.toLowerCase(Locale.ROOT));
    add(field, "without-hyphens", 37, "without its hyphens", text -> text.replace("-", ""));
  }

  private void add(String field, String id, int rank, String how, UnaryOperator<String> change) {
    shelf.add(
        field.replace('_', '-') + "-" + id,
        rank,
        Aspect.Kind.CREDENTIAL,
        "The " + field + " was signed " + how + ".",
        "Sign the " + field + " as it was given out, to the letter.",
        Rewrite.writing(
            part ->
                Rewrite.core(part) instanceof Part.Credential credential
                    && credential.field().equals(field),
            Writers.changingText(change)));
  }
}
