package io.countersign.scheme;

import io.countersign.document.Documents;
import io.countersign.document.EnumWord;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code scheme.yaml}. Strict: what it does not know, it refuses, and says where. */
final class SchemeLoader {
  static final String FILE = "scheme.yaml";

  private SchemeLoader() {}

  /**
   * @param folder the scheme's folder, whose name is its id
   * @throws InputException if the file is missing or wrong
   */
  static Scheme load(Path folder) {
    Node root = Documents.read(folder.resolve(FILE));
    List<String> keys =
        new ArrayList<>(
            List.of(
                "scheme", "title", "summary", "documents", "credentials", "profiles", "service"));
    keys.addAll(RulesLoader.KEYS);
    Fields fields = Fields.of(root, "a scheme", keys.toArray(new String[0]));
    String id = id(fields, folder);
    CredentialNames credentials = new CredentialNames(credentials(fields));
    Map<Profile, SigningRules> profiles =
        profiles((Node.Mapping) root, fields, new RulesLoader(credentials));
    for (SigningRules rules : profiles.values()) {
      requireKey(fields, rules);
    }
    return new Scheme(
        id,
        fields.text("title"),
        fields.text("summary").strip(),
        documents(fields),
        credentials.fields(),
        profiles,
        new ServiceLoader(credentials).load(fields.required("service")),
        folder);
  }

  private static String id(Fields fields, Path folder) {
    String id = fields.text("scheme");
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    if (!id.equals(name)) {
      throw InputException.at(
          fields.required("scheme").mark(),
          "the scheme calls itself '" + id + "' and its folder is '" + name + "'",
          "give both the same name");
    }
    if (!isId(id)) {
      throw InputException.at(
          fields.required("scheme").mark(),
          "'" + id + "' is no scheme id",
          "write it in lower case with hyphens");
    }
    return id;
  }

  /** Lower-case letters, digits and hyphens, and a letter first. No folder has an empty name. */
  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
        return false;
      }
    }
    return true;
  }

  private static List<Document> documents(Fields fields) {
    Set<String> ids = new HashSet<>();
    List<Document> documents = new ArrayList<>();
    for (Node node : fields.items("documents")) {
      Fields item = Fields.of(node, "a document", "id", "title", "file", "url");
      requireNew(ids, item.text("id"), node);
      documents.add(
          new Document(item.text("id"), item.text("title"), item.text("file"), url(item)));
    }
    return documents;
  }

  private static Optional<String> url(Fields document) {
    Optional<String> url = document.optionalText("url");
    if (url.isPresent() && !url.get().startsWith("https://") && !url.get().startsWith("http://")) {
      throw InputException.at(
          document.required("url").mark(),
          "'" + url.get() + "' is no address of a page",
          "write it from https:// on");
    }
    return url;
  }

  private static List<CredentialField> credentials(Fields fields) {
    Set<String> names = new HashSet<>();
    List<CredentialField> credentials = new ArrayList<>();
    for (Node node : fields.items("credentials")) {
      Fields item = Fields.of(node, "a credential", "name", "role", "example");
      requireNew(names, item.text("name"), node);
      requireUsable(item);
      credentials.add(
          new CredentialField(
              item.text("name"), item.word("role", CredentialRole.class), item.text("example")));
    }
    return credentials;
  }

  private static void requireUsable(Fields credential) {
    String name = credential.text("name");
    if (SigningRules.RESERVED.contains(name)) {
      throw InputException.at(
          credential.required("name").mark(),
          "{" + name + "} has a meaning of its own in templates",
          "give the credential another name");
    }
    if (credential.text("example").isEmpty()) {
      throw InputException.at(
          credential.required("example").mark(),
          "the example of '" + name + "' is empty",
          "make one up where none is published");
    }
  }

  /** The example of the secret can key a MAC. */
  private static void requireKey(Fields scheme, SigningRules rules) {
    for (Node node : scheme.items("credentials")) {
      Fields item = Fields.of(node, "a credential", "name", "role", "example");
      if (rules.proof() instanceof Proof.Mac mac && mac.secretField().equals(item.text("name"))) {
        try {
          mac.keyEncoding().decode(item.text("example"));
        } catch (InputException e) {
          throw InputException.at(
              item.required("example").mark(),
              "the example of '" + mac.secretField() + "' is not " + EnumWord.of(mac.keyEncoding()),
              "'key-encoding' says that it is");
        }
      }
    }
  }

  static void requireNew(Set<String> seen, String name, Node node) {
    if (!seen.add(name)) {
      throw InputException.at(node.mark(), "'" + name + "' is here twice", "rename one of the two");
    }
  }

  private static Map<Profile, SigningRules> profiles(
      Node.Mapping root, Fields fields, RulesLoader loader) {
    Map<Profile, SigningRules> rules = new EnumMap<>(Profile.class);
    rules.put(Profile.DOCUMENTED, loader.load(fields));
    rules.put(Profile.DEPLOYED, rules.get(Profile.DOCUMENTED));
    if (fields.has("profiles")) {
      Fields profiles = Fields.of(fields.required("profiles"), "'profiles'", "deployed");
      rules.put(Profile.DEPLOYED, loader.load(overridden(root, profiles.required("deployed"))));
    }
    return rules;
  }

  /** The file's own rules with those that a profile writes again in their place. */
  private static Fields overridden(Node.Mapping root, Node profile) {
    Fields.of(profile, "a profile", RulesLoader.KEYS.toArray(new String[0]));
    LinkedHashMap<String, Node.Mapping.Field> merged = new LinkedHashMap<>(root.fields());
    merged.putAll(((Node.Mapping) profile).fields());
    return Fields.open(new Node.Mapping(merged, profile.mark()), "a profile");
  }

  /**
   * @throws InputException if the braces of the template do not pair
   */
  static Template template(Fields fields, String name) {
    String pattern = fields.text(name);
    Optional<Template> template = Template.parse(pattern);
    if (template.isEmpty()) {
      throw InputException.at(
          fields.required(name).mark(),
          "the braces of '" + pattern + "' do not fit",
          "write {field}, with some text between two fields");
    }
    return template.get();
  }
}
