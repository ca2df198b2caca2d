package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentsTest {
  private static final String YAML =
      """
      scheme: a
      parts:
        - text: " "
        - path
      """;

  @Test
  void yaml_remembersWhereEveryValueStands() {
    Node root = Documents.readYaml("a.yaml", YAML);
    Node parts = Fields.open(root, "a scheme").required("parts");
    Node first = Fields.itemsOf(parts, "parts").get(0);
    Node second = Fields.itemsOf(parts, "parts").get(1);

    assertThat(Fields.open(root, "a scheme").required("scheme").mark())
        .isEqualTo(new Mark("a.yaml", 1, 9));
    assertThat(Fields.open(first, "a part").required("text").mark())
        .isEqualTo(new Mark("a.yaml", 3, 11));
    assertThat(second.mark()).hasToString("a.yaml:4:5");
  }

  @Test
  void json_remembersWhereEveryValueStands() {
    Node root = Documents.readJson("a.json", "{\n  \"a\": [1,\n    true]}");
    Node list = Fields.open(root, "a list").required("a");

    assertThat(list.mark()).isEqualTo(new Mark("a.json", 2, 8));
    assertThat(Fields.itemsOf(list, "a").get(1).mark()).isEqualTo(new Mark("a.json", 3, 5));
  }

  @Test
  void scalars_keepTheirTextAndTheirType() {
    Node root = Documents.readJson("a", "[\"1\", 1.50, true, null]");

    assertThat(Fields.itemsOf(root, "a"))
        .extracting(node -> ((Node.Scalar) node).text(), Node::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "text"),
            org.assertj.core.groups.Tuple.tuple("1.50", "a number"),
            org.assertj.core.groups.Tuple.tuple("true", "a boolean"),
            org.assertj.core.groups.Tuple.tuple("", "nothing"));
  }

  @Test
  void yaml_knowsTrueAndFalseAlone_sinceAKeyMayBeNo() {
    Fields fields =
        Fields.open(Documents.readYaml("a", "a: true\nb: False\nc: no\nd: yes\ne: on\n"), "it");

    assertThat(fields.flag("a", false)).isTrue();
    assertThat(fields.flag("b", true)).isFalse();
    assertThat(fields.text("c")).isEqualTo("no");
    assertThat(fields.text("d")).isEqualTo("yes");
    assertThat(fields.text("e")).isEqualTo("on");
  }

  @Test
  void mapping_keepsTheOrderWritten() {
    Node root = Documents.readYaml("a", "z: 1\na: 2\nm: 3\n");

    assertThat(Fields.open(root, "it").names()).containsExactly("z", "a", "m");
  }

  @Test
  void duplicateKey_isRefusedAtTheSecond() {
    assertRefused("yaml", "a: 1\nb: 2\na: 3\n", "f:3:1: the key 'a' stands here twice");
    assertRefused("json", "{\"a\": 1,\n \"a\": 2}", "f:2:2: the key 'a' stands here twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json | '' | f:1:1: the document is empty",
        "yaml | '' | f:1:1: the document is empty",
        "json | {} x | f:1:",
        "json | {} {} | f:1:4: something follows the end of the document",
        "json | {'a':1} | f:1:2: this is not well formed",
        "json | [1 | f:1:3: this is not well formed",
        "json | [1,] | f:1:4: this is not well formed",
        "yaml | a: \"b | f:1:6: this is not well formed: while scanning a quoted scalar, found",
        "yaml | %a: 1 | f:1:3: this is not well formed: while scanning a directive, expected",
        "yaml | a: b: c | f:1:5: this is not well formed: mapping values are not allowed here",
        "yaml | a: [b | f:1:6: this is not well formed: while parsing a flow sequence, expected",
        "yaml | a: !b!c d | f:1:4: this is not well formed: while parsing a node, found undefined tag;",
        "yaml | [a]: b | f:1:1: this is not well formed: a key is text",
      },
      quoteCharacter = '~')
  void malformedDocument_isRefusedWithItsPlace(String format, String text, String message) {
    assertRefused(format, text.replace("''", ""), message);
  }

  @Test
  void secondYamlDocument_isRefused() {
    assertRefused("yaml", "a: 1\n---\nb: 2\n", "f:3:1: something follows the end of the document");
  }

  /** Core schema of YAML 1.2, section 10.3.2, but for the empty scalar. */
  @ParameterizedTest
  @CsvSource({
    "0, a number",
    "-19, a number",
    "+3, a number",
    "007, a number",
    "0o17, a number",
    "0x3A, a number",
    "0., a number",
    "-0.0, a number",
    ".5, a number",
    "+12e03, a number",
    "-2E-05, a number",
    ".inf, a number",
    "-.Inf, a number",
    ".NAN, a number",
    "true, a boolean",
    "FALSE, a boolean",
    "~, nothing",
    "Null, nothing",
    "+, text",
    "., text",
    "-.nan, text",
    "1e, text",
    "1e+, text",
    "0x, text",
    "0o8, text",
    "1_000, text",
    "12:30, text",
    "1.2.3, text",
    "2014-09-23, text",
    "tRue, text",
    "no, text",
    "nULL, text",
    "١, text",
  })
  void plainScalars_areWhatTheCoreSchemaSays(String text, String kind) {
    Node value = Fields.open(Documents.readYaml("f", "a: " + text + "\n"), "it").required("a");
    Node quoted = Fields.open(Documents.readYaml("f", "a: '" + text + "'\n"), "it").required("a");

    assertThat(value.kind()).isEqualTo(kind);
    assertThat(quoted.kind()).isEqualTo("text");
  }

  @Test
  void emptyScalars_areText_andTaggedOnesToo() {
    Fields fields = Fields.open(Documents.readYaml("f", "a:\nb: !!str 5\nc: ! true\n"), "it");

    assertThat(fields.text("a")).isEmpty();
    assertThat(fields.text("b")).isEqualTo("5");
    assertThat(fields.text("c")).isEqualTo("true");
  }

  @Test
  void controlCharacter_isRefusedWithItsPlace() {
    assertRefused("yaml", "a: b\nc: 😀d\u0007e\n", "f:2:6: this is not well formed: a control");
  }

  @Test
  void alias_isRefusedWithoutItsName_whichMayBeAPassword() {
    assertRefused(
        "yaml",
        "a: &x secret\nb: *x\n",
        "f:2:4: an alias (*) is not followed here; put it in quotes");
  }

  @Test
  void deepNesting_isRefusedAndDoesNotOverflow() {
    String deep = IntStream.range(0, 100_000).mapToObj(i -> "[").collect(Collectors.joining());

    assertRefused("json", deep, "f:1:");
    assertRefused("yaml", deep, "f:1:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.yaml", "a.yml", "credentials"})
  void read_takesJsonByItsNameAndElseYaml(String name, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "{\"a\": \"b\"}");

    assertThat(Fields.open(Documents.read(file), "it").text("a")).isEqualTo("b");
  }

  @Test
  void missingFile_isRefusedByName(@TempDir Path folder) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.read(folder.resolve("none.yaml")))
        .withMessageStartingWith("there is no file ")
        .withMessageContaining("none.yaml; give the path of an existing file");
  }

  @Test
  void folder_isRefusedAsAFile(@TempDir Path folder) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.read(folder))
        .withMessage(
            "the file "
                + folder
                + " is a folder; give the path of an existing file that can be read");
  }

  @Test
  void emptyName_isRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.read(Path.of("")))
        .withMessageStartingWith("the name of the file is empty; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.yaml"})
  void byteOrderMark_belongsToNoDocument(String name, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "\ufeff{\"a\": \"b\"}");

    assertThat(Fields.open(Documents.read(file), "it").text("a")).isEqualTo("b");
  }

  @Test
  void textThatEndsTooEarly_isSaidWithoutWordsOfTheParsersSettings() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.readJson("f", "{\"a\": [1"))
        .withMessage(
            "f:1:9: this is not well formed: Unexpected end-of-input: expected close marker for"
                + " Array for the one that opens at 1:7; correct the syntax there");
  }

  @Test
  void fileThatIsNotUtf8_isRefused(@TempDir Path folder) throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.yaml"), "a: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.read(file))
        .withMessage(file + ":1:1: the file is not UTF-8 text; save it as UTF-8");
  }

  /** The parser speaks of its settings there, which nobody can change. */
  @Test
  void json_saysWhatCannotBeRead_inWordsOfItsOwn() {
    assertRefused("json", "\ufeff{}", "f:1:1: this is not well formed: a byte order mark stands");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Documents.readJson("f", "[".repeat(1200)))
        .withMessageContaining("nesting depth")
        .withMessageNotContaining("getMax");
  }

  private static void assertRefused(String format, String text, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> {
              if (format.equals("json")) {
                Documents.readJson("f", text);
              } else {
                Documents.readYaml("f", text);
              }
            })
        .withMessageStartingWith(message)
        .withMessageMatching("f:\\d+:\\d+: .+; .+");
  }
}
