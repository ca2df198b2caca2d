package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.RoundTrip;
import io.countersign.scheme.Scheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whose credentials are used. */
final class CredentialOptions implements OptionGroup {
  private final OptionSpec file =
      Options.value(
              "--credentials",
              "FILE",
              Path.class,
              "The credentials, YAML or JSON: a mapping of the scheme's own field names, such as"
                  + " accesskey and secretkey (countersign schemes show SCHEME lists them). A field"
                  + " that the file does not have is taken from the environment: COUNTERSIGN_ and the"
                  + " field's name in upper case, - as _, as in COUNTERSIGN_SECRETKEY. Without a file,"
                  + " all of them are. Without either, the scheme's published example credentials are"
                  + " used, and a note says so.")
          .build();

  private final Environment environment;

  CredentialOptions(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(file);
  }

  /**
   * Credentials as they were found.
   *
   * @param credentials complete
   * @param notes what a person may want to know of them
   */
  record Found(Credentials credentials, List<String> notes) {}

  /** The credentials for one scheme, with a note where they are the examples. */
  Credentials of(Scheme scheme, OutputOptions output) {
    return of(List.of(scheme), output).get(scheme.id());
  }

  /** The credentials for each scheme by its id, with a note where they are the examples. */
  Map<String, Credentials> of(List<Scheme> schemes, OutputOptions output) {
    Map<String, Found> found = find(schemes);
    for (String note : notes(found)) {
      output.note(note);
    }
    return credentials(found);
  }

  /**
   * The same for a target that a person pointed us to: the note is given even where notes are not
   * wanted, since examples are hardly what was meant.
   */
  Map<String, Credentials> ofReal(List<Scheme> schemes) {
    Map<String, Found> found = find(schemes);
    for (String note : notes(found)) {
      environment.say(note);
    }
    return credentials(found);
  }

  /** The same without a note. */
  Map<String, Credentials> quietly(List<Scheme> schemes) {
    return credentials(find(schemes));
  }

  private static List<String> notes(Map<String, Found> found) {
    // Schemes of one vendor have credentials, and notes, in common.
    Set<String> notes = new LinkedHashSet<>();
    for (Found each : found.values()) {
      notes.addAll(each.notes());
    }
    return List.copyOf(notes);
  }

  private static Map<String, Credentials> credentials(Map<String, Found> found) {
    Map<String, Credentials> credentials = new LinkedHashMap<>();
    for (Map.Entry<String, Found> each : found.entrySet()) {
      credentials.put(each.getKey(), each.getValue().credentials());
    }
    return credentials;
  }

  /**
   * The credentials for each scheme, by its id. A file that is given must complete every one of
   * them, if need be together with the environment.
   *
   * @throws InputException if the file is wrong, or only some fields of a scheme are there
   */
  Map<String, Found> find(List<Scheme> schemes) {
    Path given = file.getValue();
    Map<String, String> inFile = given == null ? Map.of() : CredentialFile.read(given, schemes);
    Map<String, Found> found = new LinkedHashMap<>();
    for (Scheme scheme : schemes) {
      found.put(scheme.id(), find(scheme, inFile));
    }
    return found;
  }

  private Found find(Scheme scheme, Map<String, String> inFile) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (CredentialField field : scheme.credentialFields()) {
      boolean isInFile = inFile.containsKey(field.name());
      String value = isInFile ? inFile.get(field.name()) : fromVariable(field);
      if (value != null) {
        values.put(field.name(), value);
        String source = isInFile ? file.<Path>getValue().toString() : variable(field);
        if (field.role() == CredentialRole.SECRET) {
          noteBlanks(field, value, source, notes);
        } else {
          requireOneLine(field, value, source);
        }
      }
    }
    if (file.getValue() == null && values.isEmpty()) {
      String note = "no credentials given for " + scheme.id() + ": using its published examples";
      return new Found(Credentials.examples(scheme), List.of(note));
    }
    requireComplete(scheme, values);
    Credentials credentials = Credentials.of(scheme, values);
    RoundTrip.require(scheme, credentials);
    return new Found(credentials, notes);
  }

  /** It may be meant, and is more often the line end of the file that the secret was kept in. */
  private static void noteBlanks(
      CredentialField field, String secret, String source, List<String> notes) {
    if (!secret.equals(secret.strip())) {
      notes.add(
          "the secret '"
              + field.name()
              + "' in "
              + source
              + " begins or ends with a blank or line break, which is taken for a part of it");
    }
  }

  private static void requireOneLine(CredentialField field, String value, String source) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw InputException.of(
            "the credential '"
                + field.name()
                + "' in "
                + source
                + " has a line break or another control character in it",
            "remove it");
      }
    }
  }

  /** Bytes that are not UTF-8 have become replacement characters: another secret than was meant. */
  private @Nullable String fromVariable(CredentialField field) {
    String value = environment.variables().get(variable(field));
    if (value != null && value.indexOf('\ufffd') >= 0) {
      throw InputException.of(
          "the variable " + variable(field) + " is not UTF-8 text", "set it in UTF-8");
    }
    // A job's secret that is not there is an empty variable.
    if (value != null && value.isEmpty()) {
      throw InputException.of(
          "the variable " + variable(field) + " is empty", "give it a value, or unset it");
    }
    return value;
  }

  private void requireComplete(Scheme scheme, Map<String, String> values) {
    List<String> missing = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    for (CredentialField field : scheme.credentialFields()) {
      if (!values.containsKey(field.name())) {
        missing.add(field.name());
        variables.add(variable(field));
      }
    }
    if (!missing.isEmpty()) {
      throw InputException.of(
          "the credentials for " + scheme.id() + " lack " + String.join(", ", missing),
          (file.getValue() == null ? "set " : "add to " + file.getValue() + ", or set ")
              + String.join(", ", variables));
    }
  }

  private static String variable(CredentialField field) {
    return "COUNTERSIGN_" + field.name().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
